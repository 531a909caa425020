// The page in WebKit: every screen, what is stored, undo, a link, Microsoft's example.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { accessibilityViolations, cutOff, overflowsSideways } from "../browser/browser.mjs";
import { serve } from "../browser/server.mjs";
import { LINK, SCREENS } from "./smoke.mjs";
import { openInWebKit } from "./webkit.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Only Linux has WebKit as a library with a driver. */
const skip = process.platform !== "linux";
const CONTROL = "\uE009";

let host;
before(async () => {
  if (!skip) host = await serve("dist", "/some/where/");
});
after(() => host?.close());

/** The page in a tab of its own, in which nothing may go wrong. */
async function withTab(steps) {
  const tab = await openInWebKit(host.url);
  const watch = () => {
    globalThis.problems = [];
    addEventListener("error", ({ message }) => globalThis.problems.push(message));
    addEventListener("unhandledrejection", ({ reason }) => globalThis.problems.push(String(reason)));
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.problems.push(`${violatedDirective} ${blockedURI}`));
  };
  try {
    await tab.run(watch);
    await complete(tab);
    await steps(tab);
    assert.deepEqual(await tab.run(() => globalThis.problems ?? []), []);
  } finally {
    await tab.close();
  }
}

const complete = (tab) => tab.until(() => Boolean(globalThis.licensingLab));
const groups = (tab) => tab.run(() => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$select=displayName&$top=999" }).body.value.map(({ displayName }) => displayName));

test("every screen in WebKit", { skip }, () =>
  withTab(async (tab) => {
    console.log(`    WebKitGTK ${tab.version}`);
    await tab.load(AXE);
    const page = { evaluate: (body, arg) => tab.run(body, arg) };
    for (const address of SCREENS) {
      await tab.run((address) => void (location.hash = address), address);
      await tab.until((address) => (location.hash || "#/") === address && document.querySelector("h1") && !document.querySelector(".later") && document.querySelector("main").innerText.length > 100, address);
      assert.deepEqual(await cutOff(page), [], address);
      assert.equal(await overflowsSideways(page), false, address);
      assert.deepEqual(await accessibilityViolations(page), [], address);
    }
  }));

test("what is done in WebKit is stored and can be taken back", { skip }, () =>
  withTab(async (tab) => {
    const made = await tab.run(() => globalThis.licensingLab.graph({ method: "POST", url: "/groups", body: { displayName: "Made here", mailEnabled: false, mailNickname: "made", securityEnabled: true } }).status);
    assert.equal(made, 201);
    await tab.until(() => Object.keys(localStorage).some((key) => key.startsWith("licensing-lab/1/")));
    await tab.reload();
    await complete(tab);
    assert.ok((await groups(tab)).includes("Made here"));
    await tab.press(CONTROL, "z");
    await tab.until(() => !globalThis.licensingLab.graph({ method: "GET", url: "/groups?$select=displayName&$top=999" }).body.value.some(({ displayName }) => displayName === "Made here"));
  }));

test("a link opens in WebKit", { skip }, () =>
  withTab(async (tab) => {
    await tab.run((hash) => void (location.hash = hash), LINK.slice(LINK.indexOf("#")));
    await tab.until(() => document.querySelector("aside.strips")?.innerText.includes("a copy that is not saved"));
    assert.ok((await groups(tab)).length > 0);
  }));

test("without a network the page opens in WebKit", { skip }, async () => {
  const own = await serve("dist", "/some/where/");
  const tab = await openInWebKit(own.url);
  try {
    await complete(tab);
    await tab.until(() => navigator.serviceWorker.controller?.state === "activated");
    await own.close();
    await tab.reload();
    await complete(tab);
    assert.ok((await groups(tab)).length > 0);
  } finally {
    await tab.close();
  }
});

test("Microsoft's example is played in WebKit, and the error is explained", { skip }, () =>
  withTab(async (tab) => {
    await tab.click("main button", "Play");
    await tab.until(() => document.querySelector("main").innerText.includes("Conflicting service plans"));
    await tab.run(() => void (location.hash = "#/users"));
    await tab.click("main a", "Noor Visser");
    await tab.click("main a", "Why");
    await tab.until(() => document.querySelector("[role=complementary], aside:not(.strips)")?.innerText.length > 200);
  }));
