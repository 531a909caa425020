// The tenants of this browser in their list: named, copied, deleted and brought back, and how old each is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./browser.mjs";
import { KeepingPage, keepingVisits } from "./keeping-page.mjs";

const { withPage, shared } = keepingVisits();

test("several tenants: named, copied, deleted and brought back", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("mine");
    await keeping.saved();
    let list = await keeping.openTenants();
    const name = list.getByRole("textbox", { name: "Name of the tenant" });
    // Typed, as Firefox takes what is filled in for no change.
    await name.press("Control+a");
    await name.pressSequentially("Würzburg <b>");
    await name.press("Tab");
    await list.getByRole("button", { name: "Duplicate: Würzburg <b>" }).click();
    await list.getByRole("textbox").nth(1).waitFor();
    assert.deepEqual(await list.getByRole("textbox").evaluateAll((fields) => fields.map(({ value }) => value).sort()), [
      "Copy of Würzburg <b>",
      "Würzburg <b>",
    ]);
    assert.deepEqual(await accessibilityViolations(page), []);
    await list.getByRole("button", { name: "Open: Copy of Würzburg <b>" }).click();
    await keeping.tenant.filter({ hasText: "Copy of Würzburg <b>" }).waitFor();
    assert.ok((await keeping.groups()).includes("mine"));
    await keeping.create("of the copy");
    // What the list says is never older than what is kept: users, and when.
    const counted = async () => {
      list = await keeping.openTenants();
      const row = list.getByRole("listitem").filter({ hasText: `· ${lab.word("tenant-open")}` });
      await row.waitFor();
      const said = await row.innerText();
      await page.keyboard.press("Escape");
      return Number(said.match(/(\d+) users?/)[1]);
    };
    const users = await counted();
    for (const name of ["Zoe", "Yara"]) {
      await keeping.graph({ method: "POST", url: "/users", body: { displayName: name, userPrincipalName: `${name}@contoso.onmicrosoft.com` } });
    }
    assert.equal(await counted(), users + 2);
    const { body } = await keeping.graph({ method: "GET", url: "/users?$select=id&$top=999" });
    assert.equal(body.value.length, users + 2);
    list = await keeping.openTenants();
    await list.getByRole("button", { name: "Delete: Copy of Würzburg <b>" }).click();
    await keeping.tenant.filter({ hasText: /^(?!Copy)Würzburg/ }).waitFor();
    assert.ok(!(await keeping.groups()).includes("of the copy"));
    await list.getByRole("button", { name: "Restore" }).click();
    await list.getByRole("button", { name: "Open: Copy of Würzburg <b>" }).click();
    await keeping.tenant.filter({ hasText: "Copy of Würzburg <b>" }).waitFor();
    assert.ok((await keeping.groups()).includes("of the copy"));
  }));

/** The clock of the browser stands at this time of day. */
const clock = (page, time) => page.clock.setFixedTime(new Date(`2026-11-12T${time}:00Z`));

test("the list says how many users a tenant has and when it was saved, as they are now", () =>
  withPage(async (keeping, lab, page, context) => {
    const user = (name) =>
      keeping.graph({ method: "POST", url: "/users", body: { displayName: name, userPrincipalName: `${name}@contoso.onmicrosoft.com` } });
    /** What the list says of a tenant, in any tab. */
    const said = async (tab, title) => {
      const list = await tab.openTenants();
      const row = list.getByRole("listitem").filter({ has: tab.page.locator("input") });
      const index = await row.getByRole("textbox").evaluateAll((fields, title) => fields.findIndex(({ value }) => value === title), title);
      const words = await row.nth(index).innerText();
      await tab.page.keyboard.press("Escape");
      return words;
    };
    const isNow = async (tab, title, users, time, what) => {
      const words = await said(tab, title);
      assert.match(words, new RegExp(`^${users} users · saved Nov 12, 2026, ${time}\\sAM`), `${what}: ${words}`);
    };

    await clock(page, "06:26");
    await lab.openEmpty();
    await user("Ada");
    await keeping.saved();
    const list = await keeping.openTenants();
    const title = await list.getByRole("textbox").first().inputValue();
    await page.keyboard.press("Escape");
    assert.match(await said(keeping, title), /^1 user · saved Nov 12, 2026, 6:26\sAM/);

    await clock(page, "06:52");
    for (let number = 1; number <= 12; number += 1) await user(`user${number}`);
    await keeping.saved();
    await isNow(keeping, title, 13, "6:52", "of the tenant that is open");

    // Nothing was done since, whatever the clock says; and it is so in another tab and after a reload.
    await clock(page, "07:10");
    await isNow(keeping, title, 13, "6:52", "later");
    const other = await KeepingPage.open(context, shared.host.url);
    await isNow(other, title, 13, "6:52", "in another tab");
    await other.page.close();
    await page.reload();
    await lab.complete();
    await isNow(keeping, title, 13, "6:52", "after a reload");

    // Another one is open: this one stays as it was, and that is said before.
    await lab.goToAddress("#/");
    await lab.act("open-sample");
    await lab.dialog.getByText(lab.word("sample-lead-kept")).waitFor();
    await page.keyboard.press("Escape");
    await lab.dialog.waitFor({ state: "hidden" });
    await lab.openSample(lab.word("sample-five-errors"));
    await keeping.create("anything");
    await keeping.saved();
    await isNow(keeping, title, 13, "6:52", "beside the one that is open");
  }, { timezoneId: "UTC" }));
