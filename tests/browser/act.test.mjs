// The first minute: the example opens, Play shows what happens, Why? says why, and each way out of it works.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visits } from "./visits.mjs";

const visitLab = visits();

for (const language of ["en", "nl"]) {
  test(`the first act plays to its end, in ${language}`, () =>
    visitLab({ isExample: true, language, reducedMotion: "no-preference" }, async (lab, page) => {
      await page.getByRole("heading", { level: 1, name: lab.word("act-title") }).waitFor();
      const said = lab.main.getByRole("status");
      // What a step changes moves: the bars of seats to their new lengths.
      await page.evaluate(() => {
        globalThis.moved = 0;
        document.addEventListener("transitionrun", ({ target, propertyName }) => (globalThis.moved += target.matches(".bar i") && propertyName === "width" ? 1 : 0));
      });
      await lab.act("act-play");
      const failed = lab.word("act-failed", {
        user: "Noor Visser",
        product: "Office 365 E3",
        reason: lab.word("reason-exclusive"),
      });
      await said.filter({ hasText: failed }).waitFor();
      assert.equal(await lab.main.getByText(lab.word("users-in-error", { number: 1 })).count(), 1);
      // The line to the product is red, with the clash on it.
      const red = () => lab.main.locator(".map .edge--err").count();
      await lab.main.locator(".map .mark").first().waitFor();
      assert.ok((await red()) > 0);
      assert.ok((await page.evaluate(() => globalThis.moved)) > 0);
      await lab.main.getByRole("link", { name: lab.word("why"), exact: true }).first().click();
      await lab.explanation.waitFor();
      await lab.closeExplanation();
      const ways = lab.main.getByRole("list").filter({ has: page.getByRole("button", { name: /E1|E3/ }) });
      assert.equal(await ways.getByRole("button").count(), 3);
      const named = await ways.getByRole("button").allInnerTexts();
      await lab.main.getByRole("link", { name: lab.word("why"), exact: true }).first().click();
      // All ways, the three among them by the same words and in the same order.
      const found = lab.explanation.getByRole("heading", { level: 4 });
      await found.filter({ hasText: named[2] }).waitFor();
      const all = await found.allInnerTexts();
      assert.deepEqual(all.filter((way) => named.includes(way)), named, `${named} among ${all}`);
      await lab.closeExplanation();
      const before = await lab.time.getByText(/\d+/).first().innerText();
      await ways.getByRole("button").last().click();
      const done = lab.word("act-done", { user: "Noor Visser", product: "Office 365 E3" });
      await said.filter({ hasText: done }).waitFor();
      // What was mended and what it started is one thing to undo.
      await lab.idle();
      await page.waitForFunction(() => !document.querySelector(".map .edge--err"));
      await lab.time.getByRole("button", { name: new RegExp(`^${lab.word("undo")}: `) }).click();
      await said.filter({ hasText: failed }).waitFor();
      assert.equal((await lab.time.getByText(/\d+/).first().innerText()).match(/\d+/)[0], before.match(/\d+/)[0]);
      await lab.time.getByRole("button", { name: new RegExp(`^${lab.word("redo")}: `) }).click();
      await said.filter({ hasText: done }).waitFor();
      await lab.act("act-next");
      await lab.main.getByText(lab.word("groups-need-attention", { number: 4 })).waitFor();
    }));
}

test("with reduced motion the act is the same, without anything that moves", () =>
  visitLab({ isExample: true, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.act("act-play");
    await lab.main.getByRole("status").filter({ hasText: "does not get" }).waitFor();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }));
