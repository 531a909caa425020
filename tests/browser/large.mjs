// How long a large tenant takes to be kept and opened again, and how much of it lies where: printed, not judged.
// `node tests/browser/large.mjs 1000000` after `cargo xtask build`.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, visit } from "./browser.mjs";
import { KeepingPage } from "./keeping-page.mjs";
import { fileOf, keepCopy, open, reload, units } from "./large-page.mjs";
import { LabPage } from "./page.mjs";
import { serve } from "./server.mjs";

const users = Number(process.argv[2] ?? 100_000);
const host = await serve("dist", "/");
const browser = await launch();
const { page } = await visit(browser, host.url, { locale: "en-US", reducedMotion: "reduce" });
page.setDefaultTimeout(900_000);
const lab = new LabPage(page);
const keeping = new KeepingPage(lab);
await lab.complete();

await page.addInitScript(() => {
  globalThis.longest = 0;
  const note = (list) => list.getEntries().forEach(({ duration }) => (globalThis.longest = Math.max(globalThis.longest, duration)));
  new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
});
await page.reload();
await lab.complete();

/** How long something takes, and the longest task of the page meanwhile. */
async function measure(what, steps) {
  await page.evaluate(() => (globalThis.longest = 0));
  const from = performance.now();
  await steps();
  const took = ((performance.now() - from) / 1_000).toFixed(1);
  const longest = await page.evaluate(() => globalThis.longest);
  console.log(`${what}: ${took} s, longest task ${Math.round(longest)} ms`);
}

const file = fileOf(users);
console.log(`${users} users, ${(file.buffer.length / 1e6).toFixed(1)} MB as a text`);
const folder = mkdtempSync(join(tmpdir(), "large-"));
const path = join(folder, file.name);
writeFileSync(path, file.buffer);
await measure("opened from the file", () => open(keeping, page, path));
await measure("kept", () => keepCopy(keeping));
rmSync(folder, { recursive: true });
console.log(`in the storage: ${await units(page)} units`);
const dialog = await keeping.openTenants();
console.log(`in the list: ${await dialog.getByText("in the browser's database").first().innerText()}`);
await page.keyboard.press("Escape");
await measure("opened again", () => reload(keeping, lab, page));
await measure("changed and saved", async () => {
  await keeping.create("added");
  await keeping.saved();
});
await reload(keeping, lab, page);
console.log(`what was done is there: ${(await keeping.groups()).includes("added")}`);
await browser.close();
await host.close();
