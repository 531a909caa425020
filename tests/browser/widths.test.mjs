// What is shown at the widths of ordinary screens, in both languages, with a wide and a narrow font, with the explanation
// beside it and without: nothing runs out of its card, names can be read, and "Why?" is in sight.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCompany } from "./table-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const WIDTHS = [1024, 1280, 1366, 1440, 1680];
const FONTS = ["DejaVu Sans", "Liberation Sans Narrow"];
/** A name of a member is never cut to less than this, in pixels. */
const LEAST_NAME = 72;

const VIEWS = ["#/", "#/users", "#/users/3", "#/groups", "#/groups/0", "#/products", "#/processing", "#/audit"];

/** Somebody with four paths, two of them in error, among colleagues with long names. */
const TENANT = {
  products: { ENTERPRISEPACK: 9, STANDARDPACK: 9, EMS: 9, VISIOCLIENT: 9 },
  users: { "Sanne de Wit": "NL", "Femke van den Boogaard": "NL", "Yusuf Demir": "NL", "Noor Visser": "NL" },
  direct: { "Noor Visser": { STANDARDPACK: [] } },
  groups: {
    "Verkoop E3": { members: ["Sanne de Wit", "Femke van den Boogaard", "Noor Visser"], gives: { ENTERPRISEPACK: [], EMS: [] } },
    "Projectteam Informatiebeveiliging": { members: ["Noor Visser", "Yusuf Demir"], gives: { VISIOCLIENT: [] } },
  },
};

/** Says what runs out of its card, which names are cut to nothing, and which "Why?" is out of sight. */
function faults(leastName) {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 110)}`);
  if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the window");
  const main = document.getElementById("main");
  if (main.scrollWidth > main.clientWidth) found.push("the screen is wider than its room");
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  for (const card of shown("main .card, .drawer")) {
    if (card.scrollWidth > card.clientWidth + 1) say("a card runs over", card);
  }
  // Products have more figures than fit beside each other in Dutch in a wide font: their list is scrolled there.
  const isOfProducts = location.hash.startsWith("#/products");
  for (const scroller of shown(`main .scroll${isOfProducts ? ":not(.rows)" : ""}`)) {
    if (scroller.scrollWidth > scroller.clientWidth + 1) say("has to be scrolled sideways", scroller);
  }
  for (const name of shown("main tbody th[scope=row] a")) {
    // What runs within a line has no width of its own: what it runs in has.
    const box = getComputedStyle(name).display === "inline" ? name.closest(".cut") : name;
    if (box && box.scrollWidth > box.clientWidth + 1 && box.clientWidth < leastName) say("a name is cut", name);
  }
  for (const button of shown("main a[href*='why='], main .rows .acts > *")) {
    const { left, right } = button.getBoundingClientRect();
    const room = button.closest(".card").getBoundingClientRect();
    if (left < room.left - 1 || right > room.right + 1) say("out of sight", button);
  }
  return found;
}

/** Has everything drawn in a font. */
function use(page, font) {
  return page.evaluate((font) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { font-family: "${font}" !important }`);
    document.adoptedStyleSheets = [sheet];
  }, font);
}

/** What is wrong at each of these widths. */
async function at(page, widths, what) {
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    found.push(...(await page.evaluate(faults, LEAST_NAME)).map((fault) => `${what} at ${width}: ${fault}`));
  }
  return found;
}

for (const language of ["en", "nl"]) {
  test(`no card runs over at ordinary widths, in ${language}`, () =>
    visitLab({ language, reducedMotion: "reduce" }, async (lab, page) => {
      const found = [];
      // The sample of five errors, whose groups and users are many, and its list of users on the narrowest phone as well.
      for (const font of FONTS) {
        await use(page, font);
        for (const [view, widths] of [["#/", WIDTHS], ["#/users", [320]], ["#/groups", [320]]]) {
          await lab.goToAddress(view);
          await page.waitForFunction((view) => (location.hash || "#/") === view && document.querySelector("main h1, main [role=grid]") && !document.querySelector(".later, .later-room"), view);
          found.push(...(await at(page, widths, `five errors, ${view} in ${font}`)));
        }
      }
      await lab.given(TENANT);
      await lab.goToAddress("#/users/3");
      const why = lab.main.getByRole("link", { name: new RegExp(lab.word("why").replace("?", "\\?")) }).first();
      const drawer = (await why.getAttribute("href")).match(/why=[^&]+/)[0];
      for (const font of FONTS) {
        await use(page, font);
        for (const view of VIEWS) {
          for (const address of [view, `${view}?${drawer}`]) {
            await lab.goToAddress(address);
            await page.waitForFunction(
              (isOpen) => document.querySelector("main h1") && !document.querySelector(".later") && Boolean(document.querySelector(".drawer .chain")) === isOpen,
              address !== view,
            );
            found.push(...(await at(page, WIDTHS, `${address} in ${font}`)));
          }
        }
      }
      assert.deepEqual(found, []);
    }));

  test(`in long lists names are read and buttons are in sight, in ${language}`, () =>
    visitLab({ language, reducedMotion: "reduce" }, async (lab, page) => {
      const found = [];
      await openCompany(lab, 20_000);
      for (const font of FONTS) {
        await use(page, font);
        for (const view of ["#/groups/0", "#/users"]) {
          await lab.goToAddress(view);
          await page.waitForFunction((view) => location.hash === view && document.querySelector(".rows--virtual tbody th[scope=row] a"), view);
          found.push(...(await at(page, [390, ...WIDTHS, 1920], `${view} in ${font}`)));
        }
      }
      assert.deepEqual(found, []);
    }));
}
