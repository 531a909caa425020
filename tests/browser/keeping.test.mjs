// What was worked on is there again: after a reload, after a crash, in the other tab, as a file; and when it cannot be
// stored, that is said.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityViolations, overflowsSideways, visit } from "./browser.mjs";
import { KeepingPage, keepingVisits } from "./keeping-page.mjs";
import { LabPage } from "./page.mjs";
import { times } from "./visits.mjs";

const GOLDEN = readFileSync("crates/licensing-scenario/tests/golden/v1/logged.link", "utf8").trim();

const { withPage, wide, shared } = keepingVisits();

/** How many tabs are killed. */
const KILLED = times(10, 50);

/** Another tab of the same browser. */
const another = (context, url = shared.host.url) => KeepingPage.open(context, url);

test("a first visit stores nothing; the first change does, and a reload finds it, with its history", () =>
  withPage(async (keeping, lab, page) => {
    assert.deepEqual(await keeping.stored(), {});
    await keeping.create("Sales abroad");
    await keeping.saved();
    await lab.time.getByRole("button", { name: "Step" }).click();
    const before = await keeping.groups();
    assert.ok(before.includes("Sales abroad"));
    await page.reload();
    await lab.complete();
    await keeping.saved();
    assert.deepEqual(await keeping.groups(), before);
    assert.match(await lab.time.innerText(), /Moment 54 of 54/);
    // What was done before the reload can be undone after it.
    for (const key of ["Control+z", "Control+z"]) await page.keyboard.press(key);
    assert.ok(!(await keeping.groups()).includes("Sales abroad"));
    await page.reload();
    await lab.complete();
    assert.ok(!(await keeping.groups()).includes("Sales abroad"), "undo is stored as well");
    await page.keyboard.press("Control+Shift+z");
    assert.ok((await keeping.groups()).includes("Sales abroad"));
  }));

test(`a tab that is killed loses nothing that counted as saved: ${KILLED} of ${KILLED}`, { timeout: 300_000 }, async () => {
  const { context, page } = await visit(shared.browser, shared.host.url, wide);
  const first = new KeepingPage(new LabPage(page));
  await first.lab.complete();
  let keeping = first;
  let acknowledged = 0;
  for (let run = 0; run < KILLED; run += 1) {
    // It works as quickly as it can; the renderer is killed at some moment of it.
    const work = keeping.page.evaluate(async (from) => {
      for (let number = from; ; number += 1) {
        const body = { displayName: `group ${number}`, mailEnabled: false, mailNickname: `group${number}`, securityEnabled: true };
        const { status } = globalThis.licensingLab.graph({ method: "POST", url: "/groups", body });
        if (status === 201) console.info(`saved ${number}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }, acknowledged);
    keeping.page.on("console", (message) => {
      const number = /^saved (\d+)$/.exec(message.text())?.[1];
      if (number) acknowledged = Math.max(acknowledged, Number(number) + 1);
    });
    work.catch(() => {});
    const session = await context.newCDPSession(keeping.page);
    const before = acknowledged;
    const isBusy = () => acknowledged > before + 5;
    for (let tries = 0; !isBusy() && tries < 1_000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, (run * 37) % 90));
    const crashed = keeping.page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await crashed;
    await keeping.page.close();
    keeping = await another(context);
    const groups = new Set(await keeping.groups());
    for (let number = 0; number < acknowledged; number += 1) {
      assert.ok(groups.has(`group ${number}`), `run ${run}: group ${number} of ${acknowledged} is lost`);
    }
    acknowledged = [...groups].filter((name) => /^group \d+$/.test(name)).length;
  }
  console.log(`    ${acknowledged} commands over 50 kills`);
  assert.ok(acknowledged > 50);
  await context.close();
});

test("the other tab sees what is done within a second, and two tabs that go on in turn share one history", () =>
  withPage(async (keeping, lab, page, context) => {
    await keeping.create("one");
    await keeping.saved();
    const other = await another(context);
    assert.ok((await other.groups()).includes("one"));
    await keeping.create("two");
    await other.page.waitForFunction(
      () => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$filter=displayName eq 'two'" }).body.value.length,
      undefined,
      { timeout: 1_000 },
    );
    await other.create("three");
    await page.waitForFunction(
      () => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$filter=displayName eq 'three'" }).body.value.length,
      undefined,
      { timeout: 1_000 },
    );
    assert.deepEqual(await keeping.groups(), await other.groups());
    assert.equal(await keeping.notices.count(), 0);
  }));

test("two tabs with 500 edits each at once lose none", { timeout: 180_000 }, () =>
  withPage(async (keeping, lab, page, context) => {
    await keeping.create("first");
    await keeping.saved();
    const other = await another(context);
    const edit = (tab, name) =>
      tab.page.evaluate(async (name) => {
        for (let number = 0; number < 500; number += 1) {
          const body = { displayName: `${name} ${number}`, mailEnabled: false, mailNickname: `${name}${number}`, securityEnabled: true };
          globalThis.licensingLab.graph({ method: "POST", url: "/groups", body });
          await new Promise((resolve) => setTimeout(resolve, number % 3));
        }
      }, name);
    // On a screen that shows none of it: drawing a thousand changes is not what is looked at.
    for (const { lab } of [keeping, other]) await lab.goToAddress("#/about");
    await Promise.all([edit(keeping, "left"), edit(other, "right")]);
    await page.close();
    await other.page.close();
    const third = await another(context);
    const found = new Set(await third.groups());
    // Where both went on from the same moment there are two versions; the other one is kept by a click.
    while (await third.notices.getByRole("button", { name: third.word("keep-as-own") }).count()) {
      await third.answer("keep-as-own");
      const list = await third.openTenants();
      const open = list.getByRole("button", { name: new RegExp(`^${third.word("open")}: .*other version`) });
      await open.first().click();
      await third.saved();
      for (const name of await third.groups()) found.add(name);
    }
    const all = (name) => Array.from({ length: 500 }, (_, number) => `${name} ${number}`);
    const lost = [...all("left"), ...all("right")].filter((name) => !found.has(name));
    assert.deepEqual(lost, []);
  }));

test("what needs the whole catalog is there after a reload that is slow to bring it", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("first");
    await keeping.saved();
    const bought = await page.evaluate(() => {
      const sku = globalThis.licensingLab.setUnits("VISIOCLIENT", 7);
      return globalThis.licensingLab.graph({ method: "GET", url: "/subscribedSkus" }).body.value.some(({ skuId }) => skuId === sku);
    });
    assert.ok(bought);
    await keeping.create("after it");
    await keeping.saved();
    await page.route("**/full.bin", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await page.reload();
    await lab.complete();
    const { body } = await keeping.graph({ method: "GET", url: "/subscribedSkus" });
    assert.ok(body.value.some(({ skuPartNumber }) => skuPartNumber === "VISIOCLIENT"));
    assert.ok((await keeping.groups()).includes("after it"));
  }));

test("a tenant that another tab removes while it is worked on is stored anew", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("before");
    await keeping.saved();
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("licensing-lab/")) localStorage.removeItem(key);
    });
    await keeping.create("after");
    await keeping.saved();
    await page.reload();
    await lab.complete();
    const groups = await keeping.groups();
    assert.ok(groups.includes("before") && groups.includes("after"));
  }));

test("a full storage is said at once, work goes on, a file saves it, and room again stores it", () =>
  withPage(async (keeping, lab, page) => {
    // Without a database there is no other place.
    await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
    await page.reload();
    await lab.complete();
    await lab.openSample(lab.word("sample-five-errors"));
    await keeping.create("before");
    await keeping.saved();
    await keeping.fillStorage();
    await keeping.create("while it is full");
    await keeping.notices.getByText("What you do is not saved.").waitFor({ timeout: 1_000 });
    assert.ok((await keeping.groups()).includes("while it is full"));
    assert.deepEqual(await accessibilityViolations(page), []);
    const download = page.waitForEvent("download");
    await keeping.answer("save-as-file");
    const file = JSON.parse(await readFile(await (await download).path(), "utf8"));
    assert.equal(file.scenario, 1);
    assert.match(JSON.stringify(file), /while it is full/);
    await keeping.emptyStorage();
    await keeping.answer("try-again");
    await keeping.saved();
    await page.reload();
    await lab.complete();
    assert.ok((await keeping.groups()).includes("while it is full"));
  }));

test("where storage is denied everything works in memory, and that is said", async () => {
  const { context, page, problems } = await visit(shared.browser, "about:blank", wide);
  await context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  await page.goto(shared.host.url);
  const keeping = new KeepingPage(new LabPage(page));
  await keeping.lab.complete();
  await keeping.create("in memory");
  await keeping.notices.getByText("This browser does not let the page store anything").waitFor();
  assert.ok((await keeping.groups()).includes("in memory"));
  await context.close();
  assert.deepEqual(problems.filter((problem) => !problem.startsWith(`asked elsewhere: ${shared.host.origin}`)), []);
});

test("the browser is asked to keep what is stored when somebody wants that, and its answer is said", () =>
  withPage(async (keeping, lab, page) => {
    await page.evaluate(() => {
      globalThis.asked = [];
      navigator.storage.persisted = async () => false;
      navigator.storage.persist = async () => globalThis.asked.push(1) > 1;
    });
    const dialog = await keeping.openTenants();
    assert.deepEqual(await page.evaluate(() => globalThis.asked), [], "nobody is asked unasked");
    await dialog.getByText(lab.word("storage-help"), { exact: true }).click();
    const ask = dialog.getByRole("button", { name: lab.word("storage-ask"), exact: true });
    await ask.click();
    await dialog.getByText(lab.word("storage-not-promised"), { exact: true }).waitFor();
    await ask.click();
    await dialog.getByText(lab.word("storage-promised"), { exact: true }).waitFor();
    assert.equal(await ask.count(), 0);
  }));

/** Damages the last record but one that is stored. */
const damage = (page) =>
  page.evaluate(() => {
    const second = Object.keys(localStorage).filter((key) => key.includes("/r/")).sort().at(-2);
    localStorage.setItem(second, localStorage[second].slice(0, -1));
    return second;
  });

test("what was damaged soon after it was stored is put back from the notes of it", () =>
  withPage(async (keeping, lab, page) => {
    for (const name of ["one", "two", "three"]) await keeping.create(name);
    await keeping.saved();
    const before = await keeping.stored();
    const damaged = await damage(page);
    await page.reload();
    await lab.complete();
    await keeping.saved();
    assert.ok((await keeping.groups()).includes("two"));
    assert.equal((await keeping.stored())[damaged], before[damaged]);
  }));

/** What can go wrong with the notes of what is stored, each as a program that runs before the page. */
const FAULTS = {
  "there is no database": () => delete Window.prototype.indexedDB,
  "there are no locks": () => delete Navigator.prototype.locks,
  "the database does not open": () => (IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); }),
  "opening never ends": () => (IDBFactory.prototype.open = () => new EventTarget()),
  "it opens with an error": () => {
    const open = IDBFactory.prototype.open;
    // An older version than the one that is there.
    IDBFactory.prototype.open = function (name) { open.call(this, name, 9); return open.call(this, name, 1); };
  },
  "nothing begins": () => (IDBDatabase.prototype.transaction = () => { throw new DOMException("", "InvalidStateError"); }),
  "nothing is read": () => (IDBObjectStore.prototype.getAll = () => { throw new DOMException("", "DataError"); }),
  "nothing is added": () => (IDBObjectStore.prototype.add = () => { throw new DOMException("", "QuotaExceededError"); }),
  "what is added is taken back": () => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (value) { const request = add.call(this, value); request.transaction.abort(); return request; };
  },
  "nothing is taken away": () => (IDBObjectStore.prototype.delete = () => { throw new DOMException("", "UnknownError"); }),
};

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`where the notes fail, what is stored is kept as it would be without them: ${what}`, () =>
    withPage(async (keeping, lab, page) => {
      await keeping.create("before");
      await keeping.saved();
      await page.addInitScript(fault);
      for (const name of ["one", "two"]) {
        await page.reload();
        await lab.complete();
        await keeping.create(name);
        await keeping.saved();
      }
      await page.reload();
      await lab.complete();
      await keeping.saved();
      const groups = await keeping.groups();
      for (const name of ["before", "one", "two"]) assert.ok(groups.includes(name), name);
    }, { isExample: true }));
}

test("what cannot be read is said, can be downloaded, and stays where it is", () =>
  withPage(async (keeping, lab, page) => {
    for (const name of ["one", "two", "three"]) await keeping.create(name);
    await keeping.saved();
    const damaged = await damage(page);
    // As it is a minute later: nothing is noted of it any more.
    await page.evaluate(async () => {
      const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
      const database = await answer(indexedDB.open("licensing-lab"));
      await answer(database.transaction("notes", "readwrite").objectStore("notes").clear());
      database.close();
    });
    await page.reload();
    await lab.complete();
    await keeping.notices.getByText("Part of this tenant's stored data cannot be read.").waitFor();
    assert.ok((await keeping.groups()).includes("one"));
    assert.ok(!(await keeping.groups()).includes("two"), "nothing is made up");
    const download = page.waitForEvent("download");
    await keeping.answer("save-unreadable");
    assert.ok((await readFile(await (await download).path(), "utf8")).includes(damaged));
    assert.ok(damaged in (await keeping.stored()));
  }));

test("a module that traps is started again from its records", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("before the trap");
    await keeping.saved();
    const reloaded = page.waitForEvent("load");
    await page.evaluate(trap);
    await reloaded;
    await lab.complete();
    await keeping.notices.getByText("The page had stopped and was started again.").waitFor();
    assert.ok((await keeping.groups()).includes("before the trap"));
  }));

test("10,000 events of the storage are looked at in one go", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("here");
    await keeping.saved();
    const looks = await page.evaluate(async () => {
      const [key] = Object.keys(localStorage).filter((key) => key.includes("/r/") || key.includes("/s/"));
      const { get, set } = Object.getOwnPropertyDescriptor(Storage.prototype, "length");
      let asked = 0;
      Object.defineProperty(Storage.prototype, "length", { configurable: true, get() { asked += 1; return get.call(this); }, set });
      const counted = Storage.prototype.getItem;
      Storage.prototype.getItem = function getItem(...given) { asked += 1; return counted.apply(this, given); };
      for (let event = 0; event < 10_000; event += 1) dispatchEvent(new StorageEvent("storage", { key, newValue: "x", storageArea: localStorage }));
      await new Promise((done) => setTimeout(done, 1_000));
      return asked;
    });
    assert.ok(looks > 0 && looks < 1_000, `${looks} looks`);
    assert.ok((await keeping.groups()).includes("here"));
  }));

/** Whatever is thrown like this came out of the module. */
const trap = () => setTimeout(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));

test("a link that stops the page is gone on without, or opened again by who asks for it", () =>
  withPage(async (keeping, lab, page, context) => {
    await keeping.create("of one's own");
    await keeping.saved();
    for (const word of ["link-again", "without-link"]) {
      // A tab of its own, for what was being fetched when the module trapped does not come.
      const tab = await context.newPage();
      const visiting = new KeepingPage(new LabPage(tab));
      // The first time, the module traps before the link is open.
      await tab.addInitScript((trap) => {
        if (sessionStorage.getItem("once")) return;
        sessionStorage.setItem("once", "1");
        addEventListener("DOMContentLoaded", new Function(`(${trap})()`));
      }, trap.toString());
      await tab.goto(shared.host.url + GOLDEN);
      await tab.getByRole("heading", { level: 1, name: keeping.word("link-stopped") }).waitFor();
      assert.match(new URL(tab.url()).hash, /^#\/s\//, "nothing was opened");
      // A script that comes meanwhile is told so, and is not answered with nothing.
      await visiting.lab.complete();
      await assert.rejects(visiting.graph({ method: "GET", url: "/groups" }), /no tenant is open/);
      await tab.getByRole("button", { name: keeping.word(word) }).click();
      if (word === "link-again") {
        await visiting.isCopy();
      } else {
        assert.ok((await visiting.groups()).includes("of one's own"));
        assert.ok(!tab.url().includes("/s/"));
      }
      await tab.close();
    }
  }));

test("what stops the page twice is not opened a third time: it can be saved as a file, put aside, and taken back", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("before the traps");
    await keeping.saved();
    for (let time = 0; time < 2; time += 1) {
      const reloaded = page.waitForEvent("load");
      await page.evaluate(trap);
      await reloaded;
    }
    await page.getByRole("heading", { level: 1, name: keeping.word("stopped") }).waitFor();
    await page.getByRole("main").getByRole("button", { name: keeping.word("tenants"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: keeping.word("tenants") });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: new RegExp(keeping.word("save-stored")) }).click();
    const text = await readFile(await (await download).path(), "utf8");
    for (const key of Object.keys(await keeping.stored())) assert.ok(!/\/[rs]\//.test(key) || text.includes(key), key);
    await dialog.getByRole("button", { name: new RegExp(keeping.word("delete")) }).click();
    await dialog.getByRole("heading", { name: keeping.word("deleted-tenants") }).waitFor();
    assert.equal(await dialog.getByText(keeping.word("no-tenants")).count(), 1, "it is put aside");
    await dialog.getByRole("button", { name: keeping.word("restore"), exact: true }).click();
    await dialog.getByRole("button", { name: new RegExp(`^${keeping.word("open")}`) }).first().click();
    assert.ok((await keeping.groups()).includes("before the traps"));
  }));

test("a tenant is saved as a file and opened again: chosen, or dropped anywhere", () =>
  withPage(async (keeping, lab, page) => {
    const folder = await mkdtemp(join(tmpdir(), "lab-"));
    await keeping.create("in the file");
    await keeping.saved();
    const download = page.waitForEvent("download");
    await keeping.choose("save-as-file");
    const saved = await download;
    assert.match(saved.suggestedFilename(), /^contoso--five-errors\.lab\.json$/);
    const path = join(folder, saved.suggestedFilename());
    await saved.saveAs(path);
    await keeping.create("after the file");

    const chooser = page.waitForEvent("filechooser");
    await keeping.choose("open-file");
    await (await chooser).setFiles(path);
    await keeping.isCopy();
    assert.ok((await keeping.groups()).includes("in the file") && !(await keeping.groups()).includes("after the file"));
    await keeping.answer("discard");
    assert.ok((await keeping.groups()).includes("after the file"));

    const text = await readFile(path, "utf8");
    const drop = (text) =>
      page.evaluate((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "dropped.json"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      }, text);
    await drop(text);
    await keeping.isCopy();
    assert.ok(!(await keeping.groups()).includes("after the file"));
    await keeping.answer("discard");

    // An exported bundle is no tenant of ours: that is said, and the import is the way on.
    await drop(await readFile("crates/licensing-import/tests/fixtures/bundle.json", "utf8"));
    await page.getByRole("heading", { name: lab.word("not-opened-bundle") }).waitFor();
    await lab.main.getByRole("button", { name: lab.word("import"), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: lab.word("import") }).waitFor();
    assert.ok((await keeping.groups()).includes("after the file"), "the own tenant is open beside it");

    await drop(text.replace('"do"', '"did"'));
    await page.getByRole("heading", { name: "This file contains something that cannot be understood" }).waitFor();
    assert.match(await page.getByRole("alert").first().innerText(), /line \d+/);
    await page.getByRole("button", { name: "Open own tenant" }).click();
    assert.ok((await keeping.groups()).includes("after the file"));
    await rm(folder, { recursive: true });
  }));

test("the history can be slid through, and doing something else keeps the old way", () =>
  withPage(async (keeping, lab, page) => {
    const text = () => keeping.slider.getAttribute("aria-valuetext");
    assert.equal(await keeping.slider.getAttribute("max"), "52");
    assert.match(await text(), /Moment 52 of 52/);
    await keeping.slider.focus();
    for (const key of ["ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
    await page.waitForFunction((slider) => slider.getAttribute("aria-valuetext").startsWith("Moment 50 "), await keeping.slider.elementHandle());
    assert.match(await text(), /^Moment 50 of 52: step 50, Ronan Keller: No change/);
    await page.keyboard.press("Home");
    await page.waitForFunction((slider) => slider.getAttribute("aria-valuetext").startsWith("Moment 0 "), await keeping.slider.elementHandle());
    assert.match(await text(), /The beginning/);
    await page.keyboard.press("End");
    await page.waitForFunction((slider) => slider.getAttribute("aria-valuetext").startsWith("Moment 52 "), await keeping.slider.elementHandle());
    await page.keyboard.press("Control+z");
    await keeping.create("another way");
    await keeping.choose("history-menu");
    const dialog = page.getByRole("dialog", { name: "History" });
    await dialog.getByText("Splits off at moment 51, 1 action from there").waitFor();
    assert.deepEqual(await accessibilityViolations(page), []);
    await dialog.getByRole("button", { name: "Continue there" }).click();
    await page.waitForFunction(() => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$filter=displayName eq 'another way'" }).body.value.length === 0);
    await dialog.getByText("Splits off at moment 51, 1 action from there").waitFor();
    await page.reload();
    await lab.complete();
    assert.ok(!(await keeping.groups()).includes("another way"));
    await keeping.choose("history-menu");
    await page.getByRole("button", { name: "Continue there" }).click();
    await page.waitForFunction(() => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$filter=displayName eq 'another way'" }).body.value.length === 1);
  }));

test("a sample of 20,000 users is kept and found again", { timeout: 120_000 }, () =>
  withPage(async (keeping, lab, page) => {
    await lab.openSample("A company of 20,000");
    await keeping.create("in the large one");
    await keeping.saved();
    const units = await page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0));
    assert.ok(units < 20_000, `${units} characters: a generated tenant is told by its name`);
    await page.reload();
    await lab.complete();
    await keeping.saved();
    assert.ok((await keeping.groups()).includes("in the large one"));
  }));

for (const [device, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  test(`the dialogs of keeping are accessible and fit: ${device}`, () =>
    withPage(
      async (keeping, lab, page) => {
        for (const key of ["tenants-menu", "history-menu"]) {
          if (device === "desktop") {
            await keeping.choose(key);
          } else {
            await page.getByRole("button", { name: "Tenant and page settings" }).click();
            await page.getByRole("button", { name: "This tenant" }).click();
            await page.getByRole("button", { name: keeping.word(key), exact: true }).click();
          }
          await page.getByRole("dialog").waitFor();
          assert.deepEqual(await accessibilityViolations(page), [], key);
          assert.equal(await overflowsSideways(page), false, key);
          await page.keyboard.press("Escape");
        }
      },
      { viewport },
    ));
}
