// From an error to its repair, and from a change to what it would lead to: by the keyboard alone, in both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./browser.mjs";
import { visits } from "./visits.mjs";
import { CONFLICT } from "./worlds.mjs";

const visitLab = visits();

const E1 = "Office 365 E1";
const E3 = "Office 365 E3";

/** Presses Tab until the focus is on what `selects` says. */
async function tabTo(page, locator) {
  const target = locator.first();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${locator}`);
}

/** The pattern of a text whose argument may be anything. */
const begins = (lab, key) => new RegExp(`^${lab.word(key, { what: "" }).trim()}`);

for (const language of ["en", "nl"]) {
  test(`what stands in a menu, a setting or a row of a table is looked at where it is done (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      const gives = { ENTERPRISEPACK: [] };
      await lab.given({ products: { ENTERPRISEPACK: 5 }, users: { Anna: "NL", Bram: undefined }, groups: { Sales: { members: ["Anna"], gives } } });
      const button = (key, args) => lab.main.getByRole("button", { name: lab.word(key, args), exact: true });
      const figure = (key, args) => lab.main.getByText(lab.word(key, args), { exact: true }).first();
      const country = lab.main.getByRole("combobox", { name: lab.word("country"), exact: true });
      const script = (method, url, body) =>
        page.evaluate((request) => globalThis.licensingLab.graph(request).body, { method, url, body });
      const state = () => page.evaluate(() => JSON.stringify(globalThis.licensingLab.scenario()));

      // Bram has no location of his own: he gets nothing as long as the tenant is where nothing is licensed.
      await lab.goTo("Settings");
      await country.selectOption("IR");
      await button("save").click();
      await button("save").waitFor({ state: "detached" });
      const [bram] = (await script("GET", "/users?$filter=displayName eq 'Bram'")).value;
      const [sales] = (await script("GET", "/groups?$filter=displayName eq 'Sales'")).value;
      await script("POST", `/groups/${sales.id}/members/$ref`, { "@odata.id": `https://graph.microsoft.com/v1.0/users/${bram.id}` });
      await page.evaluate(() => globalThis.licensingLab.settle());
      const before = await state();

      // The tenant's country: looked at with everybody processed again, since it changes nobody by itself.
      await country.selectOption("NL");
      await button("preview").click();
      await figure("figure-heal", { number: 1 }).waitFor();
      const also = lab.word("preview-with-processing", { command: "", number: 2 });
      await page.getByRole("heading", { level: 1, name: also }).waitFor();
      await button("cancel").click();
      await lab.arrived(lab.word("settings-screen"));

      // The rules, from the side bar.
      const side = page.getByRole("navigation", { name: lab.word("main-nav"), exact: true });
      await side.getByRole("button", { name: lab.word("preview-other-rules"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: also }).waitFor();
      await button("cancel").click();
      await lab.arrived(lab.word("settings-screen"));

      // A member, beside the button that takes it out of the group.
      await lab.openGroup("Sales");
      await button("preview-repair", { what: lab.word("remove-from-group", { name: "Anna" }) }).click();
      await figure("figure-lose", { number: 1 }).waitFor();
      await button("cancel").click();
      await lab.arrived("Sales");

      assert.equal(await state(), before, "nothing was done");
    }));

  test(`from an error to its repair by the keyboard, undone by one undo (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      await lab.given(CONFLICT);
      await lab.openUser("Noor");
      const why = lab.path(E3, "Sales").getByRole("link", { name: new RegExp(`^${lab.word("why").replace("?", "\\?")}`) });
      await tabTo(page, why);
      await page.keyboard.press("Enter");
      const drawer = page.getByRole("complementary").filter({ has: lab.explanation });
      const ways = drawer.getByRole("button", { name: begins(lab, "apply-repair") });
      await ways.first().waitFor();
      assert.ok((await ways.count()) >= 3, "three ways to mend it");
      await drawer.getByText(lab.word("repairs-tried")).waitFor();
      await tabTo(page, ways);
      await page.keyboard.press("Enter");
      const comesByItself = drawer.getByText(lab.word("repairs-by-itself"));
      await comesByItself.waitFor();
      await lab.run();
      await comesByItself.waitFor({ state: "detached" });
      // The steps of the run, then the repair as one.
      for (let undone = 0; (await lab.directPath(E1).count()) === 0 && undone < 9; undone += 1) await page.keyboard.press("Control+z");
      await lab.directPath(E1).waitFor();
      await ways.first().waitFor();
    }));

  test(`a wide change opens its preview; Cancel leaves everything as it is, by the keyboard (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      await lab.given(CONFLICT);
      await lab.openGroup("Sales");
      const remove = lab.main.getByRole("button", { name: lab.word("remove-license", { name: E3 }) });
      const before = await page.evaluate(() => JSON.stringify(globalThis.licensingLab.scenario()));
      await tabTo(page, remove);
      await page.keyboard.press("Enter");
      await lab.main.getByText(lab.word("figure-lose", { number: 1 }), { exact: true }).first().waitFor();
      await page.getByRole("heading", { level: 1 }).and(page.locator(":focus")).waitFor();
      assert.deepEqual(await accessibilityViolations(page), []);
      await tabTo(page, lab.main.getByRole("button", { name: lab.word("cancel"), exact: true }));
      await page.keyboard.press("Enter");
      await lab.arrived("Sales");
      assert.equal(await page.evaluate(() => JSON.stringify(globalThis.licensingLab.scenario())), before);
      // Ctrl Enter applies what is shown.
      await tabTo(page, remove);
      await page.keyboard.press("Enter");
      await lab.main.getByRole("button", { name: lab.word("apply-change"), exact: true, disabled: false }).waitFor();
      await page.keyboard.press("Control+Enter");
      await lab.arrived("Sales");
      assert.equal(await remove.count(), 0);
    }));
}
