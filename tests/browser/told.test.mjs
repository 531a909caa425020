// What was just done is told with a way back: by the pointer and the keyboard, only while it is the newest, and not on
// another screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, still } from "./browser.mjs";
import { DESKTOP, PHONE, visits } from "./visits.mjs";

const visitLab = visits();

const E3 = "Office 365 E3";
const TENANT = {
  products: { ENTERPRISEPACK: 5 },
  users: { Anna: "NL" },
  groups: { Sales: { members: ["Anna"], gives: { ENTERPRISEPACK: [] } } },
};

/** What was just done, as it is told. */
const told = (lab, page) => page.getByRole("region", { name: lab.word("told"), exact: true });

/** Opens a group and switches a plan of its product off in a dialog, which is told. */
async function change(lab, page) {
  await lab.given(TENANT);
  await lab.openGroup("Sales");
  await lab.turnOff(E3, [/SWAY/]);
  await told(lab, page).waitFor();
}

/** Whether the element has the focus. */
const isFocused = (element) => element.evaluate((element) => element === document.activeElement);

for (const [language, viewport] of [["en", DESKTOP], ["nl", PHONE]]) {
  test(`a change is taken back where it is told, with the keyboard (${language}, ${viewport.width} px)`, () =>
    visitLab({ isExample: true, language, viewport }, async (lab, page) => {
      await change(lab, page);
      await lab.main.getByText("SWAY").waitFor();
      const toast = told(lab, page);
      await still(page);
      assert.deepEqual(await accessibilityViolations(page), []);
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/told-${language}.png` });
      const undo = toast.getByRole("button", { name: lab.word("undo"), exact: true });
      for (let part = 0; part < 7 && !(await isFocused(undo)); part += 1) await page.keyboard.press("F6");
      assert.ok(await isFocused(undo), "F6 leads to it");
      const what = (await toast.locator("p").innerText()).replace(/^[^:]+: /, "").replace(/\.$/, "");
      await page.keyboard.press("Enter");
      await toast.waitFor({ state: "detached" });
      await lab.main.getByText("SWAY").waitFor({ state: "detached" });
      await lab.time.getByRole("button", { name: lab.word("redo-what", { what }), exact: true }).waitFor();
      assert.ok(await isFocused(lab.main), "the focus is not lost");
    }));
}

test("what is told is the newest change, and goes with its screen, by Close or Esc, and when it is undone elsewhere", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await change(lab, page);
    const toast = told(lab, page);
    const gone = () => toast.waitFor({ state: "detached" });
    // A step is taken: undo would take back that.
    await lab.time.getByRole("button", { name: "Step", exact: true }).click();
    await gone();
    await lab.turnOff(E3, [/YAMMER/]);
    await toast.getByRole("button", { name: lab.word("close") }).click();
    await gone();
    await lab.turnOff(E3, [/FORMS/]);
    await toast.getByRole("button", { name: lab.word("undo") }).focus();
    await page.keyboard.press("Escape");
    await gone();
    await lab.turnOff(E3, [/STREAM/]);
    await toast.waitFor();
    await lab.time.getByRole("button", { name: /^Undo/ }).click();
    await gone();
    // Done again by hand it is said, and not offered to be taken back as if it were new.
    await lab.time.getByRole("button", { name: /^Redo/ }).click();
    await lab.time.getByRole("button", { name: /^Undo/, disabled: false }).waitFor();
    await lab.time.getByRole("button", { name: /^Redo/, disabled: true }).waitFor();
    assert.equal(await toast.count(), 0);
    await lab.reprocess();
    await toast.waitFor();
    // What was said a moment ago belongs to what is shown next as well.
    const began = await page.evaluate(() => Date.now());
    await page.waitForFunction((began) => Date.now() - began > 1_100, began);
    await lab.goTo("Users");
    await gone();
  }));
