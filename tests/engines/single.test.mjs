// The page as one file, opened by a double click: everything is inside, and it asks for nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, visit } from "../browser/browser.mjs";
import { LESSONS, LessonPage, textsOf } from "../browser/lessons-page.mjs";
import { LabPage } from "../browser/page.mjs";
import { changes, everyScreen } from "./smoke.mjs";

const FILE = pathToFileURL("target/single/licensing-lab.html").href;

/** A file that begins with a lesson, as `cargo xtask single <lesson>` leaves it. */
const LESSON = "conflicting-plans";
const LESSON_FILE = `target/single/${LESSON}.html`;

before(() => execFileSync("node", ["crates/xtask/src/release/single.mjs", "dist", LESSON_FILE, LESSON]));

for (const engine of ["chromium", "firefox"]) {
  describe(`one file in ${engine}`, () => {
    let browser;
    before(async () => (browser = await launch(engine)));
    after(() => browser?.close());

    /** Opens the file; the document is all that is ever asked for. */
    async function withFile(steps, file = FILE) {
      const asked = [];
      const { context, page, problems } = await visit(browser, "about:blank", { viewport: { width: 1280, height: 800 }, locale: "en-US", reducedMotion: "reduce" });
      problems.length = 0;
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(file);
      const lab = new LabPage(page);
      await lab.complete();
      await steps(lab, page);
      await context.close();
      assert.deepEqual(asked.filter((url) => url.split("#")[0] !== file && !url.startsWith("blob:") && !url.startsWith("data:")), []);
      assert.deepEqual(problems.filter((problem) => !problem.startsWith("asked elsewhere: file:")), []);
    }

    test("every screen is inside", () => withFile(everyScreen));

    test("a change is stored where the browser lets it, and taken back", () => withFile(changes));

    test("another language is inside", () =>
      withFile(async (lab, page) => {
        await page.getByRole("navigation").getByRole("button", { name: "Nederlands" }).click();
        await page.getByRole("heading", { level: 1, name: /^Geef een groep een licentie/ }).waitFor();
      }));

    test("a file of a lesson begins with it, is solved by hand and by the solution that is shown, and has the others", () =>
      withFile(async (lab, page) => {
        const lesson = new LessonPage(lab);
        await lesson.rail.getByRole("heading", { level: 2, name: textsOf(LESSON).title, exact: true }).waitFor();
        await lab.openUser("Noor Visser");
        await lab.removeDirect("Office 365 E1");
        await lab.reprocess();
        await lab.run();
        await lesson.solved();
        // It is opened again as it was left, and begins anew when that is asked for.
        await page.reload();
        await lab.complete();
        await lesson.solved();
        await lesson.button("lesson-start-over").click();
        await lesson.showSolution();
        await lesson.open(LESSONS[0]);
      }, pathToFileURL(LESSON_FILE).href));

    test("the script that fetches a real tenant is inside, too", { skip: engine === "firefox" && "BiDi tells of no downloads" }, () =>
      withFile(async (lab, page) => {
        await lab.goToAddress("#/import");
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download the script" }).click()]);
        assert.equal(await readFile(await download.path(), "utf8"), await readFile("docs/export-tenant.ps1", "utf8"));
      }));
  });
}
