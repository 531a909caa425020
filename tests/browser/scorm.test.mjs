// A SCORM 1.2 package of lessons, in the frame of a platform that is as simple as can be.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { launch, visit } from "./browser.mjs";
import { serve } from "./server.mjs";
import { words } from "./words.mjs";

let folder;
let host;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "scorm-"));
  for (const wanted of ["first-license", "first-steps"]) {
    const zip = join(folder, `${wanted}.zip`);
    execFileSync("node", ["crates/xtask/src/release/scorm/pack.mjs", "dist", zip, wanted]);
    for (const [name, bytes] of unzip(readFileSync(zip))) {
      const path = join(folder, wanted, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    writeFileSync(join(folder, `${wanted}.html`), `<!doctype html><html lang=en><title>Platform</title><link rel=icon href="data:,"><iframe title=Unit width=1200 height=700></iframe>`);
  }
  host = await serve(folder, "/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The files of a zip file, by its directory. */
function unzip(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size, length] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28)];
    const [start, name] = [bytes.readUInt32LE(at + 42), bytes.toString("utf8", at + 46, at + 46 + length)];
    const contents = inflateRawSync(bytes.subarray(start + 30 + length, start + 30 + length + packed));
    assert.equal(contents.length, size, name);
    files.set(name, contents);
    at += 46 + length;
  }
  return files;
}

/** In the platform's page: an interface that knows what every platform has to know, and no `lesson_mode`. */
function platform(kept) {
  const values = new Map(Object.entries(kept));
  const calls = [];
  const known = ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max", "cmi.core.exit", "cmi.suspend_data"];
  let error = "0";
  const answer = (name, isKnown, result) => {
    error = isKnown ? "0" : "401";
    calls.push(name);
    return isKnown ? result : "";
  };
  globalThis.platform = { values, calls };
  globalThis.API = {
    LMSInitialize: () => answer("Initialize", true, "true"),
    LMSFinish: () => answer("Finish", true, "true"),
    LMSCommit: () => answer("Commit", true, "true"),
    LMSGetValue: (name) => answer(`Get ${name}`, known.includes(name), values.get(name) ?? ""),
    LMSSetValue: (name, value) => {
      if (known.includes(name)) values.set(name, value);
      return answer(`Set ${name}`, known.includes(name), "true");
    },
    LMSGetLastError: () => error,
    LMSGetErrorString: () => "",
    LMSGetDiagnostic: () => "",
  };
}

/** Opens a package in the platform's frame, with what the platform kept of it. */
async function withPlatform(wanted, kept, steps) {
  const { context, page, problems } = await visit(browser, `${host.url}${wanted}.html`, { viewport: { width: 1300, height: 800 }, locale: "en-US" });
  await page.evaluate(platform, kept);
  await page.evaluate((src) => (document.querySelector("iframe").src = src), `${wanted}/unit.html`);
  const unit = page.frameLocator("iframe");
  const value = (name) => page.evaluate((name) => globalThis.platform.values.get(name), name);
  const becomes = (name, wanted) => page.waitForFunction(([name, wanted]) => globalThis.platform.values.get(name) === wanted, [name, wanted]);
  const result = await steps({ page, unit, lab: unit.frameLocator("iframe"), value, becomes });
  await context.close();
  assert.deepEqual(problems, []);
  return result;
}

/** Waits until everything of the lab is there: leaving it earlier would be a request that failed. */
async function complete(page, lab) {
  await lab.getByRole("heading", { level: 1 }).waitFor();
  const inside = page.frames().find((frame) => frame.url().includes("/lab/index.html"));
  await inside.waitForFunction(() => globalThis.licensingLab);
}

/** Has the solution shown until the lesson is solved. */
async function solve(page, lab) {
  await complete(page, lab);
  const rail = lab.getByRole("complementary", { name: words("en", "lesson-panel"), exact: true });
  await rail.getByRole("button", { name: words("en", "lesson-show-me") }).click();
  const next = rail.getByRole("button", { name: words("en", "lesson-show-next") });
  const done = rail.getByText(words("en", "lesson-done-title"), { exact: true });
  for (let things = 0; things < 20 && !(await done.isVisible()); things += 1) await next.click();
  await done.waitFor();
}

test("the manifest names every file of the package, and one unit", () => {
  const manifest = readFileSync(join(folder, "first-license/imsmanifest.xml"), "utf8");
  assert.match(manifest, /<schemaversion>1\.2<\/schemaversion>/);
  assert.equal(manifest.match(/adlcp:scormtype="sco"/g).length, 1);
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  assert.ok(named.includes("lab/index.html") && named.includes("unit.js"));
  for (const name of named) readFileSync(join(folder, "first-license", decodeURI(name)));
});

test("a lesson that is solved is passed, and its way is kept for the next visit", async () => {
  const kept = await withPlatform("first-license", {}, async ({ page, unit, lab, value, becomes }) => {
    await becomes("cmi.core.lesson_status", "incomplete");
    await solve(page, lab);
    await becomes("cmi.core.lesson_status", "passed");
    await becomes("cmi.core.score.raw", "100");
    const data = await value("cmi.suspend_data");
    assert.ok(data.length <= 4096, `${data.length}`);
    await unit.locator("body").evaluate(() => location.replace("about:blank"));
    await page.waitForFunction(() => globalThis.platform.calls.at(-1) === "Finish");
    assert.equal((await page.evaluate(() => globalThis.platform.calls))[0], "Initialize");
    return data;
  });
  await withPlatform("first-license", { "cmi.suspend_data": kept }, async ({ page, lab, value }) => {
    await complete(page, lab);
    await lab.getByText(words("en", "lesson-done-title"), { exact: true }).waitFor();
    assert.equal(await value("cmi.core.lesson_status"), "passed");
  });
});

test("a track is passed when all of it is solved; what the platform kept of something else does no harm", async () => {
  await withPlatform("first-steps", { "cmi.suspend_data": "<not ours>" }, async ({ page, unit, lab, value, becomes }) => {
    const lessons = unit.getByRole("navigation").getByRole("button");
    await lessons.first().waitFor();
    const count = await lessons.count();
    assert.ok(count > 1);
    await solve(page, lab);
    await becomes("cmi.core.score.raw", String(Math.floor(100 / count)));
    assert.equal(await value("cmi.core.lesson_status"), "incomplete");
    await lessons.nth(1).click();
    await lessons.nth(1).and(unit.locator("[aria-current]")).waitFor();
    await solve(page, lab);
    await becomes("cmi.core.score.raw", String(Math.floor(200 / count)));
  });
});

test("without a platform it is a plain page", async () => {
  const { context, page, problems } = await visit(browser, `${host.url}first-license/unit.html`, { locale: "en-US" });
  await solve(page, page.frameLocator("iframe"));
  await context.close();
  assert.deepEqual(problems, []);
});
