// What works in every browser: each screen, a change, undo, what is stored, a link, the other language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { accessibilityViolations, cutOff, overflowsSideways } from "../browser/browser.mjs";
import { KeepingPage } from "../browser/keeping-page.mjs";

/** A scenario as a link of the first release carries it. */
export const LINK = readFileSync("crates/licensing-scenario/tests/golden/v1/story.link", "utf8").trim();

/** Every screen by its address. */
export const SCREENS = [
  "#/", "#/map", "#/groups", "#/users", "#/products", "#/processing", "#/audit", "#/graph", "#/import", "#/rules",
  "#/glossary", "#/settings", "#/about",
];

/** Every screen is there, and nothing on it is in the way of anybody. */
export async function everyScreen(lab, page) {
  for (const address of SCREENS) {
    await lab.goToAddress(address);
    await page.waitForFunction((address) => (location.hash || "#/") === address && document.querySelector("h1") && !document.querySelector(".later"), address);
    assert.equal(await lab.main.getByRole("button", { name: lab.word("retry"), exact: true }).count(), 0, `${address} did not load`);
    const found = (await accessibilityViolations(page)).concat(await cutOff(page));
    assert.deepEqual(found, [], address);
    assert.equal(await overflowsSideways(page), false, address);
  }
}

/** A change is stored, found after a reload, and taken back. */
export async function changes(lab, page) {
  const keeping = new KeepingPage(lab);
  assert.equal((await keeping.create("Made here")).status, 201);
  await keeping.saved();
  await page.reload();
  await lab.complete();
  assert.ok((await keeping.groups()).includes("Made here"));
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => !globalThis.licensingLab.graph({ method: "GET", url: "/groups?$select=displayName&$top=999" }).body.value.some(({ displayName }) => displayName === "Made here"));
}

/** A link opens, and a step is made in it. */
export async function opensLink(lab, page) {
  await lab.goToAddress(LINK.slice(LINK.indexOf("#")));
  await new KeepingPage(lab).notices.first().waitFor();
  await page.waitForFunction(() => globalThis.licensingLab.graph({ method: "GET", url: "/groups" }).status === 200);
}
