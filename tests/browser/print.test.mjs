// Lessons on paper: a handout with and without the answers, a trainer's sheet, and the error codes on one page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflowsSideways } from "./browser.mjs";
import { textsOf } from "./lessons-page.mjs";
import { PHONE, visits } from "./visits.mjs";

const visitLab = visits();

for (const language of ["en", "nl"]) {
  test(`a handout has no answers, the trainer's sheet has all of them (${language})`, async () => {
    await visitLab({ language, viewport: language === "nl" ? PHONE : undefined }, async (lab, page) => {
      const { title, story, goals, debrief, discussion } = textsOf("conflicting-plans", language);
      const plain = (text) => text.replaceAll(/\*\*|`/g, "").slice(0, 40);
      await lab.goToAddress("#/lessons/conflicting-plans/print");
      await lab.main.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
      const paper = lab.main.getByRole("article");
      await paper.getByText(plain(story[0])).waitFor();
      for (const goal of Object.values(goals)) await paper.getByText(plain(goal)).first().waitFor();
      assert.equal(await paper.getByRole("heading", { name: lab.word("print-answer") }).count(), 0);
      await lab.main.getByRole("button", { name: lab.word("print-answers"), exact: true }).click();
      await paper.getByRole("heading", { name: lab.word("print-answer") }).waitFor();
      await paper.getByText(plain(debrief.rule)).first().waitFor();
      assert.equal(await paper.getByText(plain(discussion[0])).count(), 0);
      await lab.main.getByRole("button", { name: lab.word("print-trainer"), exact: true }).click();
      await paper.getByText(plain(discussion[0])).waitFor();
      assert.ok(!(await overflowsSideways(page)));
      assert.deepEqual(await accessibilityViolations(page), []);
      // Nothing of the page around it is printed.
      await page.emulateMedia({ media: "print" });
      assert.equal(await lab.main.getByRole("button").filter({ visible: true }).count(), 0);
      await paper.getByText(plain(discussion[0])).waitFor();
    });
  });
}

test("the error codes are on one page", async () => {
  await visitLab({}, async (lab, page) => {
    await lab.goTo("Lessons");
    await lab.main.getByRole("link", { name: lab.word("print-cheat-sheet") }).click();
    await lab.main.getByRole("rowheader", { name: "CountViolation", exact: true }).waitFor();
    assert.deepEqual(await accessibilityViolations(page), []);
    const pages = (await page.pdf({ format: "A4", landscape: true })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    assert.equal(pages.length, 1);
  });
});

test("on a phone each error code is a card that is read from top to bottom, nothing of it aside", async () => {
  await visitLab({ viewport: PHONE }, async (lab, page) => {
    await lab.goToAddress("#/errors");
    const code = lab.main.getByText("CountViolation", { exact: true });
    await code.waitFor();
    const sheet = lab.main.getByRole("region", { name: lab.word("print-cheat-sheet") });
    assert.equal(await sheet.evaluate((region) => region.scrollWidth - region.clientWidth), 0);
    const heading = lab.main.getByText(lab.word("heading-count"), { exact: true });
    const [above, below] = [await code.boundingBox(), await heading.boundingBox()];
    assert.ok(below.y > above.y + above.height, "the heading stands below the code");
    assert.deepEqual(await accessibilityViolations(page), []);
  });
});
