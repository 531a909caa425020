// What is typed and chosen: numbers and countries as the language writes them, products by any of their names, and many at
// once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TablePage } from "./table-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const TENANT = { products: { ENTERPRISEPACK: 5 }, users: { Noor: "BE" }, groups: { Sales: {}, Legal: {} } };

for (const [language, number, country] of [["en", "1,000", "Netherlands"], ["nl", "1.000", "Nederland"]]) {
  test(`numbers and countries are read as the language writes them, and nothing that is typed is changed (${language})`, () =>
    visitLab({ isExample: true, language, reducedMotion: "reduce" }, async (lab, page) => {
      await lab.given(TENANT);
      await lab.openProduct("Office 365 E3");
      await lab.act("units");
      const field = lab.dialog.getByRole("textbox", { name: "enabled" });
      const beside = field.locator("xpath=..").getByRole("alert");
      for (const typed of ["2.5", "2,5", "1e5", "-1", "ten", ""]) {
        await lab.retype(field, typed);
        if (!typed) await field.fill("");
        assert.equal(await field.inputValue(), typed);
        await beside.getByText(lab.word("not-a-number")).waitFor();
        await field.press("Enter");
        assert.equal(await lab.dialog.count(), 1, `${typed} is not taken`);
      }
      await lab.retype(field, number);
      assert.equal(await field.inputValue(), number);
      await field.press("Enter");
      await lab.dialog.waitFor({ state: "hidden" });
      const units = () => page.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/subscribedSkus" }).body.value[0].prepaidUnits.enabled);
      assert.equal(await units(), 1_000);

      await lab.openUser("Noor");
      await lab.act("change-location");
      const location = lab.dialog.getByRole("combobox");
      await lab.retype(location, "ZZ");
      await location.press("Enter");
      await lab.dialog.getByText(lab.word("not-a-country", { text: "ZZ" })).waitFor();
      assert.equal(await location.inputValue(), "ZZ");
      // Chosen from a list with the names of the language.
      const listed = await location.evaluate((field) => [...field.list.options].map(({ value }) => value));
      assert.ok(listed.some((value) => value.includes(country) && value.includes("NL")), listed.slice(0, 5).join());
      await lab.retype(location, country);
      await location.press("Enter");
      await lab.dialog.waitFor({ state: "hidden" });
      const where = await page.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/users?$select=usageLocation" }).body.value[0].usageLocation);
      assert.equal(where, "NL");
    }));
}

test("a product to buy is found by the names that it has or had, by its id, and what is not found says what to try", () =>
  visitLab({ reducedMotion: "reduce" }, async (lab) => {
    await lab.openEmpty();
    await lab.goTo("Products");
    await lab.act("buy-product");
    const filter = lab.dialog.getByRole("searchbox");
    for (const typed of ["Office 365 Enterprise E3", "E3 office", "6fd2c87f-b296-42f0-b197-1e91e994b900", "ENTERPRISEPACK"]) {
      await filter.fill(typed);
      await lab.dialog.getByRole("radio", { name: /^Office 365 E3 ENTERPRISEPACK/ }).waitFor();
    }
    await filter.fill("qwertyuiop");
    await lab.dialog.getByText(lab.word("no-offer")).waitFor();
  }));

test("many users are created, found, added to a group and downloaded at once, and a list that is cut says so", () =>
  visitLab({ isExample: true, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.given(TENANT);
    await lab.goTo("Users");
    await lab.act("new-users");
    const lines = Array.from({ length: 130 }, (_, at) => (at % 2 ? `Person ${at}; person.${at}; Belgium` : `Person ${at}`));
    await lab.dialog.getByRole("textbox").fill(lines.join("\n"));
    await lab.press("create-so-many", { number: 130 });
    const table = new TablePage(page);
    // All that a filter finds, into a group.
    await table.search("Person 1");
    const found = Array.from({ length: 130 }, (_, at) => `Person ${at}`).filter((name) => name.includes("1")).length;
    await table.grid.getByRole("checkbox", { name: lab.word("select-all") }).check();
    await table.selection.getByText(lab.word("rows-selected", { number: found })).waitFor();
    await table.selection.getByRole("button", { name: lab.word("add-selected-to-group") }).click();
    await lab.dialog.getByRole("radio", { name: /Sales/ }).check();
    await lab.press("add");
    const members = (group) =>
      page.evaluate((group) => {
        const graph = (url) => globalThis.licensingLab.graph({ method: "GET", url }).body.value;
        return graph(`/groups/${graph(`/groups?$filter=displayName eq '${group}'`)[0].id}/members?$top=999`).map(({ displayName }) => displayName);
      }, group);
    assert.equal((await members("Sales")).length, found);

    // The dialog of a group lists a hundred, says so, and chooses everybody; a group is a member as well.
    await lab.openGroup("Legal");
    await lab.act("add-members");
    await lab.dialog.getByText(lab.word("first-of-found", { listed: 100, all: 132 })).waitFor();
    await lab.dialog.getByRole("button", { name: lab.word("choose-all-found") }).click();
    await lab.dialog.getByRole("searchbox").fill("Sales");
    await lab.dialog.getByRole("checkbox", { name: /Sales/ }).check();
    await lab.press("add-so-many", { number: 132 });
    const all = await members("Legal");
    assert.equal(all.length, 132);
    assert.ok(all.includes("Sales"), "a group in a group");

    // The file is called as the group is, and names everybody's account.
    await lab.goToAddress("#/groups/0");
    await page.getByRole("heading", { level: 1, name: "Sales" }).waitFor();
    const file = await table.export();
    assert.match(file.name, /^sales/);
    assert.match(file.text, /person\.1@contoso\.onmicrosoft\.com/);
  }));
