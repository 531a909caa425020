// A draft is part of the tenant, what was shown is done or refused, all errors are mended at once, and two states are held
// against each other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./browser.mjs";
import { KeepingPage, keepingVisits } from "./keeping-page.mjs";
import { CONFLICT } from "./worlds.mjs";

const { withPage, shared } = keepingVisits();

const E3 = "Office 365 E3";

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Waits until the draft holds just these changes, in this order. */
async function holds(lab, changes) {
  const rows = lab.main.locator("ol.drafted > li");
  for (const [at, change] of changes.entries()) await rows.nth(at).getByText(change, { exact: true }).waitFor();
  await rows.nth(changes.length).waitFor({ state: "detached" });
}

const press = (lab, key, args) => lab.main.getByRole("button", { name: lab.word(key, args), exact: true });

/** Presses a button by the keyboard. */
async function enter(button) {
  await button.focus();
  await button.press("Enter");
}

/** Looks at taking E3 away from the group. */
async function lookAtRemoval(lab) {
  await lab.openGroup("Sales");
  await enter(press(lab, "remove-license", { name: E3 }));
  await press(lab, "apply-change").and(lab.page.locator(":enabled")).waitFor();
}

for (const language of ["en", "nl"]) {
  test(`a draft is collected, put into order, undone, kept, shared and applied (${language})`, () =>
    withPage(
      async (keeping, lab, page, context) => {
        await lab.given(CONFLICT);
        const removal = capital(lab.word("do-remove", { products: E3, whose: "Sales" }));
        const deletion = capital(lab.word("do-delete-user", { user: "Anna" }));
        await lookAtRemoval(lab);
        await enter(press(lab, "add-to-draft"));
        await holds(lab, [removal]);
        await lab.openUser("Anna");
        await enter(press(lab, "delete-user"));
        await enter(press(lab, "add-to-draft"));
        await holds(lab, [removal, deletion]);
        assert.deepEqual(await accessibilityViolations(page), []);

        await enter(press(lab, "draft-earlier", { command: deletion }));
        await holds(lab, [deletion, removal]);
        await page.keyboard.press("Control+z");
        await holds(lab, [removal, deletion]);
        await enter(press(lab, "draft-take-out", { command: removal }));
        await holds(lab, [deletion]);
        await page.keyboard.press("Control+z");
        await holds(lab, [removal, deletion]);
        await page.keyboard.press("Control+Shift+z");
        await holds(lab, [deletion]);
        await page.keyboard.press("Control+z");

        await keeping.saved();
        await page.reload();
        await lab.complete();
        await holds(lab, [removal, deletion]);

        await keeping.openShare();
        const link = await keeping.made(lab.dialog);
        const { lab: other } = await KeepingPage.open(context, link, language);
        await other.goToAddress("#/preview");
        await holds(other, [removal, deletion]);
        await other.page.close();
        await page.keyboard.press("Escape");
        await lab.dialog.waitFor({ state: "detached" });

        await enter(lab.main.getByRole("region", { name: lab.word("draft"), exact: true }).getByRole("button", { name: lab.word("preview"), exact: true }));
        await press(lab, "apply-change").and(page.locator(":enabled")).waitFor();
        await lab.main.getByText(lab.word("step-by-step"), { exact: true }).waitFor();
        await enter(press(lab, "apply-change"));
        const isThere = () =>
          page.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/users?$filter=displayName eq 'Anna'" }).body.value.length);
        await page.waitForFunction(() => !globalThis.licensingLab.graph({ method: "GET", url: "/users?$filter=displayName eq 'Anna'" }).body.value.length);
        await lab.goToAddress("#/preview");
        await holds(lab, []);
        await page.keyboard.press("Control+z");
        await holds(lab, [removal, deletion]);
        assert.equal(await isThere(), 1, "one undo takes back all of it");
      },
      { language },
    ));

  test(`what was shown is not applied to a tenant that another tab has changed; one button looks again (${language})`, () =>
    withPage(
      async (keeping, lab, page, context) => {
        await lab.given(CONFLICT);
        await lookAtRemoval(lab);
        await keeping.saved();
        const other = await KeepingPage.open(context, shared.host.url, language);
        await other.create("Moved on");
        await other.saved();
        assert.ok((await other.groups()).includes("Sales"), "both tabs show one tenant");
        await page.bringToFront();
        await enter(press(lab, "apply-change"));
        const alert = lab.main.getByRole("alert").filter({ hasText: lab.word("preview-moved-on") });
        await alert.waitFor();
        assert.deepEqual(await accessibilityViolations(page), []);
        await enter(alert.getByRole("button", { name: lab.word("look-again"), exact: true }));
        await alert.waitFor({ state: "detached" });
        await press(lab, "apply-change").and(page.locator(":enabled")).waitFor();
        await page.keyboard.press("Control+Enter");
        await lab.arrived("Sales");
        await press(lab, "remove-license", { name: E3 }).waitFor({ state: "detached" });
        assert.ok((await keeping.groups()).includes("Moved on"), "what the other tab did stays");
        await other.page.close();
      },
      { language },
    ));

  test(`all errors of a group are mended from one dialog (${language})`, () =>
    withPage(
      async (keeping, lab, page) => {
        await lab.given(CONFLICT);
        await lab.openGroup("Sales");
        await enter(lab.notification.getByRole("button", { name: lab.word("mend-errors", { number: 1 }), exact: true }));
        const ways = lab.dialog.getByRole("button", { name: new RegExp(`^${lab.word("preview-repair", { what: "" }).trim()}`) });
        await ways.first().waitFor();
        assert.deepEqual(await accessibilityViolations(page), []);
        await enter(ways.first());
        await press(lab, "apply-change").and(page.locator(":enabled")).waitFor();
        await page.keyboard.press("Control+Enter");
        await lab.arrived("Sales");
        await lab.run();
        await lab.notification.waitFor({ state: "detached" });
      },
      { language },
    ));

  test(`the tenant is held against another state of it (${language})`, () =>
    withPage(
      async (keeping, lab, page) => {
        await lab.given(CONFLICT);
        await lab.goToAddress("#/preview");
        const card = lab.main.getByRole("region", { name: lab.word("compare"), exact: true });
        const compare = async (option) => {
          await card.getByRole("combobox").selectOption(option);
          await enter(card.getByRole("button", { name: lab.word("compare"), exact: true }));
        };
        // Everybody was processed under these rules already.
        await compare({ label: lab.word("compare-rules-2019") });
        await card.getByText(lab.word("compare-same"), { exact: true }).waitFor();
        // Before the first action there was nobody; whoever fares worst now is named.
        await compare({ index: (await card.getByRole("option").count()) - 1 });
        await card.getByText(lab.word("compare-differs", { user: "Noor" }), { exact: true }).waitFor();
        await card.getByText(lab.word("why"), { exact: true }).first().click();
        await card.locator(".chain").first().getByText("Noor").first().waitFor();
        assert.deepEqual(await accessibilityViolations(page), []);
      },
      { language },
    ));
}
