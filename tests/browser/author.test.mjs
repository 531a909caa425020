// A lesson is written, tested, shared, opened on a clean browser profile, solved, handed in and assessed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AuthorPage } from "./author-page.mjs";
import { accessibilityViolations, cutOff } from "./browser.mjs";
import { LessonPage, textsOf } from "./lessons-page.mjs";
import { PHONE, visits } from "./visits.mjs";

const visitLab = visits();
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** What the trainer prepares: two who are well, and one whose usage location is wrong. */
const TENANT = {
  products: { ENTERPRISEPACK: 5 },
  users: { "Femke Bos": "NL", "Lina Okafor": "NL", "Emil Sorensen": "SY" },
  groups: { Marketing: { members: ["Femke Bos", "Lina Okafor", "Emil Sorensen"], gives: { ENTERPRISEPACK: [] } } },
};
const WORDS = { title: "Emil starts in Stockholm", summary: "A typing error in a form.", story: "Somebody typed **SY**.\n\nMend it." };
const HOLDS = "Emil Sorensen: Office 365 E3, Marketing";

/** The cause and the run after it. */
async function solve(lab, name = "Emil Sorensen") {
  await lab.openUser(name);
  await lab.setLocation("SE");
  await lab.reprocess();
  await lab.run();
}

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Waits until a link of this kind is in the clipboard. */
async function link(page, kind) {
  await page.waitForFunction(async (kind) => (await navigator.clipboard.readText()).includes(kind), kind);
  return copied(page);
}

/** Writes the lesson of the tenant with a solution, goals, a hint and a wrong way. */
async function write(lab, author) {
  await lab.given(TENANT);
  await author.open();
  await author.press("author-begin-here");
  await author.tell(WORDS);
  await solve(lab);
  await author.open();
  await author.press("author-solution");
  await author.addProposed(HOLDS);
  const goals = author.card("author-goals");
  await author.press("author-goal-own");
  await author.pick(goals, [
    ["pick-kind", lab.word("pick-located")],
    ["pick-who", "Emil Sorensen"],
    ["pick-country", lab.language === "nl" ? "Zweden" : "Sweden"],
  ]);
  const hints = author.card("author-hints");
  await author.press("author-hint-own");
  await author.pick(hints, [["pick-kind", lab.word("pick-failed")], ["pick-who", "Emil Sorensen"]]);
  await author.field("author-hint-text").fill("What does **Why?** say?");
}

test("a lesson is written, shared, opened elsewhere, solved, handed in and assessed", async () => {
  let lesson;
  let variant;
  let handed;
  await visitLab(CLIPBOARD, async (lab, page) => {
    const author = new AuthorPage(lab);
    await write(lab, author);
    await author.works();
    // The wrong way: only the cause is mended, and nothing is processed again.
    await author.press("author-replay-named", { way: lab.word("author-way-solution") });
    for (let undone = 0; undone < 2; undone += 1) await page.keyboard.press("Control+z");
    await lab.idle();
    await author.press("author-wrong");
    const fails = author.main.getByRole("combobox", { name: lab.word("author-fails-of", { number: 1 }) });
    assert.equal(await fails.locator("option:checked").innerText(), HOLDS);
    await author.works();
    // Everything is there after a reload, and the browser was told nothing else.
    await page.reload();
    await lab.complete();
    await author.works();
    assert.equal(await author.field("author-story").inputValue(), WORDS.story);
    await author.press("author-link");
    lesson = await link(page, "#/o/");
    const count = author.main.getByRole("spinbutton", { name: lab.word("author-variants") });
    await lab.retype(count, "3");
    await author.press("author-variants-copy");
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("\n"));
    const links = (await copied(page)).split("\n");
    assert.equal(new Set(links).size, 3);
    [, variant] = links;
  });
  assert.ok(lesson.length <= 2_000, `${lesson.length}`);
  // Somebody else, who gets a variant: the people are called otherwise, and the same solution solves it.
  await visitLab({ ...CLIPBOARD, address: new URL(variant).hash }, async (lab, page) => {
    const learner = new LessonPage(lab);
    await learner.rail.getByRole("heading", { level: 2, name: WORDS.title, exact: true }).waitFor();
    assert.equal(await learner.rail.getByText("Emil Sorensen").count(), 0);
    await learner.button("lesson-hint").click();
    await learner.rail.getByText("say?").waitFor();
    const wrong = await page.evaluate(() => {
      const { value } = globalThis.licensingLab.graph({ method: "GET", url: "/users?$select=displayName,usageLocation" }).body;
      return value.find((user) => user.usageLocation === "SY").displayName;
    });
    await lab.openUser(wrong);
    await lab.setLocation("SE");
    // A reload goes on where the learner was.
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => /\/[rs]\//.test(key)));
    await page.reload();
    await lab.complete();
    await lab.openUser(wrong);
    await lab.reprocess();
    await lab.run();
    await learner.solved();
    await learner.button("lesson-hand-in").click();
    await learner.rail.getByRole("textbox", { name: lab.word("lesson-hand-in-name") }).fill("Ada Lovelace");
    await learner.button("lesson-copy-link").click();
    handed = await link(page, "#/h/");
  });
  // A third browser, which knows the lesson by its link only.
  await visitLab({}, async (lab) => {
    await lab.goToAddress("#/assess");
    const links = lab.main.getByRole("textbox", { name: lab.word("assess-links") });
    const check = lab.main.getByRole("button", { name: lab.word("assess-check"), exact: true });
    await links.fill(handed);
    await check.click();
    await lab.main.getByRole("row").getByText(lab.word("assess-no-lesson"), { exact: true }).waitFor();
    await links.fill(`${lesson}\n${handed}`);
    await check.click();
    const row = lab.main.getByRole("row").filter({ hasText: "Ada Lovelace" });
    await row.getByText(lab.word("lesson-solved"), { exact: true }).waitFor();
    await row.getByText(lab.word("assess-help-hints"), { exact: true }).waitFor();
    await row.getByText(lab.word("assess-variant", { title: WORDS.title, seed: 2 })).waitFor();
  });
});

test("what a lesson does not allow is refused with the reason: by a click, by a script, by Graph, after a reload", async () => {
  await visitLab({ isExample: true }, async (lab, page) => {
    const author = new AuthorPage(lab);
    await write(lab, author);
    const allowed = author.card("author-allowed");
    await allowed.getByRole("switch").check();
    // It begins with what the solution does.
    assert.deepEqual(await allowed.getByRole("checkbox", { checked: true }).evaluateAll((boxes) => boxes.map((box) => box.parentElement.innerText)), [
      lab.word("allow-update-user"),
      lab.word("allow-reprocess-user"),
    ]);
    await author.works();
    await author.press("author-try");
    const lesson = new LessonPage(lab);
    await lesson.rail.getByText(lab.word("allow-reprocess-user"), { exact: true }).waitFor();
    const refused = async () => {
      await lab.goTo("Settings");
      await lab.main.getByRole("button", { name: lab.word("count-days", { number: 1 }), exact: true }).click();
      await page.getByRole("alert").getByText(lab.word("not-allowed")).waitFor();
    };
    await refused();
    const asked = await page.evaluate(() => {
      const { licensingLab: lab } = globalThis;
      let message;
      try {
        lab.advance(1);
      } catch (error) {
        ({ message } = error);
      }
      const { status, body } = lab.graph({ method: "POST", url: "/groups", body: { displayName: "x", mailEnabled: false, mailNickname: "x", securityEnabled: true } });
      return [message, status, body.error.message];
    });
    assert.deepEqual(asked, [lab.word("not-allowed"), 403, lab.word("not-allowed")]);
    await lab.openUser("Emil Sorensen");
    await lab.setLocation("SE");
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => /\/[rs]\//.test(key)));
    await page.reload();
    await lab.complete();
    await lesson.rail.getByText(lab.word("allow-reprocess-user"), { exact: true }).waitFor();
    await refused();
    await lab.openUser("Emil Sorensen");
    await lab.reprocess();
    await lab.run();
    await lesson.solved();
    // Outside the lesson everything is allowed again.
    await lesson.button("lesson-leave").click();
    assert.equal(await page.evaluate(() => globalThis.licensingLab.advance(1)), true);
  });
});

test("nothing that was typed is lost: by another language, another lesson, a reload", async () => {
  await visitLab({ isExample: true, language: "nl", viewport: PHONE }, async (lab, page) => {
    const author = new AuthorPage(lab);
    await write(lab, author);
    await author.press("author-language-add", { language: "English" });
    await author.field("author-title").fill("In English");
    assert.match((await author.problems()).join("\n"), /English/);
    await author.press("author-new");
    await author.card("author-yours").waitFor();
    await page.reload();
    await lab.complete();
    await author.press("author-edit-named", { title: WORDS.title });
    assert.equal(await author.field("author-title").inputValue(), WORDS.title);
    await author.main.getByRole("button", { name: "English", exact: true }).click();
    assert.equal(await author.field("author-title").inputValue(), "In English");
    // It is deleted when that is asked for twice.
    await author.press("author-new");
    await author.press("author-delete-named", { title: WORDS.title });
    await author.press("author-delete-sure-named", { title: WORDS.title });
    await author.card("author-yours").waitFor({ state: "hidden" });
  });
});

test("a lesson that there is becomes one's own, and its file can be opened again", async () => {
  await visitLab({}, async (lab, page) => {
    const author = new AuthorPage(lab);
    await author.open();
    const { title } = textsOf("conflicting-plans");
    await author.main.getByRole("combobox", { name: lab.word("author-begin-lesson") }).selectOption({ label: title });
    await author.works();
    await author.field("author-title").fill("Our own E1");
    // The tenant at hand is another one, and no way can be recorded in it.
    assert.ok(await author.main.getByRole("button", { name: lab.word("author-solution") }).isDisabled());
    await author.press("author-go-to-beginning");
    await author.card("author-begin").getByText(lab.word("author-at-hand")).waitFor();
    const saved = page.waitForEvent("download");
    await author.press("author-save");
    const path = await (await saved).path();
    assert.equal(JSON.parse(readFileSync(path, "utf8")).texts.en.title, "Our own E1");
    await author.press("author-new");
    await author.main.locator("input[type=file]").setInputFiles(path);
    await author.works();
    await author.press("author-try");
    const lesson = new LessonPage(lab);
    await lesson.rail.getByRole("heading", { level: 2, name: "Our own E1", exact: true }).waitFor();
    await lesson.showSolution();
  });
});

test("what is no lesson says so, with the field that is wrong", async () => {
  await visitLab({}, async (lab) => {
    const author = new AuthorPage(lab);
    await author.open();
    const file = { name: "mine.json", mimeType: "application/json", buffer: Buffer.from('{"lesson": 9}') };
    await author.main.locator("input[type=file]").setInputFiles(file);
    await author.main.getByRole("alert").filter({ hasText: "`lesson`" }).waitFor();
  });
});

test("the kit can be used by everybody, and nothing of it is cut off", () =>
  visitLab({ isExample: true, viewport: PHONE }, async (lab, page) => {
    const author = new AuthorPage(lab);
    await write(lab, author);
    await author.press("author-goal-own");
    await author.press("author-change-named", { what: lab.word("author-hint-number", { number: 1 }) });
    for (const viewport of [PHONE, { width: 1366, height: 768 }]) {
      await page.setViewportSize(viewport);
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.deepEqual(await cutOff(page), []);
    }
  }));
