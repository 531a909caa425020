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
async function visitIn(folder, prepare = () => {}) {
  const context = await launchWith(folder, { viewport: { width: 1280, height: 800 }, locale: "en-US", reducedMotion: "reduce" });
  await context.addInitScript(prepare);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(host.url);
  const lab = new LabPage(page);
  await lab.complete();
  return { context, keeping: new KeepingPage(lab) };
}

/** Which of these groups are not there; those that the page puts back soon are waited for. */
async function missing(keeping, groups) {
  for (const until = Date.now() + 20_000; ; ) {
    const there = await keeping.groups();
    const left = groups.filter((group) => !there.includes(group));
    if (left.length === 0 || Date.now() > until) return left;
    await new Promise((passed) => setTimeout(passed, 100));
  }
}

/** Ends the browser as nobody should. */
async function kill(context, folder) {
  const closed = context.waitForEvent("close");
  process.kill(processOf(folder), "SIGKILL");
  await closed;
}

/** Does something with a folder that is gone afterwards, and with it the browser that works in it. */
async function withFolder(steps) {
  const folder = mkdtempSync(join(tmpdir(), "killed-browser-"));
  try {
    await steps(folder);
  } finally {
    const left = processOf(folder);
    if (left) process.kill(left, "SIGKILL");
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // A browser that still writes keeps its folder; what the test says is of more use than that.
    }
  }
}

const skip = process.platform !== "linux" && "processes are found in /proc";

test(`a browser that is killed loses nothing that counted as saved: ${KILLED} of ${KILLED}`, { timeout: 600_000, skip }, () =>
  withFolder(async (folder) => {
    const made = [];
    for (let run = 0; run < KILLED; run += 1) {
      const { context, keeping } = await visitIn(folder);
      assert.deepEqual(await missing(keeping, made), [], `run ${run}`);
      await keeping.create(`group ${run}`);
      await keeping.saved();
      made.push(`group ${run}`);
      await kill(context, folder);
    }
    const { context, keeping } = await visitIn(folder);
    assert.deepEqual(await missing(keeping, made), []);
    await context.close();
  }));

test("a browser that is slow to open its database loses nothing that counted as saved", { timeout: 120_000, skip }, () =>
  withFolder(async (folder) => {
    const slow = () => {
      const { request } = LockManager.prototype;
      LockManager.prototype.request = async function (...of) {
        await new Promise((passed) => setTimeout(passed, 8_000));
        return request.apply(this, of);
      };
    };
    const first = await visitIn(folder, slow);
    await first.keeping.create("made early");
    await first.keeping.saved();
    await kill(first.context, folder);
    const second = await visitIn(folder, slow);
    assert.deepEqual(await missing(second.keeping, ["made early"]), []);
    await second.context.close();
  }));
