// What the page fetches, and when: little at first, the rest when somebody goes there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { visit } from "./browser.mjs";
import { LabPage } from "./page.mjs";
import { hosted } from "./visits.mjs";

/** What a first load may take, in bytes as a host sends them. */
const MOST = 300_000;

const shared = hosted();

test("the first load stays small, and little follows by itself", async () => {
  const { context, page } = await visit(shared.browser, "about:blank");
  const responses = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(shared.host.url);
  await new LabPage(page).started();
  await page.waitForFunction(() => globalThis.licensingLab);

  // What the first screen does without: the rest of the catalog, of the words and of the styles, the pieces, and the picture
  // that some browsers keep of a page.
  const LATER = /\/(full\.bin|en\.txt|icon-192\.png|later-[0-9a-f]+\.css|(split_|chunk_|shared)[^/]*\.wasm)$/;
  const isLater = (response) => LATER.test(new URL(response.url()).pathname);
  const first = responses.filter((response) => !isLater(response));
  assert.equal(first.filter((response) => response.url().endsWith(".wasm")).length, 1);
  const bodies = await Promise.all(first.map((response) => response.body()));
  const sent = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
  assert.ok(sent <= MOST, `${sent} bytes`);

  const pieces = responses.flatMap((response) => /split_([a-z_]+)\.wasm$/.exec(response.url())?.[1] ?? []);
  assert.deepEqual(pieces.sort(), ["keeping", "map", "rules", "scripting"], "what stores, the overview's map, what reads rules of groups, `licensingLab`");
  await context.close();
});

test("where data is to be saved nothing comes before somebody asks for it", async () => {
  const { context, page, problems } = await visit(shared.browser, "about:blank");
  await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await page.goto(shared.host.url);
  const lab = new LabPage(page);
  await lab.started();
  const map = lab.main.getByRole("button", { name: lab.word("map-show"), exact: true });
  await map.waitFor();
  await page.waitForTimeout(2_000);
  const later = () => asked.filter((name) => /^(full\.bin|en\.txt|later-.*\.css|(split_|chunk_|shared).*\.wasm)$/.test(name));
  assert.deepEqual(later(), []);
  await map.click();
  await lab.main.getByRole("heading", { name: lab.word("map"), exact: true }).waitFor();
  await lab.main.getByRole("link", { name: lab.word("map-whole"), exact: true }).waitFor();
  assert.ok(later().includes("split_map.wasm") && later().includes("en.txt"), "what was asked for comes, with its words");
  assert.ok(!later().includes("full.bin"));
  await lab.goTo("Users");
  // The page was opened from an empty one, to which its own host is another.
  const own = `asked elsewhere: ${new URL(shared.host.url).origin}/`;
  assert.deepEqual(problems.filter((problem) => !problem.startsWith(own)), []);
  await context.close();
});

test("what comes by itself comes only when the browser has nothing else to do", async () => {
  const { context, page } = await visit(shared.browser, "about:blank");
  await context.addInitScript(() => {
    const held = [];
    const ask = requestIdleCallback.bind(globalThis);
    globalThis.requestIdleCallback = (work, options) => (held ? held.push([work, options]) : ask(work, options));
    globalThis.haveTime = () => {
      globalThis.requestIdleCallback = ask;
      held.forEach(([work, options]) => ask(work, options));
    };
  });
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await page.goto(shared.host.url);
  const lab = new LabPage(page);
  await lab.started();
  await lab.main.getByRole("button", { name: lab.word("act-play") }).and(page.locator("main[id] *")).waitFor();
  // A step is taken and seen meanwhile: nothing of what comes later is needed for that.
  await lab.act("act-play");
  await lab.main.getByRole("status").filter({ hasText: lab.word("act-failed", { user: "Noor Visser", product: "Office 365 E3", reason: lab.word("reason-exclusive") }) }).waitFor();
  const later = () => asked.filter((name) => /^(full\.bin|en\.txt|later-.*\.css|(split_|chunk_|shared).*\.wasm)$/.test(name));
  // What is done is stored, which is asked for by whoever does something.
  assert.deepEqual(later().filter((name) => !/keeping|chunk|shared|en\.txt/.test(name)), []);
  await page.evaluate(() => globalThis.haveTime());
  await page.waitForFunction(() => globalThis.licensingLab);
  // Each comes when the browser has time for it, in no order.
  const missing = () => ["full.bin", "en.txt", "split_map.wasm"].filter((name) => !later().includes(name));
  for (let looks = 0; missing().length > 0 && looks < 100; looks += 1) await page.waitForTimeout(100);
  assert.deepEqual(missing(), [], `${later()}`);
  await context.close();
});

test("the first screen says all that it says before the rest of the words is there", async () => {
  const { context, page } = await visit(shared.browser, "about:blank", { viewport: { width: 1440, height: 900 } });
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/en.txt*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(shared.host.url);
  await new LabPage(page).started();
  await page.waitForTimeout(1_000);
  const words = () =>
    page.evaluate(() => {
      const parts = [...document.querySelectorAll("nav, header, footer, main > *:not(:has(figure, svg[role=group]))")];
      const labels = [...document.querySelectorAll("[aria-label]")].map((labelled) => labelled.ariaLabel);
      return { text: parts.map((part) => part.innerText), isLabelled: labels.every(Boolean) };
    });
  const before = await words();
  assert.ok(before.isLabelled, "a label is empty");
  release();
  await page.waitForFunction(() => globalThis.licensingLab);
  const after = await words();
  assert.deepEqual(before.text.slice(0, 4), after.text.slice(0, 4));
  await context.close();
});

test("an address deep inside opens with its own piece", async () => {
  const { context, page, problems } = await visit(shared.browser, `${shared.host.url}#/audit`);
  await page.getByRole("heading", { level: 1, name: "Audit log" }).waitFor();
  await context.close();
  assert.deepEqual(problems, []);
});

test("a screen that comes late gets the focus, like any other", async () => {
  const { context, page } = await visit(shared.browser, shared.host.url);
  await new LabPage(page).started();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/split_users.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Users" }).click();
  await page.getByRole("heading", { level: 1, name: "Loading" }).waitFor();
  release();
  await page.getByRole("heading", { level: 1, name: "Users" }).and(page.locator(":focus")).waitFor();
  await context.close();
});

test("a piece that does not come is said and can be asked for again", async () => {
  const { context, page } = await visit(shared.browser, shared.host.url);
  const lab = new LabPage(page);
  // What comes by itself is there: only what is asked for below fails.
  await lab.complete();
  await page.route("**/*.wasm", (route) => route.abort());

  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Users" }).click();
  await page.getByRole("alert").getByRole("heading", { level: 1, name: "This could not be loaded." }).waitFor();
  await page.getByRole("alert").getByRole("button", { name: "Retry" }).click();
  await page.getByRole("alert").waitFor();
  await lab.goTo("Overview");
  await page.unroute("**/*.wasm");
  await lab.goTo("Users");

  await page.route("**/*.wasm", (route) => route.abort());
  await page.getByRole("button", { name: "New user" }).first().click();
  const alert = page.getByRole("alert").filter({ hasText: "This could not be loaded." });
  await alert.waitFor();
  await page.unroute("**/*.wasm");
  await alert.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("dialog").waitFor();
  await context.close();
});
