// A user's screen and the heart of the matter, a step of the background, as they are read from top to bottom.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visits, WIDE } from "./visits.mjs";
import { CONFLICT } from "./worlds.mjs";

const visitLab = visits();

const E3 = "Office 365 E3";

for (const language of ["en", "nl"]) {
  test(`a user's screen says what decides first, and folds the rest away (${language})`, () =>
    visitLab({ isExample: true, language, viewport: WIDE }, async (lab, page) => {
      await lab.given(CONFLICT);
      await lab.openUser("Noor");
      // What can be done about it is what leads.
      const primary = page.getByRole("main").locator(".page .btn--primary");
      assert.deepEqual(await primary.allInnerTexts(), [lab.word("mend-errors", { number: 1 })]);
      // A path on two lines: what and how it stands, below it through whom and since when; at the right what to do.
      const path = lab.path(E3, "Sales");
      const said = await path.innerText();
      for (const part of [E3, lab.word("heading-exclusive"), "Sales", lab.word("since-word")]) assert.ok(said.includes(part), `${part} in ${said}`);
      const { right } = await path.getByRole("link", { name: lab.word("why") }).boundingBox().then(({ x, width }) => ({ right: x + width }));
      const row = await path.boundingBox();
      assert.ok(row.x + row.width - right < 40, "Why? stands at the right");
      // The matrix begins with the rows that clash; the others are one click away.
      const rows = lab.matrix.getByRole("row").filter({ has: page.getByRole("rowheader") }).filter({ has: page.getByRole("cell") });
      const deciding = await rows.count();
      assert.ok(deciding >= 4, `${deciding} rows`);
      for (const plan of ["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE"]) {
        assert.equal(await lab.matrix.locator(`th[title="${plan}"]`).count(), 1, plan);
      }
      const fold = lab.main.getByRole("button", { expanded: false }).filter({ hasText: /^\d+ / });
      const folded = Number(/\d+/.exec(await fold.innerText())[0]);
      assert.equal(await fold.innerText(), lab.word("plans-without-conflict", { number: folded }));
      await fold.click();
      assert.equal(await rows.count(), deciding + folded);
      // By service as a choice.
      assert.ok((await lab.matrix.locator("th[scope=rowgroup]").count()) > 1);
      await lab.main.getByRole("checkbox", { name: lab.word("group-by-service") }).uncheck();
      assert.equal(await lab.matrix.locator("th[scope=rowgroup]").count(), 0);
      // What happened is told in sentences, newest first.
      const happened = lab.main.getByRole("region", { name: lab.word("what-happened") });
      assert.ok((await happened.getByRole("listitem").count()) >= 2);
    }));

  test(`stepping moves the cell of the strip, and each step says what the five checks said, before and after (${language})`, () =>
    visitLab({ language, viewport: WIDE, isExample: true }, async (lab, page) => {
      await lab.goTo("Processing");
      const strip = lab.main.getByRole("region", { name: lab.word("steps-strip"), exact: true });
      const here = () => strip.locator("[aria-current=step]").getAttribute("aria-label");
      const toCome = () => strip.locator("ol .cell--to-come").filter({ visible: true }).count();
      const queue = lab.main.getByRole("region", { name: lab.word("queue"), exact: true });
      // What each waiting user will come to is foreseen.
      await queue.getByRole("listitem").filter({ hasText: "Noor Visser" }).getByText(lab.word("heading-exclusive")).first().waitFor();
      const waiting = await toCome();
      assert.ok(waiting >= 4, "the future is dashed");
      const step = lab.main.getByRole("button", { name: lab.word("step"), exact: true });
      const said = new Set();
      for (let steps = 1; steps <= 4; steps += 1) {
        const before = await here();
        await step.click();
        await page.waitForFunction((before) => document.querySelector(".strip [aria-current=step]")?.getAttribute("aria-label") !== before, before);
        said.add(await here());
        assert.equal(await toCome(), waiting - steps);
      }
      assert.equal(said.size, 4);
      // The cell of the step that failed is red, and leads there.
      const failed = strip.locator("ol button.cell--failed");
      assert.equal(await failed.count(), 1);
      await failed.click();
      const checks = lab.main.getByRole("list", { name: lab.word("checks") });
      await checks.waitFor();
      const names = await checks.getByRole("listitem").allInnerTexts();
      const order = ["check-location", "check-seats", "check-exclusive", "check-dependencies", "check-addresses"].map((key) => lab.word(key));
      assert.deepEqual(names.map((name, at) => name.includes(order[at])), [true, true, true, true, true], names.join());
      const verdicts = ["check-passed", "check-passed", "check-failed", "check-not-reached", "check-not-reached"].map((key) => lab.word(key));
      assert.deepEqual(names.map((name, at) => name.includes(verdicts[at])), [true, true, true, true, true], names.join());
      const table = lab.main.getByRole("table").filter({ hasText: lab.word("before-step") });
      assert.ok((await table.innerText()).includes(lab.word("heading-exclusive")));
    }));
}

for (const [view, address] of [["the overview", "#/"], ["Processing", "#/processing"]]) {
  test(`${view} of an empty tenant is drawn with the map's own shapes, and says how to begin`, () =>
    visitLab({ viewport: WIDE }, async (lab, page) => {
      await lab.openEmpty();
      await lab.goToAddress(address);
      const shapes = lab.main.locator("svg.shapes");
      await shapes.waitFor();
      assert.equal(await shapes.getAttribute("aria-hidden"), "true", "the words beside it say the same");
      // Everything of it is missing, and drawn as a gap.
      const parts = await shapes.evaluate((shapes) => [...shapes.children].map((part) => getComputedStyle(part).strokeDasharray));
      assert.ok(parts.length === 7 && parts.every((dashes) => dashes !== "none"), parts.join());
      const text = await shapes.locator("xpath=..").innerText();
      assert.ok(text.includes(address === "#/" ? lab.word("map-empty") : lab.word("no-steps")), text);
      // As soon as there is something, that is shown instead.
      await page.evaluate(() => globalThis.licensingLab.setUnits("ENTERPRISEPACK", 2));
      if (address === "#/") await lab.main.getByRole("region", { name: lab.word("seats") }).waitFor();
    }));
}
