// What one looks things up in: the rules, the settings, the glossary, and what all this is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflowsSideways } from "./browser.mjs";
import { PHONE, WIDE, times, visits } from "./visits.mjs";

/** Every screen by its address, with its heading in both languages. */
const SCREENS = [
  ["rules", "Rules", "Regels"],
  ["rules/pairs", "Rules", "Regels"],
  ["rules/prerequisites", "Rules", "Regels"],
  ["rules/locations", "Rules", "Regels"],
  ["settings", "Settings", "Instellingen"],
  ["glossary", "Glossary", "Begrippen"],
  ["about", "About", "Over"],
];

const visitLab = visits();

/** Visits the page with the example; `go` leads to one of its screens. */
function withPage(options, steps) {
  return visitLab({ viewport: WIDE, isExample: true, ...options }, async (lab, page) => {
    const go = async (hash, heading) => {
      await page.evaluate((hash) => (location.hash = hash), `#/${hash}`);
      await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
    };
    await steps(page, lab, go);
  });
}

/** By axe they are looked at among all other views (everything.test.mjs), and here again in the heavy run. */
const violations = times(() => [], accessibilityViolations);

for (const [place, [name, language]] of [["English", "en"], ["Dutch", "nl"]].entries()) {
  for (const viewport of [WIDE, PHONE]) {
    test(`in ${name}, ${viewport.width} px: nothing sideways, and each by its title`, () =>
      withPage({ language, viewport }, async (page, lab, go) => {
        for (const [hash, ...headings] of SCREENS) {
          await go(hash, headings[place]);
          if (hash.startsWith("rules")) await page.getByRole("main").getByRole("row").nth(10).waitFor();
          assert.deepEqual(await violations(page), [], hash);
          assert.equal(await overflowsSideways(page), false, hash);
          assert.equal(await page.title(), `${headings[place]} · Licensing Lab`);
        }
      }));
  }
}

test("the navigation leads to each of them, wide and narrow", async () => {
  for (const viewport of [WIDE, PHONE]) {
    await withPage({ viewport }, async (page, lab) => {
      for (const screen of ["Rules", "Glossary", "About", "Settings"]) await lab.goTo(screen);
      if (viewport === PHONE) return;
      // Where the side bar has no room for words, each of its icons has a tool tip and a name.
      await page.setViewportSize({ width: 1180, height: 800 });
      const links = page.getByRole("navigation", { name: lab.word("main-nav"), exact: true }).getByRole("list").getByRole("link");
      const named = await links.evaluateAll((links) => links.map((link) => [link.title, link.textContent.trim().replace(/[\d,\s]+$/, ""), link.getBoundingClientRect().width]));
      assert.ok(named.length >= 11 && named.every(([title, name, width]) => title && name.startsWith(title) && width < 60), JSON.stringify(named));
    });
  }
});

test("About leads to the licenses of others whose work is in the page", () =>
  withPage({}, async (page, lab, go) => {
    await go("about", "About");
    const link = page.getByRole("link", { name: lab.word("about-third-party") });
    const response = await page.context().request.get(await link.evaluate((link) => link.href));
    assert.match(response.headers()["content-type"], /^text\/plain/);
    const notices = await response.text();
    for (const license of ["BSD-3-Clause", "Zlib", "Unicode-3.0", "MIT OR Apache-2.0"]) assert.ok(notices.includes(`${license})`), license);
    assert.match(notices, /^leptos [0-9.]+ \(MIT\).*: \[\d+\]/m);
    assert.match(notices, /Redistributions in binary form must reproduce the above copyright/);
  }));

test("a link to a rule brings it into sight, and the explanation has such links", () =>
  withPage({}, async (page, lab, go) => {
    await go("rules/R13", "Rules");
    const row = page.getByRole("row", { name: /^R13 / });
    await page.waitForFunction(() => document.activeElement?.id === "R13");
    assert.equal(await row.getAttribute("aria-current"), "true");
    // The focus comes first.
    await page.waitForFunction(() => document.getElementById("R13").closest("tr").getBoundingClientRect().bottom < innerHeight);

    await lab.run();
    await lab.openUser("Noor Visser");
    await lab.why(lab.path("Office 365 E3", "Sales E3"));
    await lab.explanation.getByRole("link", { name: "R6.1", exact: true }).first().click();
    await page.waitForFunction(() => document.activeElement?.id === "R6.1");
  }));

test("a pair is switched off by a command, which is undone like any other", () =>
  withPage({}, async (page, lab, go) => {
    await go("rules/pairs", "Rules");
    const table = page.getByRole("grid", { name: "Exclusive pairs" });
    const first = table.getByRole("button", { name: /^Turn off: / }).first();
    const name = (await first.getAttribute("aria-label")).replace("Turn off: ", "");
    const [a, b] = name.split(" and ");
    await first.click();
    const row = table.getByRole("row").filter({ hasText: "Not enforced, set here" });
    await row.waitFor();
    assert.equal(await row.count(), 1);
    const undo = lab.time.getByRole("button", { name: `Undo: no longer treat ${a} and ${b} as a conflict` });
    await undo.click();
    await row.waitFor({ state: "detached" });
    await lab.time.getByRole("button", { name: /^Redo: no longer treat / }).waitFor();
  }));

test("a pair of one's own is added, and what is no plan is refused", () =>
  withPage({}, async (page, lab, go) => {
    await go("rules/pairs", "Rules");
    await page.getByText("Add a pair").click();
    const [first, second] = ["First plan", "Second plan"].map((name) => page.getByRole("combobox", { name }));
    const add = page.getByRole("button", { name: "Add pair" });
    await first.fill("<b>nothing</b>");
    await second.fill("TEAMS1");
    await add.click();
    await page.getByRole("alert").getByText("“<b>nothing</b>” is not the technical name").waitFor();
    await first.fill("officesubscription");
    await second.fill("TEAMS1");
    await add.click();
    await page.getByRole("row").filter({ hasText: "Enforced, set here" }).waitFor();
    assert.equal(await first.inputValue(), "");
    await lab.time.getByRole("button", { name: /^Undo: treat / }).waitFor();
  }));

test("the tenant is set by commands, and the page remembers its own settings", () =>
  withPage({}, async (page, lab, go) => {
    await go("settings", "Settings");
    const main = page.getByRole("main");
    await main.getByRole("combobox", { name: "Country" }).selectOption("BE");
    await main.getByRole("button", { name: "Save" }).click();
    await lab.time.getByRole("button", { name: /^Undo: set the tenant's country to / }).waitFor();
    await main.getByRole("combobox", { name: "Workers" }).selectOption("3");
    await main.getByRole("button", { name: "7 days" }).click();
    await main.getByText(/^15 Nov 2019 /).waitFor();
    for (let times = 0; times < 3; times += 1) await lab.time.getByRole("button", { name: /^Undo/ }).click();
    assert.equal(await main.getByRole("combobox", { name: "Country" }).inputValue(), "NL");
    assert.equal(await main.getByRole("combobox", { name: "Workers" }).inputValue(), "1");

    await main.getByRole("switch", { name: "Single-letter shortcuts" }).click();
    await main.getByRole("button", { name: "Dark" }).click();
    await main.getByRole("combobox", { name: "Speed" }).selectOption("fast");
    await page.reload();
    await lab.started();
    await page.waitForFunction(() => globalThis.licensingLab);
    assert.equal(await main.getByRole("switch", { name: "Single-letter shortcuts" }).isChecked(), false);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal(await main.getByRole("combobox", { name: "Speed" }).inputValue(), "fast");
  }));

test("the glossary is filtered in both languages, and the filter stands in the address", () =>
  withPage({ language: "nl" }, async (page, lab, go) => {
    await go("glossary", "Begrippen");
    const main = page.getByRole("main");
    await main.getByRole("searchbox", { name: "Begrippen filteren" }).fill("seat");
    await main.getByRole("term").filter({ hasText: "Plaats" }).filter({ hasText: "Seat" }).waitFor();
    assert.match(page.url(), /#\/glossary\?q=seat$/);
    await main.getByRole("searchbox").fill("xyzzy");
    await main.getByText("Geen begrip voldoet aan het filter.").waitFor();
  }));
