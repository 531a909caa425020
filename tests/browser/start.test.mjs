// The page whose program does not come: what is said, and the way on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overflowsSideways, withoutWorkers } from "./browser.mjs";
import { hosted, PHONE } from "./visits.mjs";

const shared = hosted("/lab/");

/** A visit of somebody with `settings`, whose requests for modules `answer` answers. */
async function withModules(answer, steps, settings = {}) {
  const context = await withoutWorkers(await shared.browser.newContext(settings));
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.route(/\.wasm$/, answer);
    await page.goto(shared.host.url, { waitUntil: "commit" });
    await steps(page);
  } finally {
    await context.close();
  }
}

for (const [locale, said, again] of [
  ["en-US", /did not arrive/, "Try again"],
  ["nl-NL", /niet aangekomen/, "Opnieuw proberen"],
]) {
  test(`what does not arrive is named as the cause, and can be asked for again, in ${locale}`, () =>
    withModules((route) => route.abort(), async (page) => {
      const alert = page.getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.innerText(), said);
      assert.equal(await alert.getAttribute("lang"), locale.slice(0, 2));
      await page.unroute(/\.wasm$/);
      await page.getByRole("button", { name: again }).click();
      await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.getElementById("late"));
    }, { locale }));
}

test("a program that never comes is said after a while, with reduced motion as well, and not where it came", () =>
  withModules(() => {}, async (page) => {
    const late = page.locator("#late");
    await late.waitFor({ state: "attached" });
    // Nothing is painted before the styles are there.
    await page.waitForFunction(() => getComputedStyle(document.getElementById("late")).position === "fixed");
    assert.equal(await late.isVisible(), false);
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await late.waitFor();
    assert.match(await late.innerText(), /not loaded yet[^]*nog niet geladen/);
    assert.equal(await late.getByRole("link").count(), 2);
    assert.equal(await overflowsSideways(page), false);
  }, { reducedMotion: "reduce", viewport: PHONE }));
