// Two products side by side: reached from a product and from anywhere, kept in the address, under the rules that hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visits } from "./visits.mjs";

const visitLab = visits();

for (const language of ["en", "nl"]) {
  test(`two products are compared from one of them, by the keyboard (${language})`, () =>
    visitLab({ language }, async (lab, page) => {
      await lab.openProduct("Office 365 E3");
      const link = lab.main.getByRole("link", { name: lab.word("beside-another"), exact: true });
      await link.focus();
      await page.keyboard.press("Enter");
      await lab.arrived(lab.word("beside-title"));
      const [first, second] = [lab.word("beside-first"), lab.word("beside-second")].map((name) => lab.main.getByRole("combobox", { name }));
      assert.equal(await first.inputValue(), "ENTERPRISEPACK");
      await lab.retype(second, "standardpack");
      await page.keyboard.press("Enter");
      const pairs = await lab.main.locator(".clashes:not(.clashes--not) .clash").count();
      assert.ok(pairs > 1, `${pairs} pairs`);
      await lab.main.getByRole("heading", { name: lab.word("beside-clash", { number: pairs }) }).waitFor();
      assert.match(page.url(), /#\/products\/compare\?product=ENTERPRISEPACK&with=standardpack$/);
      // Either gives way: the plan of the one, or that of the other.
      const ways = lab.main.locator(".beside-ways > li");
      assert.equal(await ways.count(), 2);
      await ways.filter({ hasText: "Office 365 E1" }).getByText("Exchange Online (Plan 1)").waitFor();
      await ways.filter({ hasText: "Office 365 E3" }).getByText("Exchange Online (Plan 2)").waitFor();
      // What both hold is folded until it is wanted.
      const plans = lab.main.getByRole("region", { name: lab.word("beside-table") });
      const rows = await plans.getByRole("row").count();
      await lab.main.getByRole("button", { expanded: false }).filter({ hasText: /\d/ }).click();
      await page.waitForFunction(([table, rows]) => document.querySelectorAll(table).length > rows, [".beside-plans tr", rows]);
      // Back leads to what was compared before.
      await lab.main.getByRole("button", { name: lab.word("beside-swap"), exact: true }).click();
      await page.waitForFunction((value) => document.getElementById("beside-second").value === value, "ENTERPRISEPACK");
      await page.goBack();
      await page.waitForFunction((value) => document.getElementById("beside-first").value === value, "ENTERPRISEPACK");
    }));
}

test("the rules of the tenant decide, and what sources disagree on is told apart", () =>
  visitLab({}, async (lab, page) => {
    await lab.goToAddress("#/products/compare?product=6fd2c87f-b296-42f0-b197-1e91e994b900&with=MCOMEETADV");
    await lab.main.getByRole("heading", { name: lab.word("beside-together") }).waitFor();
    await lab.main.getByText("Office 365 E3 brings it").waitFor();
    await lab.goToAddress("#/products/compare?product=STANDARDPACK&with=ENTERPRISEPACK");
    const enforced = lab.main.locator(".clashes:not(.clashes--not) .clash");
    await enforced.first().waitFor();
    const in2019 = await enforced.count();
    await page.getByRole("group", { name: "Rules" }).getByRole("button", { name: "Today" }).first().click();
    await page.waitForFunction((before) => document.querySelectorAll(".clashes:not(.clashes--not) .clash").length !== before, in2019);
    assert.ok((await enforced.count()) < in2019);
  }));

test("a product that is not there is named, and Find anything leads to the screen", () =>
  visitLab({}, async (lab, page) => {
    await page.keyboard.press("Control+k");
    await lab.dialog.getByRole("combobox").or(lab.dialog.getByRole("searchbox")).fill("compare prod");
    await lab.dialog.getByText("Compare products").first().click();
    await lab.arrived("Compare products");
    const second = lab.main.getByRole("combobox", { name: "Second product" });
    await lab.retype(second, "No such thing <b>");
    await second.press("Enter");
    await lab.main.getByText("No product in the catalog is called “No such thing <b>”.").waitFor();
    await lab.retype(second, "office 365 e5");
    await second.press("Enter");
    await lab.main.getByRole("strong").filter({ hasText: "Office 365 E5" }).waitFor();
    assert.equal(await second.inputValue(), "ENTERPRISEPREMIUM");
  }));
