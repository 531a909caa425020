// Groups whose members follow from a rule: made by hand, wrong rules pointed at, the run in the queue, and why somebody is
// a member.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./browser.mjs";
import { PHONE, visits } from "./visits.mjs";

const visitLab = visits();

const TENANT = {
  products: { ENTERPRISEPACK: 9 },
  users: { Noor: "NL", Piet: "NL" },
  groups: { Sales: { members: ["Piet"], gives: { ENTERPRISEPACK: [] } } },
};
const RULE = 'user.department -eq "Sales"';

/** The rule of the open group. */
const card = (lab, page) => lab.main.getByRole("region", { name: lab.word("membership-rule") });

/** Writes a department into the dialog of a user. */
async function setDepartment(lab, name, department) {
  await lab.openUser(name);
  await lab.main.getByRole("button", { name: lab.word("edit-user"), exact: true }).first().click();
  await lab.dialog.getByRole("textbox", { name: lab.word("department") }).fill(department);
  await lab.press("save");
}

for (const language of ["en", "nl"]) {
  test(`a group is made dynamic: who does not fit leaves, and who joins is explained (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      await lab.given(TENANT);
      await setDepartment(lab, "Noor", "Sales");
      await lab.openGroup("Sales");
      await card(lab, page).getByRole("button", { name: lab.word("edit-rule") }).click();
      const rule = lab.dialog.getByRole("textbox", { name: lab.word("membership-rule") });
      // What is wrong is said with its place, and nothing is changed.
      await rule.fill("user.department -eq Sales");
      await lab.dialog.getByRole("button", { name: lab.word("save"), exact: true }).click();
      await lab.dialog.getByText(lab.word("rule-invalid", { at: 21, fault: lab.word("rule-fault-value") })).first().waitFor();
      await rule.fill(RULE);
      await accessibilityViolations(page).then((found) => assert.deepEqual(found, []));
      await lab.press("save");
      // Nobody is added by hand any more.
      assert.equal(await lab.main.getByRole("button", { name: lab.word("add-members"), exact: true }).count(), 0);
      await lab.goTo("Processing");
      await lab.main.getByText(lab.word("rule-run")).first().waitFor();
      await lab.run();
      await lab.openGroup("Sales");
      const because = lab.word("member-because", { name: "Noor", facts: lab.word("fact-is", { property: "department", value: "Sales" }) });
      await card(lab, page).getByText(because).waitFor();
      assert.equal(await lab.main.getByRole("row").filter({ hasText: "Piet" }).count(), 0);
      await lab.openUser("Piet");
      assert.equal(await lab.paths.getByRole("row").filter({ hasText: "Sales" }).count(), 0, "the license went with the membership");
      // Back by undo: the steps, then the rule.
      for (let undone = 0; undone < 12 && (await lab.path("Office 365 E3", "Sales").count()) === 0; undone += 1) {
        await page.keyboard.press("Control+z");
      }
      await lab.path("Office 365 E3", "Sales").waitFor();
    }));
}

test("a new group follows its rule from the beginning, and can be paused, on a phone", () =>
  visitLab({ isExample: true, viewport: PHONE }, async (lab, page) => {
    await lab.given(TENANT);
    await lab.goTo("Groups");
    await lab.act("new-group");
    await lab.dialog.getByRole("textbox", { name: lab.word("name"), exact: true }).fill("Everybody in the Netherlands");
    await lab.dialog.getByRole("combobox", { name: lab.word("membership-type") }).selectOption({ label: lab.word("membership-dynamic") });
    await lab.dialog.getByRole("textbox", { name: lab.word("membership-rule") }).fill('user.usageLocation -eq "NL"');
    await lab.press("create-group");
    await lab.arrived("Everybody in the Netherlands");
    await lab.run();
    await card(lab, page).getByRole("listitem").filter({ hasText: "Piet" }).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the window");
    await card(lab, page).getByRole("button", { name: lab.word("edit-rule") }).click();
    await lab.dialog.getByRole("combobox", { name: lab.word("membership-type") }).selectOption({ label: lab.word("membership-paused") });
    await lab.press("save");
    await card(lab, page).getByText(lab.word("membership-paused"), { exact: true }).waitFor();
    await lab.idle();
  }));
