// How soon a first visit sees something and can do something, on a slow line and a slow machine: prints what it measures.
//
//   node tests/browser/first-minute.mjs [visits]
//
// The line is what Lighthouse calls slow 4G (1.6 Mbit/s, 150 ms), the processor has a quarter of its speed, nothing is
// cached, and the host compresses as a static host does. Content is the first thing painted; usable is the moment at which
// the first step, asked for by a click as early as there is a button, is seen; shift is the layout shift until then; later
// is what comes by itself afterwards. What else the machine does is in the figures.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { launch, withoutWorkers } from "./browser.mjs";

const VISITS = Number(process.argv[2] ?? 5);
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8" };

/** The built page, compressed; each file once. */
function host() {
  const packed = new Map();
  const pack = (name) => {
    if (!packed.has(name)) packed.set(name, brotliCompressSync(readFileSync(join("dist", name)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    return packed.get(name);
  };
  const server = createServer(({ url }, response) => {
    const name = decodeURIComponent(new URL(url, "http://localhost").pathname.slice(1)) || "index.html";
    try {
      const body = pack(name);
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "content-encoding": "br", "content-length": body.length, "cache-control": "no-store" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

const server = await host();
const browser = await launch();
const address = `http://127.0.0.1:${server.address().port}/`;
/** The moment that a first visit begins at, which the time bar says. */
const begun = await (async () => {
  const context = await withoutWorkers(await browser.newContext({ locale: "en-US" }));
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => /\d/.test(document.querySelector(".time")?.innerText));
  const moment = await page.evaluate(() => /\d+/.exec(document.querySelector(".time").innerText)[0]);
  await context.close();
  return moment;
})();
const visits = [];
for (let number = 0; number < VISITS; number += 1) {
  const context = await withoutWorkers(await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-US" }));
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", LINE);
  await line.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  let bytes = 0;
  line.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript((begun) => {
    globalThis.seen = { shift: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => globalThis.seen.usable || (globalThis.seen.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
    const look = () => {
      const button = document.querySelector(".act .btn--primary");
      if (button?.offsetParent && !globalThis.seen.pressed) {
        globalThis.seen.pressed = performance.now();
        button.click();
      }
      // The time bar says at which moment one is; that of the first screen has nothing in it.
      const moment = /\d+/.exec(document.querySelector(".time")?.innerText ?? "")?.[0];
      if (moment && moment !== begun) globalThis.seen.usable = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, begun);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.seen.usable, undefined, { timeout: 60_000 });
  const untilUsable = bytes;
  await page.waitForTimeout(8_000);
  const seen = await page.evaluate(() => ({ ...globalThis.seen, content: performance.getEntriesByName("first-contentful-paint")[0]?.startTime }));
  visits.push({ ...seen, untilUsable, later: bytes - untilUsable });
  await context.close();
}
await browser.close();
server.close();

const of = (name) => visits.map((visit) => visit[name]);
for (const [name, unit, digits] of [["content", "ms", 0], ["usable", "ms", 0], ["shift", "", 4], ["untilUsable", "bytes", 0], ["later", "bytes", 0]]) {
  const all = of(name);
  console.log(`${name.padEnd(12)} median ${median(all).toFixed(digits)} ${unit}, of ${all.map((number) => number.toFixed(digits)).join(", ")}`);
}
