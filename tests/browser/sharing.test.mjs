// Links: what the dialog makes, what opening one does and does not do, and what is said of one that cannot be opened.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessibilityViolations, bounded, overflowsSideways } from "./browser.mjs";
import { KeepingPage, keepingVisits } from "./keeping-page.mjs";
import { LabPage } from "./page.mjs";
import { times } from "./visits.mjs";

const GOLDEN = "crates/licensing-scenario/tests/golden/v1/logged.link";

const { withPage, shared } = keepingVisits();

/** How many links that nobody made are tried. */
const RANDOM = times(200, 1_000);

/** The checksum of the envelope (CRC-32 of ISO 3309). */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** Goes to a link within the open page, as pasting it into the address does. */
async function follow(page, link) {
  await page.evaluate((hash) => (location.hash = hash), new URL(link, shared.host.url).hash);
}

/** A link to the tenant as it came, and what is stored after something was done in it: a group "my own". */
async function shareAndGoOn(keeping, page) {
  const link = await keeping.made(await keeping.openShare());
  assert.deepEqual(await accessibilityViolations(page), []);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !location.hash.includes("share"));
  await keeping.create("my own");
  await keeping.saved();
  return { link, stored: await keeping.stored() };
}

test("a link opens a copy that is not saved; the own tenant stays as it is, to the byte", () =>
  withPage(async (keeping, lab, page) => {
    const { link, stored } = await shareAndGoOn(keeping, page);
    assert.match(link, /^http:.*\/some\/where\/#\/s\/[A-Za-z0-9_-]+$/);
    await follow(page, link);
    await keeping.isCopy();
    assert.ok(!(await keeping.groups()).includes("my own"));
    assert.equal(new URL(page.url()).hash, "#/", "what one does in the copy is not in the link");
    await keeping.create("in the copy");
    await lab.time.getByRole("button", { name: "Step" }).click();
    assert.ok((await keeping.groups()).includes("in the copy"), "everything works in it");
    assert.deepEqual(await accessibilityViolations(page), []);
    assert.deepEqual(await keeping.stored(), stored);
    await keeping.answer("discard");
    assert.ok((await keeping.groups()).includes("my own"));
    assert.deepEqual(await keeping.stored(), stored);

    await follow(page, link);
    await keeping.isCopy();
    await keeping.create("in the kept copy");
    await keeping.answer("keep-a-copy");
    await keeping.saved();
    for (const [key, text] of Object.entries(stored)) assert.equal((await keeping.stored())[key], text, key);
    await page.reload();
    await lab.complete();
    assert.ok((await keeping.groups()).includes("in the kept copy"));
    const list = await keeping.openTenants();
    assert.equal(await list.getByRole("textbox").count(), 2);
  }));

test("a copy survives a reload with what was done in it, begins again, and comes back after it was discarded", () =>
  withPage(async (keeping, lab, page) => {
    const { link, stored } = await shareAndGoOn(keeping, page);
    await follow(page, link);
    await keeping.isCopy();
    await lab.goToAddress("#/groups");
    await lab.arrived(lab.word("groups"));
    const reload = async () => {
      await page.reload();
      await lab.complete();
      await keeping.isCopy();
    };
    // As it came, and on the screen on which one was.
    await reload();
    assert.equal(new URL(page.url()).hash, "#/groups");
    assert.ok(!(await keeping.groups()).includes("my own"));
    await keeping.create("in the copy");
    await reload();
    assert.ok((await keeping.groups()).includes("in the copy"));
    assert.deepEqual(await keeping.stored(), stored);

    await keeping.answer("start-again");
    await keeping.notices.getByRole("button", { name: lab.word("start-again") }).waitFor({ state: "hidden" });
    assert.ok(!(await keeping.groups()).includes("in the copy"));
    await keeping.answer("go-back");
    assert.ok((await keeping.groups()).includes("in the copy"));

    await keeping.answer("discard");
    assert.ok((await keeping.groups()).includes("my own"));
    await keeping.answer("go-back");
    assert.ok((await keeping.groups()).includes("in the copy"));
    await keeping.answer("discard");
    await page.reload();
    await lab.complete();
    assert.ok((await keeping.groups()).includes("my own"), "what was discarded is not come back to by itself");
    assert.equal(await keeping.notices.getByText("a copy that is not saved").count(), 0);
    assert.deepEqual(await keeping.stored(), stored);
  }));

test("a link that starts the page opens without the own tenant, which Discard opens", () =>
  withPage(async (keeping, lab, page, context) => {
    const { link } = await shareAndGoOn(keeping, page);
    const other = await context.newPage();
    await other.goto(link);
    const visiting = new KeepingPage(new LabPage(other));
    await visiting.isCopy();
    await visiting.lab.complete();
    await visiting.create("elsewhere");
    await keeping.create("meanwhile");
    await visiting.answer("discard");
    await other.waitForFunction(() => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$filter=displayName eq 'meanwhile'" }).body.value.length === 1);
    assert.ok(!(await visiting.groups()).includes("elsewhere"));
    assert.ok((await visiting.groups()).includes("my own"));
  }));

test("cut off, damaged, newer and unknown are four messages, and the own tenant is untouched", () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("my own");
    await keeping.saved();
    const stored = await keeping.stored();
    const payload = readFileSync(GOLDEN, "utf8").trim().split("#/s/")[1];
    const bytes = Buffer.from(payload, "base64url");
    const changed = (change) => {
      const changed = Buffer.from(bytes);
      change(changed);
      return changed.toString("base64url");
    };
    // What a newer release writes has a checksum that fits.
    const newer = (bytes) => {
      bytes[0] = (31 << 3) | (bytes[0] & 7);
      bytes.writeUInt32LE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
    };
    const cases = [
      ["This link is cut off", payload.slice(0, -9)],
      ["This link is damaged", changed((bytes) => (bytes[bytes.length >> 1] ^= 8))],
      ["This link leads to no tenant", "xyz"],
      ["This link was made by a newer release", changed(newer)],
    ];
    const messages = new Set();
    for (const [heading, link] of cases) {
      await follow(page, `#/s/${link}`);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      const said = await page.getByRole("alert").first().innerText();
      messages.add(said);
      assert.match(said, /Your own tenant is unchanged/);
      const crumbs = await page.getByRole("navigation", { name: lab.word("breadcrumb") }).innerText();
      assert.ok(!crumbs.includes(lab.word("not-found")), `${heading} below ${crumbs}`);
      assert.deepEqual(await accessibilityViolations(page), []);
      await page.getByRole("button", { name: "Open own tenant" }).click();
      await page.getByRole("heading", { level: 1, name: /See what Microsoft/ }).waitFor();
      assert.ok((await keeping.groups()).includes("my own"));
    }
    assert.equal(messages.size, 4);
    assert.deepEqual(await keeping.stored(), stored);
  }));

test("a link is pasted as a mail left it, and opened out of a file; of a file that does not open the file is told", () =>
  withPage(async (keeping, lab, page) => {
    const link = await keeping.made(await keeping.openShare());
    await page.keyboard.press("Escape");
    const middle = Math.floor(link.length / 2);
    const mail = `Hello,\n\nlook at <${link.slice(0, middle)}=\n${link.slice(middle)}>.\n\nKim`;
    await keeping.choose("open-link");
    const field = lab.dialog.getByRole("textbox", { name: lab.word("paste-link") });
    const open = lab.dialog.getByRole("button", { name: lab.word("open"), exact: true });
    await field.fill("Hello, there is none in this");
    await lab.dialog.getByText(lab.word("paste-link-none")).waitFor();
    assert.ok(await open.isDisabled());
    await field.fill(mail);
    await open.click();
    await keeping.isCopy();
    await keeping.answer("discard");
    // The same text in a file.
    const choose = async (name, text) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), keeping.choose("open-file")]);
      await chooser.setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    };
    await choose("mail.txt", mail);
    await keeping.isCopy();
    await keeping.answer("discard");
    await choose("cut.txt", link.slice(0, middle));
    await page.getByRole("heading", { level: 1, name: "This file is cut off" }).waitFor();
    await page.getByRole("button", { name: "Open own tenant" }).click();
    await choose("list.txt", "milk, bread");
    await page.getByRole("heading", { level: 1, name: "There is no tenant in this file" }).waitFor();
  }));

test("a link from the first release opens", () =>
  withPage(async (keeping, lab, page) => {
    await follow(page, readFileSync(GOLDEN, "utf8").trim());
    await keeping.isCopy();
    const { body } = await keeping.graph({ method: "GET", url: "/subscribedSkus" });
    assert.ok(body.value.length > 0);
  }));

test(`${RANDOM} random links leave stored work as it was, to the byte`, { timeout: 240_000 }, () =>
  withPage(async (keeping, lab, page) => {
    await keeping.create("my own");
    await keeping.saved();
    const stored = await keeping.stored();
    const golden = readFileSync(GOLDEN, "utf8").trim().split("#/s/")[1];
    const opened = await page.evaluate(async ({ golden, loading, turns }) => {
      const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      let seed = 1;
      const below = (end) => ((seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 8) % end;
      // The page has heard of the address when this is called back, and says so until it has opened something or not.
      const heard = () => new Promise((resolve) => addEventListener("hashchange", () => setTimeout(resolve), { once: true }));
      const isLoading = () => document.querySelector("main h1")?.textContent === loading;
      let opened = 0;
      for (let turn = 0; turn < turns; turn += 1) {
        const letters = turn % 2 ? [...golden] : Array.from({ length: below(300) }, () => LETTERS[below(64)]);
        for (let change = below(4); change > 0 && letters.length; change -= 1) letters[below(letters.length)] = LETTERS[below(64)];
        if (below(3) === 0) letters.length = below(letters.length + 1);
        const next = heard();
        location.hash = `#/s/${letters.join("")}`;
        await next;
        while (isLoading()) await new Promise((resolve) => setTimeout(resolve, 1));
        opened += location.hash === "#/" ? 1 : 0;
      }
      return opened;
    }, { golden, loading: keeping.word("loading"), turns: RANDOM });
    console.log(`    ${opened} of ${RANDOM} opened`);
    assert.ok(opened > RANDOM / 100 && opened < RANDOM * 0.9);
    assert.deepEqual(await keeping.stored(), stored);
  }));

test("the dialog makes three kinds of link, without names if wanted, in four forms", () =>
  withPage(async (keeping, lab, page) => {
    const dialog = await keeping.openShare();
    const now = await keeping.made(dialog);
    assert.match(await dialog.getByRole("status").innerText(), /^\d+ characters\. Fits everywhere/);

    await dialog.getByRole("radio", { name: /The full history/ }).check();
    await page.waitForFunction(({ field, now }) => field.value !== now && !field.hasAttribute("aria-busy"), { field: await dialog.getByRole("textbox", { name: "Link" }).elementHandle(), now });
    const story = await keeping.made(dialog);
    await dialog.getByText("14 actions and 38 steps").waitFor();
    // Each part says what it takes of the link.
    const costs = async (parts) => {
      const rows = parts.map((part) => dialog.getByRole("listitem").filter({ has: page.getByText(part, { exact: true }) }));
      for (const row of rows) await row.getByText(/^\d[\d,]* characters$/).waitFor();
      return Promise.all(rows.map(async (row) => Number((await row.getByText(/characters$/).innerText()).replace(/\D/g, ""))));
    };
    const [tenant, history, called] = await costs(["Tenant", "History", "Names"]);
    assert.ok(history > 50 && called > 5, `${history} ${called}`);
    assert.equal(tenant + history + called, story.length);

    await dialog.getByRole("radio", { name: /at an earlier moment/ }).check();
    await dialog.getByRole("slider").fill("0");
    await page.waitForFunction(({ field, story }) => field.value !== story && !field.hasAttribute("aria-busy"), { field: await dialog.getByRole("textbox", { name: "Link" }).elementHandle(), story });
    const earlier = await keeping.made(dialog);

    await dialog.getByRole("radio", { name: /as it is now/ }).check();
    await dialog.getByRole("checkbox", { name: /Replace names with labels/ }).check();
    await page.waitForFunction(({ field, seen }) => !seen.includes(field.value) && !field.hasAttribute("aria-busy"), { field: await dialog.getByRole("textbox", { name: "Link" }).elementHandle(), seen: [now, story, earlier] });
    const labelled = await keeping.made(dialog);
    assert.ok(labelled.length < now.length, "labels take no room");
    await dialog.getByRole("checkbox", { name: /Replace names with labels/ }).uncheck();
    await page.waitForFunction(({ field, now }) => field.value === now, { field: await dialog.getByRole("textbox", { name: "Link" }).elementHandle(), now });
    const [rest, saved] = await costs(["Tenant", "Names"]);
    assert.equal(saved, now.length - labelled.length, "what names cost is what labels save");
    assert.ok(rest > 0);
    await dialog.getByRole("checkbox", { name: /Replace names with labels/ }).check();
    await keeping.made(dialog);

    await dialog.getByRole("button", { name: "Markdown" }).click();
    assert.match(await dialog.getByRole("textbox", { name: "Link" }).inputValue(), /^\[Contoso, five errors\]\(http:.*\)$/);
    await dialog.getByRole("button", { name: "Embed code" }).click();
    assert.match(await dialog.getByRole("textbox", { name: "Link" }).inputValue(), /^<iframe src="http:[^"]*\?embed#\/s\/[^"]*" title=/);
    await dialog.getByRole("button", { name: "QR code" }).click();
    const code = dialog.getByRole("img", { name: "QR code" });
    await code.waitFor();
    // It can be scanned, and lies over nothing: what comes next begins below it.
    const below = await code.evaluate((code) => {
      const { width, height, bottom } = code.getBoundingClientRect();
      let around = code;
      while (!around.parentElement.matches(".d-body")) around = around.parentElement;
      const next = around.nextElementSibling.getBoundingClientRect();
      return { width, height, room: next.top - bottom };
    });
    assert.ok(below.width >= 200 && Math.abs(below.width - below.height) <= 1 && below.room >= 0, JSON.stringify(below));
    assert.deepEqual(await accessibilityViolations(page), []);
    await page.goBack();
    await dialog.waitFor({ state: "hidden" });

    const names = () => keeping.graph({ method: "GET", url: "/users?$select=displayName&$top=999" }).then(({ body }) => body.value.map(({ displayName }) => displayName));
    const place = () => lab.time.innerText();
    for (const [link, check] of [
      [story, async () => assert.match(await place(), /Moment 52 of 52/)],
      [now, async () => assert.match(await place(), /Moment 0 of 0/)],
      [earlier, async () => assert.equal((await keeping.graph({ method: "GET", url: "/subscribedSkus" })).body.value.reduce((sum, { consumedUnits }) => sum + consumedUnits, 0), 0)],
      [labelled, async () => assert.ok((await names()).every((name) => /^User \d+$/.test(name)))],
    ]) {
      await follow(page, link);
      await keeping.isCopy();
      await check();
      await keeping.answer("discard");
    }
  }));

test("a link opens in the language and on the screen that its maker chose, and the tenant gets its name there", () =>
  withPage(async (keeping, lab, page) => {
    await lab.goTo("Groups");
    const dialog = await keeping.openShare();
    const plain = await keeping.made(dialog);
    assert.ok(!plain.includes("?"));
    await dialog.getByRole("textbox", { name: "Name of the tenant" }).fill("Lesson of Monday");
    await dialog.getByRole("textbox", { name: "Name of the tenant" }).press("Tab");
    await dialog.getByRole("checkbox", { name: /Always in this language: English/ }).check();
    await dialog.getByRole("checkbox", { name: /On this screen: Groups/ }).check();
    const field = dialog.getByRole("textbox", { name: "Link" });
    await page.waitForFunction((field) => field.value.includes("?lang=en&screen=") && !field.hasAttribute("aria-busy"), await field.elementHandle());
    const link = await field.inputValue();
    await dialog.getByRole("button", { name: "Embed code" }).click();
    await dialog.getByRole("checkbox", { name: /Without access to other tenants/ }).check();
    const [, embedded] = /src="([^"]*)"/.exec(await field.inputValue());

    // A reader whose browser speaks Dutch, who has been here and chose Dutch.
    const context = bounded(await page.context().browser().newContext({ locale: "nl-NL" }));
    try {
      const reader = await context.newPage();
      await reader.addInitScript(() => localStorage.setItem("licensing-lab.language", "nl"));
      await reader.goto(link);
      await reader.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
      assert.equal(new URL(reader.url()).hash, "#/groups");
      assert.match(await reader.title(), /Groups/);
      assert.equal(await reader.evaluate(() => localStorage.getItem("licensing-lab.language")), "nl", "what is asked for once is not remembered");

      await reader.goto(embedded.replaceAll("&amp;", "&").replace(/&screen=[^#]*/, ""));
      await reader.locator(".app--locked").waitFor();
      assert.equal(await reader.getByRole("button", { name: "Empty tenant" }).count(), 0);
      assert.equal(await reader.getByRole("button", { name: "Open a sample" }).count(), 0);
    } finally {
      await context.close();
    }
  }));

test("the dialog fits a phone, in the dark and in Dutch", () =>
  withPage(
    async (keeping, lab, page) => {
      await page.getByRole("button", { name: "Delen", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Delen" });
      await keeping.made(dialog);
      assert.equal(await overflowsSideways(page), false);
      assert.deepEqual(await accessibilityViolations(page), []);
    },
    { viewport: { width: 390, height: 844 }, colorScheme: "dark", language: "nl" },
  ));
