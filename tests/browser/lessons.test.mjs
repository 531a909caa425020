// Lessons in the page: opened, solved through the interface, handed in and checked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KeepingPage } from "./keeping-page.mjs";
import { LESSONS, LessonPage, textsOf } from "./lessons-page.mjs";
import { PHONE, visits } from "./visits.mjs";

const visitLab = visits();
const HEAVY = process.env.LAB_HEAVY === "1";

/** How somebody solves a lesson with the screens. */
const BY_HAND = {
  "first-license": async (lab) => {
    await lab.openGroup("Support");
    await lab.assign({ "Office 365 E3": null });
    await lab.run();
  },
  "two-paths-one-seat": async (lab) => {
    await lab.openUser("Noor Visser");
    await lab.removeDirect("Office 365 E3");
  },
  "reprocess-a-user": async (lab) => {
    await lab.openUser("Emil Sorensen");
    await lab.setLocation("SE");
    await lab.reprocess();
    await lab.run();
  },
  "conflicting-plans": async (lab) => {
    await lab.openUser("Noor Visser");
    await lab.removeDirect("Office 365 E1");
    await lab.reprocess();
    await lab.run();
  },
  "one-is-not-enough": async (lab) => {
    await lab.openUser("Noor Visser");
    await lab.turnOff("Office 365 E1", ["Exchange Online (Plan 1)", /SharePoint.*Plan 1/]);
    await lab.reprocess();
    await lab.run();
  },
  "without-a-gap": async (lab) => {
    await lab.openUser("Noor Visser");
    await lab.assign({ "Office 365 E3": null }, ["Office 365 E1"]);
    await lab.reprocess();
    await lab.run();
    await lab.removeDirect("Office 365 E3");
  },
};

test("the overview leads to the first lesson, which a newcomer solves with its words alone", async () => {
  await visitLab({}, async (lab, page) => {
    const lesson = new LessonPage(lab);
    await lab.main.getByRole("link", { name: lab.word("lesson-begin-first") }).click();
    const { title, goals, hints } = textsOf("first-license");
    await lesson.rail.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
    await lesson.goal(goals.carries).waitFor();
    await lesson.button("lesson-hint").click();
    await lesson.rail.getByText("Not to the people one by one.").waitFor();
    assert.match(hints.assign, /Not to the people one by one\./);
    await BY_HAND["first-license"](lab);
    await lesson.solved();
    // It goes on, and the list knows.
    await lesson.rail.getByRole("link", { name: lab.word("lesson-next") }).click();
    const second = LESSONS[1];
    await lesson.rail.getByRole("heading", { level: 2, name: textsOf(second).title, exact: true }).waitFor();
    await lab.goTo("Lessons");
    const card = lab.main.getByRole("link").filter({ has: page.getByRole("heading", { level: 3, name: title, exact: true }) });
    await card.getByText(lab.word("lesson-solved-hints"), { exact: true }).waitFor();
  });
});

for (const [id, solve] of Object.entries(BY_HAND).slice(1)) {
  test(`${id} is solved with the screens`, async () => {
    await visitLab({}, async (lab) => {
      const lesson = new LessonPage(lab);
      await lesson.open(id);
      await solve(lab);
      await lesson.solved();
      await lesson.rail.getByText(textsOf(id).debrief.happened.slice(0, 30)).waitFor();
    });
  });
}

test("a goal that must always hold says when it was broken, and undo mends it", async () => {
  await visitLab({}, async (lab, page) => {
    const lesson = new LessonPage(lab);
    await lesson.open("without-a-gap");
    const mail = lesson.goal(textsOf("without-a-gap").goals.mail);
    await mail.getByText(lab.word("lesson-goal-kept")).waitFor();
    await lab.openUser("Noor Visser");
    await lab.removeDirect("Office 365 E1");
    await mail.getByText("Broken after command 1:").waitFor();
    await page.keyboard.press("Control+z");
    await mail.getByText(lab.word("lesson-goal-kept")).waitFor();
  });
});

test("a lesson that was left is there after a reload, in Dutch and on a phone", async () => {
  await visitLab({ language: "nl", viewport: PHONE }, async (lab, page) => {
    const lesson = new LessonPage(lab);
    await lesson.open("first-license");
    await lab.openGroup("Support");
    await lab.assign({ "Office 365 E3": null });
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes("/r/") || key.includes("/s/")));
    await page.reload();
    await lab.complete();
    const { title, goals } = textsOf("first-license", "nl");
    await lesson.rail.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
    await lesson.goal(goals.carries).getByText(lab.word("lesson-goal-reached"), { exact: true }).waitFor({ state: "attached" });
    await lab.run();
    await lesson.solved();
  });
});

test("what is handed in is checked elsewhere by doing it again, and its way can be looked at", async () => {
  let link;
  await visitLab({ permissions: ["clipboard-read", "clipboard-write"] }, async (lab, page) => {
    const lesson = new LessonPage(lab);
    await lesson.open("reprocess-a-user");
    await BY_HAND["reprocess-a-user"](lab);
    await lesson.solved();
    await lesson.button("lesson-hand-in").click();
    await lesson.rail.getByRole("textbox", { name: lab.word("lesson-hand-in-name") }).fill("Ada Lovelace");
    await lesson.button("lesson-copy-link").click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("#/h/"));
    link = await page.evaluate(() => navigator.clipboard.readText());
  });
  assert.ok(link.length <= 500, `${link.length}`);
  await visitLab({}, async (lab, page) => {
    await lab.goToAddress("#/assess");
    const links = lab.main.getByRole("textbox", { name: lab.word("assess-links") });
    await links.fill(`${link}\n${link.slice(0, -4)}`);
    await lab.main.getByRole("button", { name: lab.word("assess-check"), exact: true }).click();
    const row = lab.main.getByRole("row").filter({ hasText: "Ada Lovelace" });
    await row.getByText(lab.word("lesson-solved"), { exact: true }).waitFor();
    await lab.main.getByRole("row").getByText(lab.word("assess-unreadable")).waitFor();
    const saved = page.waitForEvent("download");
    await lab.main.getByRole("button", { name: lab.word("export") }).click();
    assert.match((await saved).suggestedFilename(), /\.csv$/);
    await row.getByRole("link").click();
    const lesson = new LessonPage(lab);
    await lesson.solved();
    // Whoever looks at it has not solved it.
    await lesson.rail.getByText(lab.word("lesson-of-learner")).waitFor();
    assert.equal(await lesson.button("lesson-hand-in").count(), 0);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
    await lab.goTo("Lessons");
    await lab.main.getByText(lab.word("lessons-done", { done: 0, of: LESSONS.length })).waitFor();
    assert.equal(await lab.main.getByRole("link").getByText(lab.word("lesson-solved"), { exact: true }).count(), 0);
    // Doing it oneself counts.
    await lesson.button("lesson-start-over").click();
    await BY_HAND["reprocess-a-user"](lab);
    await lesson.solved();
    await lesson.button("lesson-hand-in").waitFor();
    await lab.goTo("Lessons");
    await lab.main.getByRole("link").getByText(lab.word("lesson-solved"), { exact: true }).waitFor();
  });
});

test("a lesson that came with the page has a variant for every learner, which the same solution solves", async () => {
  const links = [];
  await visitLab({ permissions: ["clipboard-read", "clipboard-write"] }, async (lab, page) => {
    await lab.goToAddress("#/lessons/reprocess-a-user/print");
    await lab.retype(lab.main.getByRole("spinbutton", { name: lab.word("author-variants") }), "2");
    await lab.main.getByRole("button", { name: lab.word("author-variants-copy"), exact: true }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("\n"));
    links.push(...(await page.evaluate(() => navigator.clipboard.readText())).split("\n"));
  });
  assert.equal(links.length, 2);
  const people = [];
  for (const link of links) {
    assert.ok(link.length < 200, link);
    await visitLab({ address: new URL(link).hash }, async (lab, page) => {
      const lesson = new LessonPage(lab);
      await lesson.rail.getByRole("heading", { level: 2, name: textsOf("reprocess-a-user").title, exact: true }).waitFor();
      people.push(await page.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/users?$select=displayName" }).body.value.map(({ displayName }) => displayName).join()));
      assert.ok(!people.at(-1).includes("Emil Sorensen"));
      await lesson.showSolution();
    });
  }
  assert.notEqual(people[0], people[1]);
});

test("a lesson in which nothing was done yet is there again after a reload, on whatever screen", async () => {
  await visitLab({}, async (lab, page) => {
    const lesson = new LessonPage(lab);
    // Something of one's own is stored, and would be opened otherwise.
    await lesson.open("reprocess-a-user");
    await BY_HAND["reprocess-a-user"](lab);
    await lesson.solved();
    await new KeepingPage(lab).saved();
    await lesson.open("the-last-seat");
    await lab.goToAddress("#/groups");
    await lab.arrived(lab.word("groups"));
    await page.reload();
    await lab.complete();
    await lesson.rail.getByRole("heading", { level: 2, name: textsOf("the-last-seat").title, exact: true }).waitFor();
    // It is one's own, and not a copy of somebody's.
    assert.equal(await page.getByRole("button", { name: lab.word("keep-a-copy"), exact: true }).count(), 0);
  });
});

test("a lesson that is started over stays at its start after a reload, and that can be taken back", async () => {
  await visitLab({}, async (lab, page) => {
    const lesson = new LessonPage(lab);
    await lesson.open("reprocess-a-user");
    await BY_HAND["reprocess-a-user"](lab);
    await lesson.solved();
    await lesson.button("lesson-start-over").click();
    await lesson.button("lesson-show-me").waitFor();
    await new KeepingPage(lab).saved();
    await page.reload();
    await lab.complete();
    await lesson.button("lesson-show-me").waitFor();
    for (let moments = 0; moments < 20 && (await lesson.button("lesson-show-me").isVisible()); moments += 1) {
      await page.keyboard.press("Control+y");
    }
    await lesson.solved();
  });
});

test("where a lesson has no hint for what somebody did, a general one says what is in the way", async () => {
  await visitLab({}, async (lab) => {
    const lesson = new LessonPage(lab);
    await lesson.open("first-license");
    for (let hints = 0; hints < 9 && (await lesson.button("lesson-hint").isVisible()); hints += 1) {
      await lesson.button("lesson-hint").click();
    }
    assert.ok((await lesson.rail.locator(".hint-of-lesson").count()) > 0);
  });
});

test("a broken link to a lesson says so", async () => {
  await visitLab({}, async (lab) => {
    await lab.goToAddress("#/l/abc");
    await lab.main.getByRole("heading", { level: 1, name: lab.word("lesson-link-broken") }).waitFor();
    await lab.goToAddress("#/lessons/no-such-lesson");
    await lab.main.getByRole("heading", { level: 1, name: lab.word("lesson-not-there") }).waitFor();
  });
});

// Every lesson, in both languages, by its own solution; the ordinary run has the first track.
for (const language of ["en", "nl"]) {
  test(`lessons are solved by the solution that is shown (${language})`, async () => {
    await visitLab({ language }, async (lab) => {
      const lesson = new LessonPage(lab);
      for (const id of HEAVY ? LESSONS : LESSONS.slice(0, 2)) {
        await lesson.open(id);
        await lesson.showSolution();
      }
    });
  });
}

test("another tenant that is opened beside a lesson has its own address", () =>
  visitLab({}, async (lab, page) => {
    const keeping = new KeepingPage(lab);
    await keeping.create("Of my own");
    await keeping.saved();
    const lesson = new LessonPage(lab);
    await lesson.open(LESSONS[0]);
    await keeping.create("Of the lesson");
    await keeping.saved();
    assert.match(await page.evaluate(() => location.hash), /^#\/lessons\//);
    const tenants = await keeping.openTenants();
    // On a slow machine the tenant is awaited, and its screen built anew.
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 10 });
    await tenants.getByRole("button", { name: /^Open: Contoso/ }).click();
    await page.waitForFunction(() => location.hash === "#/");
    assert.ok((await keeping.groups()).includes("Of my own"));
  }));
