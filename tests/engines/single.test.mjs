// The page as one file, opened by a double click: everything is inside, and it asks for nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, visit } from "../browser/browser.mjs";
import { LabPage } from "../browser/page.mjs";
import { changes, everyScreen } from "./smoke.mjs";

const FILE = pathToFileURL("target/single/licensing-lab.html").href;

for (const engine of ["chromium", "firefox"]) {
  describe(`one file in ${engine}`, () => {
    let browser;
    before(async () => (browser = await launch(engine)));
    after(() => browser?.close());

    /** Opens the file; the document is all that is ever asked for. */
    async function withFile(steps) {
      const asked = [];
      const { context, page, problems } = await visit(browser, "about:blank", { viewport: { width: 1280, height: 800 }, locale: "en-US", reducedMotion: "reduce" });
      problems.length = 0;
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(FILE);
      const lab = new LabPage(page);
      await lab.complete();
      await steps(lab, page);
      await context.close();
      assert.deepEqual(asked.filter((url) => url !== FILE && !url.startsWith("blob:") && !url.startsWith("data:")), []);
      assert.deepEqual(problems.filter((problem) => !problem.startsWith("asked elsewhere: file:")), []);
    }

    test("every screen is inside", () => withFile(everyScreen));

    test("a change is stored where the browser lets it, and taken back", () => withFile(changes));

    test("another language is inside", () =>
      withFile(async (lab, page) => {
        await page.getByRole("navigation").getByRole("button", { name: "Nederlands" }).click();
        await page.getByRole("heading", { level: 1, name: /^Geef een groep een licentie/ }).waitFor();
      }));

    test("the script that fetches a real tenant is inside, too", { skip: engine === "firefox" && "BiDi tells of no downloads" }, () =>
      withFile(async (lab, page) => {
        await lab.goToAddress("#/import");
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download the script" }).click()]);
        assert.equal(await readFile(await download.path(), "utf8"), await readFile("docs/export-tenant.ps1", "utf8"));
      }));
  });
}
