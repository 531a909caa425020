// The log of steps, and the time bar below it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visits, WIDE } from "./visits.mjs";

const visitLab = visits();

for (const language of ["en", "nl"]) {
  test(`of the last steps those are shown that ended as one chooses (${language})`, () =>
    visitLab({ language, viewport: WIDE }, async (lab) => {
      await lab.goTo("Processing");
      const log = lab.main.getByRole("region", { name: lab.word("last-steps"), exact: true });
      const choice = log.getByRole("group", { name: lab.word("steps-shown"), exact: true });
      const choose = (key) => choice.getByRole("button", { name: lab.word(key), exact: true }).click();
      const rows = log.getByRole("row").filter({ has: log.page().getByRole("rowheader") });
      const all = await rows.count();
      await choose("strip-failed");
      const failed = await rows.count();
      assert.ok(failed > 0 && failed < all, `${failed} of ${all}`);
      assert.equal(await rows.filter({ hasText: lab.word("applied") }).count(), 0);
      await choose("strip-applied");
      const applied = await rows.count();
      assert.equal(await rows.filter({ hasText: lab.word("applied") }).count(), applied);
      await choose("no-change");
      assert.equal((await rows.count()) + failed + applied, all);
      await choose("steps-all");
      assert.equal(await rows.count(), all);
    }));
}

test("what was undone is dotted in the time bar, what is done is not", () =>
  visitLab({ viewport: WIDE }, async (lab, page) => {
    // How far each goes, in moments.
    const spans = () =>
      page.evaluate(() => ["past", "future"].map((part) => document.querySelector(`.time .${part}`).getBBox().width));
    const [done, ahead] = await spans();
    assert.ok(done > 5 && ahead === 0, "everything is done");
    // A tick for each action of the sample, and one for each step that failed.
    const ticks = await page.evaluate(() => [...document.querySelectorAll(".time .tick")].map((ticks) => ticks.getAttribute("d").match(/M/g).length));
    const ACTIONS = 14;
    assert.equal(ticks[0], ACTIONS);
    assert.ok(ticks[1] > 0 && ticks[1] < done - ACTIONS);
    // Pointing at a moment says what happened there; by the keyboard the slider says the same.
    const slider = page.getByRole("slider", { name: lab.word("history-slider") });
    const { x, y, width, height } = await slider.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    const told = await lab.time.locator(".tip").filter({ visible: true }).innerText();
    const [, moment] = /^Moment (\d+) of \d+: \S/.exec(told);
    await slider.fill(moment);
    await page.waitForFunction(([slider, told]) => slider.ariaValueText === told || slider.getAttribute("aria-valuetext") === told, [await slider.elementHandle(), told]);
    await slider.fill(String(done));
    await page.waitForFunction(([slider, done]) => slider.value === done, [await slider.elementHandle(), String(done)]);
    await page.evaluate(() => document.activeElement.blur());
    for (let times = 0; times < 5; times += 1) await page.keyboard.press("Control+z");
    assert.deepEqual(await spans(), [done - 5, 5]);
    const isDotted = (part) => page.evaluate((part) => getComputedStyle(document.querySelector(`.time .${part}`)).strokeDasharray !== "none", part);
    assert.deepEqual([await isDotted("past"), await isDotted("future")], [false, true]);
  }));
