// Every view and every dialog in both languages, in both themes, wide and narrow and enlarged: nothing for axe, and nothing
// is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OF_COLORS, OF_WORDS, accessibilityViolations, cutOff, overflowsSideways } from "./browser.mjs";
import { TENANT, everyDialog, go } from "./dialogs-page.mjs";
import { TablePage } from "./table-page.mjs";
import { DESKTOP, PHONE, times, visits } from "./visits.mjs";

const visitLab = visits();

/**
 * How each is looked at, one after the other in the same visit. How things are laid out depends on no theme, so that of
 * the dark one only the colors are looked at; in the heavy run everything is looked at in every look.
 */
const LOOKS = {
  "on a desktop, dark": { viewport: DESKTOP, colorScheme: "dark", rules: times(OF_COLORS, undefined) },
  "on a phone": { viewport: PHONE },
  // 1280 px wide at 200 %: half as many. What is shown is that of a phone or of a desktop, so only its place is new.
  "at 200 %": { viewport: { width: 640, height: 400 }, rules: times(["scrollable-region-focusable", "target-size"], undefined) },
  "on a desktop": { viewport: DESKTOP },
};

/** In another language. What axe finds the same in both is looked at again in the heavy run. */
const WORDED = {
  "on a phone": { viewport: PHONE, rules: OF_WORDS },
  "on a desktop": { viewport: DESKTOP, rules: ["target-size"] },
};
const LOOKS_OF = { en: LOOKS, nl: times(WORDED, LOOKS) };

/** Views by their addresses, each with what has to be there before it is looked at. */
const VIEWS = [
  "#/", "#/map", "#/groups", "#/groups/0", "#/groups/0?state=error", "#/groups/1", "#/groups/2", "#/groups/deleted",
  "#/users", "#/users/0", "#/users/2", "#/users/3", "#/users/5", "#/users/deleted", "#/users/contacts", "#/products",
  "#/products/compare", "#/products/compare?product=ENTERPRISEPACK&with=STANDARDPACK",
  "#/products/compare?product=MCOMEETADV&with=nothing", "#/products/compare?product=MCOMEETADV&with=ENTERPRISEPACK",
  "#/processing", "#/audit", "#/graph", "#/import", "#/preview", "#/rules", "#/rules/pairs", "#/rules/prerequisites",
  "#/rules/locations", "#/settings", "#/glossary", "#/about", "#/lessons", "#/errors", "#/assess", "#/author", "#/nowhere",
];

/** What is wrong with what is shown, however it is looked at. */
async function faults({ page, language }, what) {
  const found = [];
  for (const [look, { viewport, colorScheme = "light", rules }] of Object.entries(LOOKS_OF[language])) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const seen = (await accessibilityViolations(page, rules)).concat(await cutOff(page));
    if (await overflowsSideways(page)) seen.push("it is wider than the window");
    found.push(...seen.map((fault) => `${what} ${look}: ${fault}`));
    if (process.env.SCREENSHOTS) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${`${what} ${look}`.replace(/\W+/g, "-")}.png` });
    }
  }
  return found;
}

for (const language of ["en", "nl"]) {
test(`every view, in every look (${language})`, () =>
  visitLab({ isExample: true, language }, async (lab, page) => {
    const found = [];
    const looksRight = async (what) => found.push(...(await faults(lab, what)));
    await lab.given(TENANT);
    for (const address of VIEWS) {
      await go(page, address);
      await looksRight(address);
    }
    await lab.openProduct("Office 365 E3");
    for (const tab of ["licensed-groups", "service-plans", "users"]) {
      await lab.openTab(tab);
      await new TablePage(page).rows.first().waitFor();
      await looksRight(`product ${tab}`);
    }
    await go(page, "#/users/3");
    await lab.why(lab.path("Office 365 E3", "Sales E3"));
    await looksRight("explanation");
    await go(page, "#/users");
    await new TablePage(page).rows.first().getByRole("checkbox").check();
    await looksRight("selection");
    // A preview, with its users before and after.
    await go(page, "#/groups/0");
    await lab.main.getByRole("button", { name: lab.word("remove-license", { name: "Office 365 E3" }), exact: true }).click();
    await lab.main.getByRole("button", { name: lab.word("apply-change"), exact: true, disabled: false }).waitFor();
    await looksRight("a preview");
    await lab.main.getByRole("button", { name: lab.word("add-to-draft"), exact: true }).click();
    await looksRight("a draft");
    await lab.openEmpty();
    for (const address of ["#/", "#/groups", "#/users", "#/products", "#/processing", "#/audit", "#/map"]) {
      await go(page, address);
      await looksRight(`empty ${address}`);
    }
    assert.deepEqual(found, []);
  }));

test(`every dialog, in every look (${language})`, () =>
  visitLab({ isExample: true, language }, async (lab, page) => {
    const found = [];
    const looksRight = async (what) => found.push(...(await faults(lab, what)));
    await lab.given(TENANT);
    for (const [name, { address, open }] of Object.entries(everyDialog(lab))) {
      await go(page, address);
      await open();
      await lab.dialog.waitFor();
      if (name.startsWith("assign")) await lab.dialog.getByRole("checkbox").first().check();
      await looksRight(`dialog ${name}`);
      await page.keyboard.press("Escape");
      await lab.dialog.waitFor({ state: "hidden" });
    }
    // A refusal within a dialog.
    await go(page, "#/users/4");
    const button = await lab.fillAssign({ "Office 365 E3": undefined });
    await lab.dialog.getByRole("button", { name: lab.word(button), exact: true }).click();
    await lab.dialog.getByRole("alert").getByText(lab.word("refused")).waitFor();
    await looksRight("refusal in a dialog");
    assert.deepEqual(found, []);
  }));
}

test("on a phone the menu leads to the dialogs of the tenant", () =>
  visitLab({ viewport: PHONE }, async (lab, page) => {
    for (const name of ["History…", "My tenants…"]) {
      await page.getByRole("button", { name: "Tenant and page settings" }).click();
      await page.getByRole("button", { name: "This tenant" }).click();
      // The one menu takes the place of the other, and all of it is in sight.
      await page.locator("#settings-menu").waitFor({ state: "hidden" });
      const { x, y, width, height } = await page.locator("#tenant-menu").boundingBox();
      assert.ok(x >= 0 && y >= 0 && x + width <= PHONE.width && y + height <= PHONE.height, `${x} ${y} ${width} ${height}`);
      await page.getByRole("button", { name, exact: true }).click();
      await lab.dialog.waitFor();
      await page.keyboard.press("Escape");
      await lab.dialog.waitFor({ state: "hidden" });
    }
  }));

test("the page follows the system's color scheme", () =>
  visitLab({ colorScheme: "dark" }, async (lab, page) => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.emulateMedia({ colorScheme: "light" });
    assert.notEqual(await background(), dark);
  }));
