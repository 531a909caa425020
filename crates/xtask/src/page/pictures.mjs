// Renders the pictures that others show of the page: its icons from the drawing, and what stands beside a link to it from
// the built page itself: `<folder of the page> <folder of the pictures>`.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../../../../tests/browser/browser.mjs";
import { LabPage } from "../../../../tests/browser/page.mjs";
import { serve } from "../../../../tests/browser/server.mjs";

const [from, to] = process.argv.slice(-2);
const drawing = readFileSync("web/icon.svg", "utf8");
const host = await serve(from);
const browser = await launch("chromium");

/** The drawing in a square; where a system cuts its own shape out of it, it is smaller and its ground goes to the edge. */
async function icon(name, size, isCut) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const part = isCut ? 0.8 : 1;
  const ground = isCut ? "background:#0b6173" : "";
  await page.setContent(`<body style="margin:0;display:grid;place-items:center;height:100vh;${ground}">${drawing.replace("<svg ", `<svg width="${size * part}" height="${size * part}" `)}</body>`);
  writeFileSync(join(to, name), await page.screenshot({ omitBackground: !isCut }));
  await page.close();
}
await icon("icon-192.png", 192, false);
await icon("icon-512.png", 512, false);
await icon("icon-maskable-512.png", 512, true);

// Why Noor waits, as whoever follows the article finds it.
const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, locale: "en-US", colorScheme: "light", reducedMotion: "reduce" });
await page.goto(host.url);
const lab = new LabPage(page);
await lab.complete();
await lab.run();
await lab.openUser("Noor Visser");
await lab.why(lab.path("Office 365 E3", "Sales E3"));
await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
writeFileSync(join(to, "open-graph.png"), await page.screenshot());
await browser.close();
await host.close();
