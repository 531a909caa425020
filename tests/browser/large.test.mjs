// A tenant that is too large for the browser's storage: kept in its database, as somebody sees it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./browser.mjs";
import { keepingVisits } from "./keeping-page.mjs";
import { beside, fileOf, keepCopy, open, reload, units } from "./large-page.mjs";

const { withPage } = keepingVisits();

const USERS = 100_000;

test("a tenant that is too large for the storage is kept in the database, with what is done in it", { timeout: 300_000 }, () =>
  withPage(async (keeping, lab, page) => {
    page.setDefaultTimeout(60_000);
    await open(keeping, page, fileOf(USERS));
    await keepCopy(keeping);
    await keeping.notices.getByText("it is kept in the browser's database").waitFor();
    assert.deepEqual(await accessibilityViolations(page), []);
    await keeping.answer("dismiss");
    assert.ok((await units(page)) < 10_000, "what is in the storage is small");
    assert.equal(await beside(page), 2);
    await reload(keeping, lab, page);
    assert.deepEqual(await keeping.groups(), ["Sales"]);
    await keeping.create("added");
    await keeping.saved();
    await reload(keeping, lab, page);
    assert.deepEqual(await keeping.groups(), ["Sales", "added"]);
    // It is said once.
    assert.equal(await keeping.notices.getByText("it is kept in the browser's database").count(), 0);

    const dialog = await keeping.openTenants();
    const row = dialog.getByRole("listitem").filter({ hasText: "100,000 users" });
    await row.getByText(/[\d,]+ KB in the browser's database/).waitFor();
    assert.deepEqual(await accessibilityViolations(page), []);
    // A copy of it lies there as well, and nothing of it is left when it is removed for good.
    await row.getByRole("button", { name: /^Duplicate/ }).click();
    await dialog.getByRole("textbox", { name: keeping.word("tenant-name") }).nth(1).waitFor();
    assert.equal(await beside(page), 4);
    for (let turn = 0; turn < 2; turn += 1) {
      await dialog.getByRole("button", { name: /^Delete: .*A large one/ }).first().click();
      await dialog.getByRole("button", { name: keeping.word("erase"), exact: true }).click();
    }
    for (let left = await beside(page); left > 0; left = await beside(page)) await page.waitForTimeout(50);
  }));

test("a storage without room is gone on with, in the database", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("before");
    await keeping.saved();
    await keeping.fillStorage();
    await keeping.create("while it is full");
    await keeping.saved();
    assert.ok((await beside(page)) > 0);
    await reload(keeping, lab, page);
    assert.ok((await keeping.groups()).includes("while it is full"));
  }));

test("two tabs of a tenant in the database go on together", { timeout: 300_000 }, () =>
  withPage(async (keeping, lab, page, context) => {
    page.setDefaultTimeout(60_000);
    await open(keeping, page, fileOf(30_000));
    await keepCopy(keeping);
    await keeping.create("of the first");
    await keeping.saved();
    const other = await keeping.constructor.open(context, page.url());
    other.page.setDefaultTimeout(60_000);
    await other.saved();
    assert.ok((await other.groups()).includes("of the first"));
    await other.create("of the second");
    await other.saved();
    for (let groups = []; !groups.includes("of the second"); groups = await keeping.groups()) await page.waitForTimeout(50);
    await reload(keeping, lab, page);
    assert.deepEqual(await keeping.groups(), ["Sales", "of the first", "of the second"]);
  }));
