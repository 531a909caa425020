// Contacts that stand in the way of a license: the article's remedy is done in the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TablePage } from "./table-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const STORY = {
  products: { ENTERPRISEPACK: 5 },
  users: { Anna: "NL", Bram: "BE" },
  contacts: { Reception: "SMTP:anna@contoso.onmicrosoft.com", Desk: "SMTP:bram@contoso.onmicrosoft.com" },
  groups: { Sales: { members: ["Anna", "Bram"], gives: { ENTERPRISEPACK: [] } } },
};

for (const language of ["en", "nl"]) {
  test(`a contact gives an address free: it is changed, or deleted (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      await lab.given(STORY);
      await lab.openUser("Anna");
      const path = lab.path("Office 365 E3", "Sales");
      await lab.why(path);
      // What holds the address is a link to it.
      await lab.explanation.getByRole("link", { name: "Reception" }).first().click();
      const table = new TablePage(page);
      await table.row("Reception").waitFor();
      assert.equal(await table.rows.count(), 1, "the list shows who is meant");
      await page.getByRole("button", { name: lab.word("change-what", { name: "Reception" }), exact: true }).click();
      const addresses = lab.dialog.getByRole("textbox", { name: "proxyAddresses" });
      assert.equal(await addresses.inputValue(), "SMTP:anna@contoso.onmicrosoft.com");
      await addresses.fill("SMTP:reception@contoso.onmicrosoft.com");
      await lab.press("save");
      await table.row("reception@contoso.onmicrosoft.com").waitFor();
      await lab.goToAddress("#/users/contacts");
      await page.getByRole("button", { name: lab.word("delete-what", { name: "Desk" }), exact: true }).click();
      await table.row("Desk").waitFor({ state: "detached" });
      for (const name of ["Anna", "Bram"]) {
        await lab.openUser(name);
        await lab.reprocess();
        await lab.run();
        await lab.path("Office 365 E3", "Sales").getByText(lab.word("state-active"), { exact: true }).filter({ visible: true }).waitFor();
      }
      await lab.goTo("Audit log");
      await page.getByRole("grid").getByText("Delete contact").waitFor();
      await lab.goTo("Users");
      await table.row("Bram").getByText(language === "nl" ? "België" : "Belgium").first().waitFor();
    }));
}

test("a group's plans are switched on its own screen, and a switch that is refused stays as it was", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await lab.given(STORY);
    await lab.openGroup("Sales");
    await lab.main.getByText("Plans of Office 365 E3", { exact: true }).click();
    const sway = lab.main.getByRole("switch", { name: /SWAY/ });
    await sway.click();
    await lab.main.getByText("Off: SWAY").waitFor();
    assert.equal(await sway.isChecked(), false);
    assert.equal(await sway.evaluate((element) => element === document.activeElement), true, "the focus stays");
    await lab.time.getByRole("button", { name: /^Undo/ }).click();
    await lab.main.getByText("Off: SWAY").waitFor({ state: "detached" });
    assert.equal(await sway.isChecked(), true);
  }));

test("what a step changed is marked for a moment, and not at all without motion", async () => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    await visitLab({ isExample: true, reducedMotion }, async (lab, page) => {
      await lab.given({ ...STORY, contacts: {} });
      await lab.openUser("Anna");
      await page.evaluate(() => {
        globalThis.marks = [];
        document.addEventListener("animationstart", (event) => globalThis.marks.push([event.animationName, event.target.closest("tr")?.innerText]));
      });
      await page.evaluate(() => {
        globalThis.licensingLab.setUnits("ENTERPRISEPACK", { suspended: 5 });
      });
      await lab.path("Office 365 E3", "Sales").getByText("Disabled").filter({ visible: true }).waitFor();
      const marks = () => page.evaluate(() => globalThis.marks.filter(([name]) => name.startsWith("changed")).length);
      if (reducedMotion === "reduce") {
        assert.equal(await marks(), 0);
      } else {
        await page.waitForFunction(() => globalThis.marks.some(([name, row]) => name === "changed" && row.includes("Office 365 E3")));
      }
    });
  }
});

test("what was said goes with the screen that it was said on", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await lab.given(STORY);
    await lab.openUser("Anna");
    await lab.reprocess();
    await lab.heard().filter({ hasText: "Done" }).waitFor();
    await page.waitForTimeout(1_200);
    await lab.goTo("Groups");
    await page.waitForFunction(() => document.querySelector('[role="status"]').textContent === "");
    await lab.openExample();
    await lab.heard().filter({ hasText: `Opened: ${lab.word("sample-example")}` }).waitFor();
  }));
