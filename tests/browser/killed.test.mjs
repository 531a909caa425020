// A browser that is killed, not only a tab: what counted as saved is there when it begins again.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launchWith } from "./browser.mjs";
import { KeepingPage } from "./keeping-page.mjs";
import { LabPage } from "./page.mjs";
import { serve } from "./server.mjs";
import { times } from "./visits.mjs";

const KILLED = times(5, 20);

let host;
before(async () => (host = await serve("dist", "/some/where/")));
after(() => host?.close());

/** The process of the browser that works in a folder: the one that is nobody's helper. */
function processOf(folder) {
  const isIt = (pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith("--type="));
    } catch {
      return false;
    }
  };
  return Number(readdirSync("/proc").find((name) => /^\d+$/.test(name) && isIt(name)));
}

/** A visit in a browser of its own that keeps its things in `folder`. */
async function visitIn(folder) {
  const context = await launchWith(folder, { viewport: { width: 1280, height: 800 }, locale: "en-US", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(host.url);
  const lab = new LabPage(page);
  await lab.complete();
  return { context, page, keeping: new KeepingPage(lab) };
}

test(`a browser that is killed loses nothing that counted as saved: ${KILLED} of ${KILLED}`, { timeout: 600_000, skip: process.platform !== "linux" && "processes are found in /proc" }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "killed-browser-"));
  try {
    let lost = 0;
    for (let run = 0; run < KILLED; run += 1) {
      const { context, keeping } = await visitIn(folder);
      const before = await keeping.groups();
      for (let made = 0; made < run; made += 1) {
        if (!before.includes(`group ${made}`)) lost += 1;
      }
      await keeping.create(`group ${run}`);
      await keeping.saved();
      const closed = context.waitForEvent("close");
      process.kill(processOf(folder), "SIGKILL");
      await closed;
    }
    const { context, keeping } = await visitIn(folder);
    const groups = await keeping.groups();
    await context.close();
    const missing = Array.from({ length: KILLED }, (_, run) => `group ${run}`).filter((name) => !groups.includes(name));
    console.log(`    ${KILLED - missing.length} of ${KILLED} changes are there, ${lost} were missed on the way`);
    assert.deepEqual(missing, []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
