// Lessons as a learner uses them: by roles and by the words that are read.

import { readFileSync } from "node:fs";

/** The ids of all lessons, in their order. */
export const LESSONS = readFileSync("lessons/order.txt", "utf8").trim().split("\n");

/** The words of a lesson. */
export function textsOf(id, language = "en") {
  return JSON.parse(readFileSync(`lessons/${language}/${id}.json`, "utf8"));
}

/** A lesson that is open in the lab. */
export class LessonPage {
  constructor(lab) {
    this.lab = lab;
    this.rail = lab.page.getByRole("complementary", { name: lab.word("lesson-panel"), exact: true });
  }

  /** Opens a lesson by its address. */
  async open(id) {
    await this.lab.goToAddress(`#/lessons/${id}`);
    await this.rail.getByRole("heading", { level: 2, name: textsOf(id, this.lab.language).title, exact: true }).waitFor();
  }

  /** Waits until the lesson is solved. */
  async solved() {
    await this.rail.getByText(this.lab.word("lesson-done-title"), { exact: true }).waitFor();
  }

  /** The line of a goal. */
  goal(text) {
    return this.rail.getByRole("listitem").filter({ hasText: text });
  }

  button(key) {
    return this.rail.getByRole("button", { name: this.lab.word(key), exact: true });
  }

  /** Has the solution shown, thing by thing, until the lesson is solved. */
  async showSolution() {
    await this.button("lesson-show-me").click();
    const next = this.button("lesson-show-next");
    const done = this.rail.getByText(this.lab.word("lesson-done-title"), { exact: true });
    for (let things = 0; things < 60 && !(await done.isVisible()); things += 1) {
      await next.click();
    }
    await this.solved();
  }
}
