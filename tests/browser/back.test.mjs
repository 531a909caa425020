// Going back leads to where one was: how far each list was scrolled, whatever it lists.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "./dialogs-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const numbers = Array.from({ length: 45 }, (_, number) => String(number).padStart(2, "0"));
const people = numbers.map((number) => `Person ${number}`);
const PRODUCTS = ["ENTERPRISEPACK", "STANDARDPACK", "EMS", "EMSPREMIUM", "ENTERPRISEPREMIUM", "MCOMEETADV", "POWER_BI_PRO", "AAD_PREMIUM", "AAD_PREMIUM_P2", "EXCHANGESTANDARD", "EXCHANGEENTERPRISE", "FLOW_FREE"];
/** A tenant in which each list is longer than a window. */
const TENANT = {
  products: Object.fromEntries(PRODUCTS.map((product) => [product, 60])),
  users: Object.fromEntries(people.map((name) => [name, "NL"])),
  direct: { [people[0]]: { STANDARDPACK: [] } },
  contacts: Object.fromEntries(numbers.map((number) => [`Contact ${number}`, `SMTP:contact${number}@contoso.onmicrosoft.com`])),
  groups: Object.fromEntries(numbers.map((number, at) => [`Group ${number}`, { members: at < 2 ? people.slice(0, 30) : [people[0]], gives: at > 20 ? {} : { ENTERPRISEPACK: [] }, unified: at > 20 }])),
  deleted: { users: people.slice(-20), groups: numbers.slice(-20).map((number) => `Group ${number}`) },
};

/** Every address with a list, and with whatever else can be longer than a window. */
const LISTS = [
  "#/", "#/map", "#/groups", "#/groups/0", "#/groups/deleted", "#/users", "#/users/0", "#/users/deleted", "#/users/contacts", "#/products",
  "#/products/PRODUCT/users", "#/products/PRODUCT/groups", "#/products/PRODUCT/plans", "#/products/compare?product=ENTERPRISEPACK&with=STANDARDPACK",
  "#/processing", "#/audit", "#/graph", "#/rules", "#/rules/pairs", "#/rules/prerequisites", "#/rules/locations", "#/settings", "#/glossary",
  "#/about", "#/lessons", "#/errors", "#/import",
  // It takes the place of the tenant, and comes last.
  "#/lessons/conflicting-plans",
];

/** How far everything is scrolled that can be, and whether something is. */
const scrolled = (page) =>
  page.evaluate(() => {
    const parts = ["html", ".body", "#main", "#main .rows"].map((part) => Math.round(document.querySelector(part)?.scrollTop ?? 0));
    return { parts: parts.join(), isSome: parts.some((part) => part > 0) };
  });

/** Scrolls as somebody does who is on their way down a list, with the wheel over it. */
async function scroll(page) {
  const { width, height } = page.viewportSize();
  await page.mouse.move(width / 2, height / 2);
  for (let turn = 0; turn < 3; turn += 1) {
    await page.mouse.wheel(0, Math.round(height / 3));
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
}

/** The addresses that links in sight lead to, other than this one. */
const ways = (page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll("#main a[href^='#/']")].filter((link) => {
      const { top, bottom, left } = link.getBoundingClientRect();
      const hit = document.elementFromPoint(left + 3, (top + bottom) / 2);
      const [path] = link.getAttribute("href").split("?");
      return link.contains(hit) && path !== location.hash.split("?")[0];
    });
    return links.map((link) => link.getAttribute("href"));
  });

for (const [device, viewport] of Object.entries({ "a low window": { width: 1280, height: 560 }, "a phone": { width: 390, height: 660 } })) {
  test(`going back leads to where every list was scrolled: ${device}`, () =>
    visitLab({ isExample: true, viewport, reducedMotion: "reduce" }, async (lab, page) => {
      await lab.given(TENANT);
      await go(page, "#/products");
      const product = await lab.main.getByRole("grid").getByRole("link", { name: "Office 365 E3", exact: true }).first().getAttribute("href");
      const [, id] = /products\/(\d+)/.exec(product);
      const found = [];
      for (const list of LISTS.map((list) => list.replace("PRODUCT", id))) {
        await go(page, list);
        await page.waitForFunction(() => document.querySelector("#main").scrollHeight > 0);
        await scroll(page);
        const before = await scrolled(page);
        if (!before.isSome) {
          found.push(`${list} cannot be scrolled`);
          continue;
        }
        // By a link in it where it has one in sight, else by the address.
        const [way] = await ways(page);
        const at = page.url();
        if (way) {
          await page.locator(`#main a[href="${way}"]`).filter({ visible: true }).first().dispatchEvent("click");
        } else {
          await page.evaluate(() => (location.hash = location.hash === "#/about" ? "#/glossary" : "#/about"));
        }
        await page.waitForFunction((at) => location.href !== at, at);
        await page.waitForFunction(() => document.querySelector("h1") && !document.querySelector(".later"));
        await page.waitForFunction(() => document.activeElement?.id === "title" || document.querySelector("#main").scrollTop === 0);
        await page.goBack();
        await page.waitForFunction((at) => location.href === at, at);
        // A browser that scrolls by parts of a pixel may round them otherwise.
        const isBack = (before) =>
          ["html", ".body", "#main", "#main .rows"].every((part, at) => Math.abs((document.querySelector(part)?.scrollTop ?? 0) - Number(before.split(",")[at])) <= 1.5);
        await page.waitForFunction(isBack, before.parts, { timeout: 4_000 }).catch(async () => {
          found.push(`${list}, left by ${way}: ${before.parts}, and back ${(await scrolled(page)).parts}`);
        });
      }
      assert.deepEqual(found, []);
    }));
}
