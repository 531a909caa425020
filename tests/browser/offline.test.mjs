// The page without a network: kept as a whole, never old for new, and one release at a time writes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { bounded, launch, visit } from "./browser.mjs";
import { KeepingPage } from "./keeping-page.mjs";
import { LabPage } from "./page.mjs";
import { serve } from "./server.mjs";

const NEXT = mkdtempSync(join(tmpdir(), "next-release-"));
let browser;

before(async () => {
  browser = await launch();
  makeNext();
});
after(async () => {
  await browser?.close();
  rmSync(NEXT, { recursive: true });
});

/** The next release: its pieces lie in another folder, and those of this one are gone. */
function makeNext() {
  cpSync("dist", NEXT, { recursive: true });
  const page = join(NEXT, "index.html");
  const pieces = readdirSync(NEXT).find((name) => name.startsWith("licensing-lab-"));
  renameSync(join(NEXT, pieces), join(NEXT, "licensing-lab-next"));
  const html = readFileSync(page, "utf8").replaceAll(pieces, "licensing-lab-next").replace(/<meta name="release"[^>]*>/, "");
  writeFileSync(page, html);
  execFileSync("node", ["crates/xtask/src/page/offline.mjs", NEXT, "web/worker.js", "release"]);
}

const releaseOf = (folder) => /<meta name="release" content="([^"]+)">/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];

/** A host whose release can be changed and that can be stopped, and a context whose workers work. */
async function withHost(steps, path = "/some/where/") {
  let host = await serve("dist", path);
  const { url, port } = host;
  const context = bounded(await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US", reducedMotion: "reduce" }));
  const publish = async (folder) => {
    await host?.close();
    host = folder && (await serve(folder, path, port));
  };
  const open = async (address = url) => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(address);
    const lab = new LabPage(page);
    await lab.complete();
    return { page, lab, keeping: new KeepingPage(lab) };
  };
  try {
    await steps({ url, publish, open, context });
  } finally {
    await context.close();
    await host?.close();
  }
}

/** Waits until something is so that the page answers later. */
async function until(page, isSo, arg) {
  for (const end = Date.now() + 20_000; !(await page.evaluate(isSo, arg)); await page.waitForTimeout(50)) {
    assert.ok(Date.now() < end, `never so: ${isSo}`);
  }
}

/** Waits until the page is kept. */
const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === "activated");
const release = (page) => page.evaluate(() => document.querySelector("meta[name=release]").content);
const caches = (page) => page.evaluate(() => caches.keys());

for (const path of ["/", "/some/where/"]) {
  test(`without a network the page opens below ${path}, with everything in it`, () =>
    withHost(async ({ publish, open, url }) => {
      const { page, lab, keeping } = await open();
      await kept(page);
      await keeping.create("Made with a network");
      await keeping.saved();
      await publish(undefined);
      for (const address of [url, `${url}index.html`, `${url}?lang=nl`]) {
        await page.goto(address);
        await lab.complete();
        assert.ok((await keeping.groups()).includes("Made with a network"), address);
      }
      // Every screen, the other language, the full catalog, the lessons, the notices.
      await page.goto(url);
      await lab.complete();
      for (const screen of ["#/map", "#/groups", "#/users", "#/products", "#/audit", "#/graph", "#/import", "#/rules", "#/lessons", "#/about", "#/settings"]) {
        await lab.goToAddress(screen);
        await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector(".later"));
        assert.equal(await lab.main.getByRole("button", { name: lab.word("retry"), exact: true }).count(), 0, screen);
      }
      await page.getByRole("main").getByRole("button", { name: "Nederlands" }).click();
      await page.getByRole("heading", { level: 1, name: "Instellingen" }).waitFor();
      for (const name of ["full.bin", "third-party.txt", "export-tenant.ps1", "manifest.webmanifest"]) {
        assert.equal(await page.evaluate((name) => fetch(name).then(({ status }) => status), name), 200, name);
      }
    }, path));
}

test("a new release is shown at once where there is a network", () =>
  withHost(async ({ publish, open, url }) => {
    const { page, lab } = await open();
    await kept(page);
    await publish(NEXT);
    await page.goto(url);
    await lab.complete();
    assert.equal(await release(page), releaseOf(NEXT));
    // Its worker takes over, and it is shown without a network as well.
    await until(page, async (name) => {
      const isThere = (await caches.keys()).some((key) => key.endsWith(name));
      const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
      return isThere && !installing && !waiting && active.state === "activated";
    }, releaseOf(NEXT));
    await publish(undefined);
    await page.goto(url);
    await lab.complete();
    assert.equal(await release(page), releaseOf(NEXT));
  }));

test("an open page goes on with its own pieces, is offered the new release, and what was done is there in it", () =>
  withHost(async ({ publish, open }) => {
    const { page, lab, keeping } = await open();
    await kept(page);
    await keeping.create("Before");
    await keeping.saved();
    await publish(NEXT);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await keeping.notices.getByText(lab.word("release"), { exact: true }).waitFor();
    assert.equal(await release(page), releaseOf("dist"));
    // A piece that was not fetched yet is gone from the host.
    await lab.goTo("Rules");
    await keeping.create("After");
    await keeping.answer("reload");
    await page.waitForFunction((name) => document.querySelector("meta[name=release]")?.content === name, releaseOf(NEXT));
    await lab.complete();
    const groups = await keeping.groups();
    assert.ok(groups.includes("Before") && groups.includes("After"));
    assert.equal(await keeping.notices.getByText(lab.word("release"), { exact: true }).count(), 0);
  }));

test("of two releases in two tabs the one that was opened last writes, and the other one says so", () =>
  withHost(async ({ publish, open }) => {
    const old = await open();
    await kept(old.page);
    await old.keeping.create("Old");
    await old.keeping.saved();
    await publish(NEXT);
    const next = await open();
    assert.equal(await release(next.page), releaseOf(NEXT));
    await old.keeping.notices.getByText(old.lab.word("other-release"), { exact: true }).waitFor();
    const stored = await next.keeping.stored();
    await old.keeping.create("Too late");
    await old.keeping.notices.getByText(old.lab.word("not-saved"), { exact: true }).waitFor();
    assert.deepEqual(await next.keeping.stored(), stored);
    await next.keeping.create("Next");
    await next.keeping.saved();
    // It is asked whether what is not saved may be lost.
    old.page.on("dialog", (dialog) => dialog.accept());
    await old.keeping.notices.getByRole("button", { name: old.lab.word("reload"), exact: true }).first().click();
    await old.page.waitForFunction((name) => document.querySelector("meta[name=release]")?.content === name, releaseOf(NEXT));
    await old.lab.complete();
    const groups = await old.keeping.groups();
    assert.ok(groups.includes("Old") && groups.includes("Next") && !groups.includes("Too late"));
  }));

test("a release of which a file is another one is not kept", () =>
  withHost(async ({ publish, open, url }) => {
    const broken = mkdtempSync(join(tmpdir(), "broken-release-"));
    try {
      cpSync(NEXT, broken, { recursive: true });
      writeFileSync(join(broken, "third-party.txt"), "of another release");
      const { page, lab } = await open();
      await kept(page);
      await publish(broken);
      await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
      await until(page, async () => { const { installing, waiting } = await navigator.serviceWorker.getRegistration(); return !installing && !waiting; });
      assert.ok((await caches(page)).every((name) => name.endsWith(releaseOf("dist"))));
      await publish(undefined);
      await page.goto(url);
      await lab.complete();
      assert.equal(await release(page), releaseOf("dist"));
    } finally {
      rmSync(broken, { recursive: true });
    }
  }));

test("what is kept is removed in the settings, and stays removed", () =>
  withHost(async ({ publish, open, url }) => {
    const { page, lab } = await open();
    await kept(page);
    await lab.goTo("Settings");
    const row = page.getByRole("switch", { name: lab.word("offline") });
    assert.equal(await row.isChecked(), true);
    await row.click();
    await until(page, async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration()));
    await page.goto(url);
    await lab.complete();
    await lab.goTo("Settings");
    assert.equal(await row.isChecked(), false);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean)), false);
    await row.click();
    await page.reload();
    await lab.complete();
    await kept(page);
    await publish(undefined);
    await page.reload();
    await lab.complete();
  }));

test("inside another page nothing is kept, and its settings do not offer it", () =>
  withHost(async ({ url, context }) => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // A file without a policy of its own, in which there is room for a frame.
    await page.goto(`${url}llms.txt`);
    for (const query of ["", "?embed"]) {
      await page.evaluate((src) => document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src, width: 900, height: 700 })), `${url}${query}#/settings`);
      const frame = page.frameLocator("iframe");
      await frame.getByRole("switch", { name: "Single-letter shortcuts" }).waitFor();
      await page.frames()[1].waitForFunction(() => globalThis.licensingLab);
      assert.equal(await frame.getByRole("switch", { name: "Works without a network" }).count(), 0, query);
      assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean)), false, query);
    }
  }));

test("the policy allows one worker and nothing else", async () => {
  const host = await serve("dist");
  const { context, page } = await visit(browser, host.url);
  await new LabPage(page).complete();
  const allowed = await page.evaluate(() => {
    const make = (name) => {
      try {
        return trustedTypes.createPolicy(name, { createScriptURL: (text) => text }).name;
      } catch {
        return undefined;
      }
    };
    return [make("other"), make("default")];
  });
  assert.deepEqual(allowed, [undefined, undefined]);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync("dist/index.html", "utf8"))[1];
  assert.deepEqual(policy.split("; ").sort(), [
    "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "form-action 'none'", "img-src 'self'", "manifest-src 'self'",
    "require-trusted-types-for 'script'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "trusted-types worker", "worker-src 'self'",
  ]);
  await context.close();
  await host.close();
});

test("it can be installed", () =>
  withHost(async ({ open }) => {
    const { page } = await open();
    await kept(page);
    const manifest = await page.evaluate(() => fetch(document.querySelector("link[rel=manifest]").href).then((answer) => answer.json()));
    assert.equal(new URL(manifest.start_url, page.url()).href, page.url());
    const sizes = await page.evaluate((icons) => Promise.all(icons.map(async ({ src }) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    })), manifest.icons);
    assert.deepEqual(sizes, manifest.icons.map(({ sizes }) => sizes));
    // Only Chromium says what it thinks of it.
    if (browser.browserType().name() !== "chromium") return;
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A context of its own counts as a private window, in which nothing is installed.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  }));
