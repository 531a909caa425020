// English and Dutch: which one the page begins with, that switching loses nothing, and that nothing is left unsaid.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { OF_WORDS, accessibilityViolations, overflowsSideways, visit } from "./browser.mjs";
import { LabPage } from "./page.mjs";
import { DESKTOP, PHONE, hosted, times } from "./visits.mjs";
import { words } from "./words.mjs";

const shared = hosted();

/** Visits the page; whatever the steps are, nothing may go wrong behind them but what is expected to. */
async function withPage(options, steps, expected = []) {
  const { context, page, problems } = await visit(shared.browser, "about:blank", { viewport: DESKTOP, ...options });
  problems.length = 0;
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").pop()));
  const open = async (hash = "") => {
    await page.goto(shared.host.url + hash);
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  /** The article's example takes the place of whatever the page opens on. */
  open.example = async (hash = "#/", mark = (text) => text) => {
    await open("#/");
    const lab = new LabPage(page, options.locale.startsWith("nl") ? "nl" : "en");
    await page.getByRole("main").getByRole("button", { name: mark(lab.word("open-sample")) }).click();
    await lab.dialog.getByRole("button", { name: mark(lab.word("sample-example")) }).click();
    await lab.dialog.waitFor({ state: "hidden" });
    await lab.goToAddress(hash);
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  await steps(page, open, asked);
  await context.close();
  const elsewhere = problems.filter((problem) => !problem.startsWith("asked elsewhere: " + shared.host.origin));
  assert.deepEqual(elsewhere.filter((problem) => !expected.some((text) => problem.includes(text))), []);
}

/** The switch of the side bar; each language is called by its own name. */
function choose(page, name) {
  return page.getByRole("navigation").getByRole("button", { name }).click();
}

const language = (page) => page.evaluate(() => document.documentElement.lang);

test("the browser's language is spoken first, and English loads no other", async () => {
  await withPage({ locale: "nl-BE" }, async (page, open) => {
    await open("#/groups");
    await page.getByRole("heading", { level: 1, name: "Groepen" }).waitFor();
    assert.equal(await language(page), "nl");
    assert.equal(await page.title(), "Groepen · Licensing Lab");
  });
  for (const locale of ["en-GB", "fr-FR"]) {
    await withPage({ locale }, async (page, open, asked) => {
      await open("#/groups");
      await page.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
      assert.equal(await language(page), "en");
      assert.ok(!asked.includes("nl.txt"), asked.join(" "));
    });
  }
});

test("switching changes every word at once and loses nothing", () =>
  withPage({ locale: "en-US" }, async (page, open) => {
    await open.example("#/users");
    const filter = page.getByRole("searchbox").first();
    await filter.fill("noor");
    await page.getByRole("main").getByRole("row", { name: /Noor Visser/ }).waitFor();
    await filter.evaluate((field) => field.focus());

    await choose(page, "Nederlands");
    await page.getByRole("heading", { level: 1, name: "Gebruikers" }).waitFor();
    assert.equal(await language(page), "nl");
    assert.equal(await filter.inputValue(), "noor");
    assert.equal(await page.getByRole("main").getByRole("row").filter({ hasText: "Sanne" }).count(), 0);
    await page.getByRole("button", { name: /^Ongedaan maken: / }).waitFor();

    // What is chosen is kept, and spoken on the next visit.
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Gebruikers" }).waitFor();
    await choose(page, "English");
    await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  }));

test("an open explanation and a refusal speak the new language", () =>
  withPage({ locale: "en-US" }, async (page, open) => {
    await open.example();
    await page.getByRole("contentinfo").getByRole("button", { name: "Run" }).click();
    await page.getByRole("main").getByRole("link", { name: /^Why\?/ }).first().click();
    await page.getByRole("heading", { name: "Why does Noor Visser not get Office 365 E3?" }).waitFor();
    // It is said for a moment.
    const said = page.getByRole("status").filter({ hasText: "Taal: Nederlands." }).first().waitFor({ state: "attached" });
    await choose(page, "Nederlands");
    await page.getByRole("heading", { name: "Waarom krijgt Noor Visser Office 365 E3 niet?" }).waitFor();
    await said;
    const drawer = page.getByRole("complementary");
    assert.match(await drawer.innerText(), /omdat/);
    assert.match(await drawer.innerText(), /License assignment failed because service plans/, "Microsoft's own text stays");

    await page.goto(`${shared.host.url}#/groups/0`);
    await page.getByRole("main").getByRole("button", { name: "Groep verwijderen" }).click();
    const refusal = page.getByRole("alert");
    assert.match(await refusal.innerText(), /Geweigerd: Unable to delete the group because/);
    assert.match(await refusal.innerText(), /Verwijder eerst alle licenties van Sales E3/);
    await choose(page, "English");
    await page.getByText("Remove all licenses from Sales E3 before deleting it.").waitFor();
  }));

test("a half-written form is still there in the other language", () =>
  withPage({ locale: "en-US" }, async (page, open) => {
    await open("#/users");
    await page.getByRole("main").getByRole("button", { name: "New user…" }).click();
    const dialog = page.getByRole("dialog", { name: "New user" });
    await dialog.getByLabel("Display name").fill("Ada");
    // Behind an open dialog the switch is out of reach for people; the language may change all the same.
    await page.evaluate(() => [...document.querySelectorAll("nav button")].find((it) => it.innerText === "Nederlands").click());
    const dutch = page.getByRole("dialog", { name: "Nieuwe gebruiker" });
    await dutch.waitFor();
    assert.equal(await dutch.getByLabel("Weergavenaam").inputValue(), "Ada");
  }));

test("where storage is denied the language changes and is forgotten", () =>
  withPage({ locale: "en-US" }, async (page, open) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await open("#/groups");
    await choose(page, "Nederlands");
    await page.getByRole("heading", { level: 1, name: "Groepen" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
  }));

test("texts that do not come, or are of another edition, leave English", () =>
  withPage(
    { locale: "nl-NL" },
    async (page, open) => {
      await page.route(/nl\.txt/, (route) => route.abort());
      await open("#/groups");
      await page.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
      await page.unroute(/nl\.txt/);
      await page.route(/nl\.txt/, (route) => route.fulfill({ body: "0000000000000000\nGroepen", contentType: "text/plain" }));
      await choose(page, "Nederlands");
      await page.getByRole("status").filter({ hasText: words("en", "language-failed", { language: "Nederlands" }) }).first().waitFor({ state: "attached" });
      assert.equal(await language(page), "en");
      await page.unroute(/nl\.txt/);
      await choose(page, "Nederlands");
      await page.getByRole("heading", { level: 1, name: "Groepen" }).waitFor();
    },
    ["nl.txt", "Failed to load resource"],
  ));

test("where English does not come, Dutch stays and says which texts are missing", () =>
  withPage(
    { locale: "nl-NL" },
    async (page, open) => {
      await page.route(/en\.txt/, (route) => route.abort());
      await open("#/rules");
      const heading = page.getByRole("heading", { level: 1 });
      await heading.filter({ hasText: words("nl", "rules") }).waitFor();
      await choose(page, "English");
      await page.getByRole("status").filter({ hasText: words("nl", "language-failed", { language: "English" }) }).first().waitFor({ state: "attached" });
      assert.equal(await language(page), "nl");
      assert.equal((await heading.innerText()).trim(), words("nl", "rules"));
      await page.unroute(/en\.txt/);
      await choose(page, "English");
      await heading.filter({ hasText: words("en", "rules") }).waitFor();
    },
    ["en.txt", "Failed to load resource"],
  ));

/** Every kind of screen. */
const PLACES = [
  "#/",
  "#/groups",
  "#/groups/0",
  "#/groups/deleted",
  "#/users",
  "#/users/0",
  "#/users/deleted",
  "#/products",
  "#/processing",
  "#/audit",
  "#/map",
  "#/graph",
  "#/rules",
  "#/settings",
  "#/glossary",
  "#/about",
  "#/import",
  "#/nowhere",
];

/** Names, codes and figures, which are the same in every language. */
const EXACT = [
  /^[^\p{L}]*$/u,
  /^(Noor Visser|Sanne de Wit|Femke Bos|Yusuf Demir|Sales E3|NV|SW|FB|YD|S3|E1|E3)$/,
  /^(smtp:)?[\w.]+@[\w.]*$/i,
  /^(English|Nederlands|contoso\.onmicrosoft\.com|Nederland|NL)$/,
  /^(Active|ActiveWithError|Disabled|Error|QueuedForProcessing|ProcessingInProgress|ProcessingComplete|LockedOut|\w+Violation)$/,
  // Properties by the names that Graph has for them.
  /^(mail|proxyAddresses|mailNickname)$/,
  /^R\d+(\.\d+)?$/,
  /^\d{1,2} \p{L}{3} \d{4}[ \d:]*$/u,
  // A source as it is cited, and Microsoft's own message.
  /^(Microsoft(Docs|,) |azure-docs@|entra-docs@|practical365\.com )/,
  /^License assignment failed because service plans /,
];

/** What Microsoft calls its products, their plans, and the activities of the audit log. */
const MICROSOFT = new Set([
  ..."Add user,Add group,Add member to group,Update user,Set group license,Change user license".split(","),
  ..."Set subscription units,Start applying group based license to users".split(","),
  "Finish applying group based license to users",
  ...readFileSync("crates/licensing-catalog/data/products.csv", "utf8")
    .split("\n")
    .flatMap((line) => [...line.matchAll(/"((?:[^"]|"")*)"|[^,]+/g)].map(([cell, quoted]) => quoted ?? cell)),
  "Microsoft",
  "Group-Based Licensing",
]);

/** Every text that can be read or heard, with where it stands. */
function texts(page) {
  return page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      // Code, keys and what is said to be English are the same everywhere.
      if (parent.closest("script, style, noscript, template, code, pre, kbd, .code, option, datalist, [lang=en]")) continue;
      // A sentence in which names are links is one text.
      const sentence = parent.closest("p, li");
      if (sentence?.closest(".chain, .checks") && sentence.querySelector(":scope > a.inl")) {
        const isFirst = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT).nextNode() === walker.currentNode;
        if (isFirst) found.push([sentence.textContent.trim(), sentence.outerHTML.slice(0, 120)]);
        continue;
      }
      found.push([walker.currentNode.textContent.trim(), parent.outerHTML.slice(0, 120)]);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        found.push([element.getAttribute(name).trim(), element.outerHTML.slice(0, 120)]);
      }
    }
    return found.filter(([text]) => text !== "");
  });
}

/** Dutch in marks: what is shown without them was never among the texts. */
function marked(file) {
  const [edition, ...lines] = file.split("\n");
  const isList = (line) => line.startsWith("AD Andorra") || line.startsWith("jan, feb");
  return [edition, ...lines.map((line) => (isList(line) ? line : `«${line}»`))].join("\n");
}

/** What stands outside the marks. */
function outside(text) {
  let rest = text;
  while (/«[^«»]*»/.test(rest)) rest = rest.replace(/«[^«»]*»/g, " ");
  return rest.trim();
}

/** Goes to another place within the page. */
async function goTo(page, place) {
  await page.evaluate(() => document.querySelector("h1").setAttribute("data-before", ""));
  await page.goto(shared.host.url + place);
  const loading = /^«?(Laden|Loading)…»?$/;
  // Lists that share a screen keep its heading.
  await page.locator("h1:not([data-before])").filter({ hasNotText: loading }).waitFor({ timeout: 3000 }).catch(() => {});
}

/** Notes what stands outside the marks and is no name, code or figure. */
async function noteLeaks(page, place, leaks) {
  // Where plans share a name, the technical one stands behind it.
  const isBoth = (part) => [/^(.+) \(([A-Z0-9_]+)\)$/.exec(part)].some((found) => MICROSOFT.has(found?.[1]) && MICROSOFT.has(found?.[2]));
  const isExact = (part) => MICROSOFT.has(part) || isBoth(part) || EXACT.some((exact) => exact.test(part));
  for (const [text, where] of await texts(page)) {
    // What is too long for its node is cut within a text.
    const rest = outside(text.replace(/«[^»]*…$/, ""));
    const parts = rest.split(/[,·→]/).map((part) => part.trim());
    if (!isExact(rest) && !parts.every(isExact)) leaks.add(`${place}: ${rest} (${where})`);
  }
}

test("every word of every screen, dialog and explanation is among the texts", () =>
  withPage({ locale: "nl-NL" }, async (page, open) => {
    const file = marked(readFileSync("dist/nl.txt", "utf8"));
    await page.route(/nl\.txt/, (route) => route.fulfill({ body: file, contentType: "text/plain; charset=utf-8" }));
    await open.example("#/", (text) => `«${text}»`);
    await page.getByRole("contentinfo").getByRole("button", { name: "«Alles verwerken»" }).click();
    await page.getByRole("contentinfo").getByRole("button", { name: "«Alles verwerken»", disabled: true }).waitFor();
    const leaks = new Set();
    for (const place of PLACES) {
      await goTo(page, place);
      await noteLeaks(page, place, leaks);
    }

    await page.goto(`${shared.host.url}#/groups/0`);
    await page.getByRole("main").getByRole("link", { name: /^«Waarom\?/ }).first().click();
    await page.getByRole("heading", { name: /^«Waarom krijgt Noor Visser/ }).waitFor();
    await noteLeaks(page, "explanation", leaks);
    await page.keyboard.press("Escape");

    const openers = ["«Toewijzen…»", "«Leden toevoegen…»", "«Naam wijzigen…»"];
    for (const name of openers) {
      await page.getByRole("main").getByRole("button", { name }).first().click();
      await page.getByRole("dialog").waitFor();
      await noteLeaks(page, name, leaks);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    await goTo(page, "#/users/0");
    for (const key of ["assign", "change-location", "change-addresses", "edit-user", "add-to-group"]) {
      await page.getByRole("main").getByRole("button", { name: `«${words("nl", key)}»` }).first().click();
      await page.getByRole("dialog").waitFor();
      await noteLeaks(page, key, leaks);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    const menu = page.getByRole("button", { name: "«Nieuw»", exact: true });
    await menu.click();
    const items = await page.locator("#new-menu").getByRole("button").allInnerTexts();
    await page.keyboard.press("Escape");
    for (const name of items) {
      await menu.click();
      await page.locator("#new-menu").getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      await noteLeaks(page, name, leaks);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    assert.deepEqual([...leaks], []);
  }));

for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  test(`Dutch is accessible and fits on a ${device}`, () =>
    withPage({ locale: "nl-NL", viewport }, async (page, open) => {
      await open.example();
      await page.getByRole("contentinfo").getByRole("button", { name: "Alles verwerken" }).click();
      await page.getByRole("contentinfo").getByRole("button", { name: "Alles verwerken", disabled: true }).waitFor();
      for (const place of PLACES) {
        await goTo(page, place);
        assert.deepEqual(await accessibilityViolations(page, times(OF_WORDS, undefined)), [], place);
        assert.ok(!(await overflowsSideways(page)), place);
      }
    }));
}
