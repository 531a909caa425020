// The time bar and the one numbering of time: what came of a step stands beside it, and every moment that is named leads there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TablePage } from "./table-page.mjs";
import { PHONE, visits } from "./visits.mjs";
import { CONFLICT } from "./worlds.mjs";

const visitLab = visits();

const slider = (lab) => lab.page.getByRole("slider", { name: lab.word("history-slider") });
/** What the bar says of the last step. */
const outcome = (lab) => lab.time.locator(".said");

for (const language of ["en", "nl"]) {
  for (const width of [1366, 1920]) {
    test(`what came of a step stands whole beside the slider, with its explanation, and nothing else does (${language}, ${width} px)`, () =>
      visitLab({ language, viewport: { width, height: 800 }, isExample: true }, async (lab, page) => {
        await lab.goTo("Users");
        const step = lab.time.getByRole("button", { name: lab.word("step"), exact: true });
        const failed = outcome(lab).getByText(lab.word("heading-exclusive"));
        for (let steps = 0; steps < 4 && !(await failed.isVisible()); steps += 1) await step.click();
        await failed.waitFor();
        const said = await outcome(lab).innerText();
        assert.match(said, /^Noor Visser: /);
        // Whole: nothing of it is cut, by itself or by the bar.
        const cut = await outcome(lab).evaluate((said) => {
          const bar = said.closest(".time").getBoundingClientRect();
          const { top, bottom } = said.getBoundingClientRect();
          return [said, ...said.querySelectorAll("*")].some((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== "visible") || top < bar.top || bottom > bar.bottom;
        });
        assert.equal(cut, false, said);
        // What is selected or looked for is said elsewhere.
        const table = new TablePage(page);
        await table.rows.first().getByRole("checkbox").check();
        await table.search("noor");
        assert.equal(await outcome(lab).innerText(), said);
        // It leads to the explanation beside the screen where one is.
        const before = new URL(page.url()).hash;
        await outcome(lab).getByRole("link", { name: lab.word("why"), exact: true }).click();
        await lab.explanation.waitFor();
        assert.ok(new URL(page.url()).hash.startsWith(`${before}&why=`), page.url());
        assert.match(await lab.explanation.innerText(), /Noor Visser/);
        await lab.closeExplanation();
        // Where one is at a command, no step is told of.
        await page.evaluate(() => document.activeElement.blur());
        while ((await outcome(lab).innerText()) !== "") await page.keyboard.press("Control+z");
      }));
  }
}

test("on a phone it comes up for a moment, and then nothing of it is left to be reached", () =>
  visitLab({ viewport: PHONE, isExample: true, reducedMotion: "no-preference" }, async (lab, page) => {
    await lab.time.getByRole("button", { name: lab.word("step"), exact: true }).click();
    await outcome(lab).getByText(/^Sanne de Wit: /).waitFor();
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await outcome(lab).getByText(/^Sanne de Wit: /).waitFor({ state: "hidden" });
  }));

test("time is numbered in one way, and every moment that is named leads there", () =>
  visitLab({ isExample: true, viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.given(CONFLICT);
    const last = await slider(lab).inputValue();
    const places = {
      "#/processing": lab.main.locator("button.moment, .strip button"),
      "#/users/1": lab.main.locator("button.moment"),
      "#/groups/0": lab.main.locator("button.moment"),
    };
    const visited = new Set();
    const follow = async (moments, where) => {
      await moments.first().waitFor();
      const count = await moments.count();
      for (const at of new Set([0, Math.floor(count / 2), count - 1])) {
        const moment = moments.nth(at);
        const named = (await moment.getAttribute("aria-label")) ?? (await moment.innerText());
        const [number] = /\d+/.exec(named.replaceAll(",", ""));
        await moment.click();
        await page.waitForFunction(([slider, number]) => slider.value === number, [await slider(lab).elementHandle(), number]).catch(async () => {
          assert.fail(`${where}: ${named} leads to ${await slider(lab).inputValue()}`);
        });
        assert.match(await lab.time.innerText(), new RegExp(`${lab.word("moment-number", { number: Number(number) })}\\b`));
        visited.add(`${where} ${number}`);
        await slider(lab).fill(last);
        await page.waitForFunction(([slider, last]) => slider.value === last, [await slider(lab).elementHandle(), last]);
      }
    };
    for (const [address, moments] of Object.entries(places)) {
      await lab.goToAddress(address);
      await follow(moments, address);
    }
    await lab.openUser("Noor");
    await lab.why(lab.path("Office 365 E3", "Sales"));
    await follow(lab.explanation.locator("button.moment"), "why");
    assert.ok(visited.size >= 8, [...visited].join(", "));
  }));
