// Before the program is there: what a first visit finds, that the program takes it over without a jump, and who does not get it.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { visit, withoutWorkers } from "./browser.mjs";
import { LabPage } from "./page.mjs";
import { PHONE, WIDE, hosted } from "./visits.mjs";
import { words } from "./words.mjs";

const shared = hosted("/lab/");

/** How long the styles of what comes later are held back, in milliseconds: longer than any piece takes. */
const LATE = 1_500;

/** A visit whose program comes when it is let, and whose later styles come late. */
async function withheld(settings, address, steps) {
  const context = await withoutWorkers(await shared.browser.newContext(settings));
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/\.wasm$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.route(/later-[0-9a-f]+\.css$/, async (route) => {
      await new Promise((come) => setTimeout(come, LATE));
      await route.continue();
    });
    await page.addInitScript(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => (globalThis.shift += hadRecentInput ? 0 : value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    await page.goto(shared.host.url + address, { waitUntil: "commit" });
    await steps(page, release);
  } finally {
    await context.close();
  }
}

/** The first screen that stands in the document itself. */
const first = (page) => page.locator("#first");
const taken = (page) => page.waitForFunction(() => !document.getElementById("first") && document.querySelector(".act"));

/** All words that are seen, each with its place in whole pixels, in the order of the page. What comes with a piece is left out. */
const seen = (page, isTaken = false) =>
  page.evaluate((isTaken) => {
    const walker = document.createTreeWalker(document.querySelector(".app:not([hidden])"), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      if (!node.data.trim() || !around.checkVisibility({ visibilityProperty: true }) || around.closest(".vh, .skip, [popover], .later-room, .map, dialog")) continue;
      if (isTaken && around.closest("section")?.querySelector(".map-frame, .map-facts")) continue;
      const range = document.createRange();
      for (const { 0: word, index } of node.data.matchAll(/[^\s,]+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        found.push(`${word} at ${Math.round(left)}, ${Math.round(top)}`);
      }
    }
    return found.sort();
  }, isTaken);

for (const [name, settings, language] of [
  ["English, wide", { locale: "en-US", viewport: WIDE }, "en"],
  ["Dutch, wide, dark", { locale: "nl-NL", viewport: WIDE, colorScheme: "dark" }, "nl"],
  ["English, a phone", { locale: "en-US", viewport: PHONE }, "en"],
]) {
  test(`the first screen is there before the program, which takes it over without a jump (${name})`, () =>
    withheld(settings, "", async (page, release) => {
      const headline = page.getByRole("heading", { level: 1, name: words(language, "act-title") });
      await headline.waitFor();
      assert.equal(await first(page).isVisible(), true);
      await page.getByRole("button", { name: words(language, "act-play") }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.deepEqual(await first(page).locator("button[lang][aria-pressed=true]").evaluateAll((buttons) => buttons.map(({ lang }) => lang)), [language]);
      // Both stand at the same place in the same color, so that nothing moves or flashes.
      const look = () =>
        page.evaluate(() => {
          const { left, top, width } = document.querySelector("h1").getBoundingClientRect();
          const button = document.querySelector(".act .btn--primary").getBoundingClientRect();
          return { ground: getComputedStyle(document.body).backgroundColor, at: [left, top, width, button.left, button.top].map(Math.round).join() };
        });
      await page.waitForFunction(() => document.fonts.status === "loaded");
      const before = await look();
      const was = await seen(page);
      release();
      await taken(page);
      // In the frame in which it is taken over everything that can be read stands where it stood.
      assert.deepEqual(await seen(page, true), was);
      // The map comes in a piece, and not before its styles.
      await page.locator(".map-frame, .map-facts").first().waitFor();
      assert.ok(await page.evaluate(() => [...document.styleSheets].some(({ href }) => /later-[0-9a-f]+\.css$/.test(href))));
      const after = await look();
      assert.equal(after.ground, before.ground);
      assert.equal(after.at, before.at);
      assert.ok((await page.evaluate(() => globalThis.shift)) <= 0.01, `${await page.evaluate(() => globalThis.shift)}`);
    }));
}

test("what is pressed before the program is there is done when it is", () =>
  withheld({ locale: "nl-NL", viewport: WIDE }, "", async (page, release) => {
    await page.getByRole("button", { name: words("nl", "act-play") }).click();
    release();
    await taken(page);
    const reason = words("nl", "reason-exclusive");
    const failed = words("nl", "act-failed", { user: "Noor Visser", product: "Office 365 E3", reason });
    await page.getByRole("main").getByRole("status").filter({ hasText: failed }).waitFor();
  }));

test("whatever button is pressed before the program is there is pressed when it is", () =>
  withheld({ locale: "en-US", viewport: WIDE }, "", async (page, release) => {
    await page.getByRole("button", { name: words("en", "find") }).click();
    release();
    await page.getByRole("dialog").getByRole("combobox").waitFor();
  }));

test("whoever comes by an address, or comes back to a tenant, finds that and not the first act", async () => {
  for (const address of ["#/groups", "#/users?q=noor", "?embed", "#/s/xyz"]) {
    await withheld({ locale: "en-US" }, address, async (page, release) => {
      await page.waitForFunction(() => document.readyState !== "loading");
      assert.equal(await first(page).isVisible(), false, address);
      release();
      await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    });
  }
  const { context, page, problems } = await visit(shared.browser, shared.host.url, { locale: "en-US" });
  const lab = new LabPage(page);
  await lab.complete();
  await lab.openSample(lab.word("sample-five-errors"));
  await page.evaluate(() => globalThis.licensingLab.addContact("Desk", ["desk@contoso.onmicrosoft.com"]));
  await lab.page.getByRole("navigation", { name: lab.word("main-nav"), exact: true }).getByText(lab.word("state-saved")).waitFor();
  await page.route(/\.wasm$/, () => {});
  await page.reload({ waitUntil: "domcontentloaded" });
  assert.equal(await first(page).isVisible(), false, "what one has is not hidden behind the example");
  await context.close();
  assert.deepEqual(problems.filter((problem) => !/wasm/.test(problem)), []);
});

test("without scripts the page says what to do", async () => {
  const context = await shared.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(shared.host.url);
  assert.match(await page.locator("body").innerText(), /JavaScript/);
  await context.close();
});

test("opened from a disk the page says what to do", async () => {
  const local = await shared.browser.newContext({ locale: "en-US" });
  const file = await local.newPage();
  await file.goto(pathToFileURL("dist/index.html").href);
  await file.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await file.getByText("licensing-lab.html").filter({ visible: true }).first().waitFor();
  await local.close();
});
