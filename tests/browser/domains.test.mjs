// The tenant's domains: added, used for a new user, refused to be deleted while somebody uses one, deleted, undone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visits } from "./visits.mjs";

const visitLab = visits();

for (const language of ["en", "nl"]) {
  test(`domains are added in the settings, users are created in them, and none is deleted that is used (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      await lab.given({ products: {}, users: {}, groups: {} });
      await lab.goToAddress("#/settings");
      const domains = lab.main.getByRole("group", { name: lab.word("domains"), exact: true });
      const field = domains.getByRole("textbox", { name: lab.word("new-domain") });
      const deleting = (name) => domains.getByRole("button", { name: lab.word("delete-what", { name }), exact: true });
      await field.waitFor();
      assert.equal(await domains.getByRole("listitem").count(), 1);
      assert.equal(await domains.getByRole("button", { name: /onmicrosoft/ }).count(), 0, "the initial domain stays");

      // By keys alone; the refusal stands beside the field, and what was typed stays.
      await field.fill("fabrikam");
      await field.press("Enter");
      await domains.getByRole("alert").getByText(lab.word("domain-invalid")).waitFor();
      assert.equal(await field.inputValue(), "fabrikam");
      await field.fill(" fabrikam.com ");
      await field.press("Enter");
      await domains.getByText("fabrikam.com", { exact: true }).waitFor();
      assert.equal(await domains.getByRole("alert").count(), 0, "nothing is said any more");
      assert.equal(await field.inputValue(), "");

      await lab.goToAddress("#/users");
      await page.getByRole("button", { name: lab.word("new-user"), exact: true }).first().click();
      await lab.dialog.getByRole("textbox", { name: lab.word("display-name") }).fill("Noor Visser");
      await lab.dialog.getByRole("combobox", { name: lab.word("domain-of-user") }).selectOption("fabrikam.com");
      await lab.press("create-user");
      await lab.main.getByText("noor.visser@fabrikam.com").first().waitFor();

      // Several at once get it too; who has an address with a domain keeps that.
      await lab.goToAddress("#/users");
      await page.getByRole("button", { name: lab.word("new-users"), exact: true }).first().click();
      await lab.dialog.getByRole("combobox", { name: lab.word("domain-of-user") }).selectOption("fabrikam.com");
      const initial = await lab.dialog.getByRole("option").first().innerText();
      await lab.dialog.getByRole("textbox").fill(`Bram Bos\nCleo Dam; cleo@${initial}`);
      await lab.dialog.getByRole("button", { name: lab.word("create-so-many", { number: 2 }) }).click();
      await lab.dialog.waitFor({ state: "hidden" });
      await lab.main.getByText("bram.bos@fabrikam.com").filter({ visible: true }).first().waitFor();
      await lab.main.getByText(`cleo@${initial}`).filter({ visible: true }).first().waitFor();
      await lab.time.getByRole("button", { name: new RegExp(`^${lab.word("undo")}`) }).click();
      await lab.main.getByText("bram.bos@fabrikam.com").first().waitFor({ state: "detached" });

      await lab.goToAddress("#/settings");
      await deleting("fabrikam.com").click();
      await domains.getByRole("alert").getByText(lab.word("domain-in-use", { name: "Noor Visser", number: 1 })).waitFor();
      await field.fill("tailspin.com");
      await field.press("Enter");
      await deleting("tailspin.com").click();
      await domains.getByText("tailspin.com", { exact: true }).waitFor({ state: "detached" });
      assert.equal(await field.evaluate((element) => element === document.activeElement), true, "the focus is not lost");
      await lab.time.getByRole("button", { name: new RegExp(`^${lab.word("undo")}`) }).click();
      await domains.getByText("tailspin.com", { exact: true }).waitFor();
    }));
}
