// On paper: every screen and the explanation beside it; of lessons a handout with and without the answers, a trainer's sheet, and the error codes on one page.

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

/** A sheet of A4 between its margins, in the pixels of a screen. */
const SHEET = { width: 718, height: 1046 };

const SCREENS = [
  "#/", "#/map", "#/groups", "#/groups/0", "#/users", "#/users/0", "#/users/3", "#/products", "#/products/compare?product=ENTERPRISEPACK&with=STANDARDPACK",
  "#/processing", "#/audit", "#/graph", "#/import", "#/rules", "#/settings", "#/glossary", "#/about", "#/lessons",
];

/** What does not belong on paper, or is lost there. */
function faultsOnPaper() {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 130)}`);
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  // What is chosen from a list, as in the settings, is read on paper as well.
  for (const control of shown(".btn, .seg, .fold, input, textarea, nav, .time, .top, .side, .rail")) {
    const { width, height } = control.getBoundingClientRect();
    if (width > 1 && height > 1) say("not for paper", control);
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) found.push("wider than the sheet");
  const main = document.getElementById("main");
  for (const part of [main, ...shown("main *, .drawer *")]) {
    if (part.closest("svg, .vh, pre")) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(part);
    const hides = (overflow) => overflow !== "visible";
    const { width, height } = part.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    if (hides(overflowY) && part.scrollHeight > part.clientHeight + 2) say("cut off below", part);
    if (hides(overflowX) && textOverflow !== "ellipsis" && part.scrollWidth > part.clientWidth + 2) say("cut off aside", part);
  }
  if (!main.innerText.trim()) found.push("nothing is printed");
  return found;
}

for (const language of ["en", "nl"]) {
  test(`every screen and an explanation can be printed: no bars, no buttons, nothing cut off (${language})`, () =>
    visitLab({ language, viewport: SHEET, reducedMotion: "reduce" }, async (lab, page) => {
      const found = [];
      const onPaper = async (what) => {
        await page.emulateMedia({ media: "print" });
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        found.push(...(await page.evaluate(faultsOnPaper)).map((fault) => `${what}: ${fault}`));
        if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/print-${language}-${what.replace(/\W+/g, "-")}.png`, fullPage: true });
        await page.emulateMedia({ media: "screen" });
      };
      for (const address of SCREENS) {
        await lab.goToAddress(address);
        await page.waitForFunction((address) => (location.hash || "#/") === address && document.querySelector("h1") && !document.querySelector(".later"), address);
        await onPaper(address);
      }
      await lab.goToAddress("#/users/0");
      await lab.main.getByRole("link", { name: new RegExp(`^${lab.word("why").replace("?", "\\?")}`) }).first().click();
      await lab.explanation.waitFor();
      await onPaper("explanation");
      assert.deepEqual(found, []);
    }));
}
