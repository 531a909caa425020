// Every view and every dialog, in both themes, wide and narrow and enlarged: nothing for axe, and nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, cutOff, overflowsSideways } from "./browser.mjs";
import { TablePage } from "./table-page.mjs";
import { DESKTOP, PHONE, visits } from "./visits.mjs";

const visitLab = visits();

/** 1280 px wide at 200 %: half as many CSS pixels, drawn twice as large. */
const ENLARGED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

const SIZES = {
  "on a desktop": { viewport: DESKTOP },
  "on a phone": { viewport: PHONE },
  "at 200 %": ENLARGED,
};

/** Everything happens in it: errors, deleted things, a nested group, a suspended product, long and foreign names. */
const LONG = `Name ${"that goes on and on ".repeat(13)}`.slice(0, 256).trim();
const TENANT = {
  products: { ENTERPRISEPACK: 5, STANDARDPACK: 2, EMS: 1, MCOMEETADV: 2 },
  users: { "Anna Berg": "NL", "فاطمة الزهراء": "NL", [LONG]: "NL", "Noor Visser": "NL", "Bram Iran": "IR", "Gone One": "NL" },
  accounts: { "فاطمة الزهراء": "fatima", [LONG]: "long" },
  direct: { "Noor Visser": { STANDARDPACK: [] } },
  groups: {
    "Sales E3": { members: ["Anna Berg", "فاطمة الزهراء", LONG, "Noor Visser", "Bram Iran"], gives: { ENTERPRISEPACK: [], EMS: [] } },
    "Projectteam Informatiebeveiliging en Gegevensbescherming": { members: ["Anna Berg"], gives: { ENTERPRISEPACK: ["SWAY"] } },
    "Empty group": {},
    "Old group": { unified: true },
  },
  deleted: { users: ["Gone One"], groups: ["Old group"] },
};

/** Views by their addresses, each with what has to be there before it is looked at. */
const VIEWS = [
  "#/", "#/map", "#/groups", "#/groups/0", "#/groups/0?state=error", "#/groups/1", "#/groups/2", "#/groups/deleted",
  "#/users", "#/users/0", "#/users/2", "#/users/3", "#/users/5", "#/users/deleted", "#/products", "#/processing",
  "#/audit", "#/graph", "#/import", "#/rules", "#/rules/pairs", "#/rules/prerequisites", "#/rules/locations",
  "#/settings", "#/glossary", "#/about", "#/nowhere",
];

/** What is wrong with what is shown. */
async function faults(page, what) {
  const found = (await accessibilityViolations(page)).concat(await cutOff(page));
  if (await overflowsSideways(page)) found.push("it is wider than the window");
  return found.map((fault) => `${what}: ${fault}`);
}

/** Waits until nothing moves: what fades in is paler than it will be. */
function still(page) {
  const finished = () => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  return page.evaluate(finished);
}

async function keep(page, name) {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
}

/** Goes to an address within the page, and waits until its view has taken the place of the one before. */
async function go(page, address) {
  await page.evaluate((address) => {
    document.querySelector("h1")?.setAttribute("data-before", "");
    location.hash = address;
  }, address);
  await page.waitForFunction(() => document.querySelector("h1:not([data-before])") && !document.querySelector(".later"), null, { timeout: 3000 })
    .catch(() => {});
  await still(page);
}

// How things are laid out depends on no theme, so that one size is enough for the other.
for (const [colorScheme, sizes] of [["light", SIZES], ["dark", { "on a desktop": SIZES["on a desktop"] }]]) {
  for (const [size, options] of Object.entries(sizes)) {
    test(`every view ${size}, ${colorScheme}`, () =>
      visitLab({ colorScheme, ...options }, async (lab, page) => {
        const found = [];
        const looksRight = async (page, what) => found.push(...(await faults(page, what)));
        await lab.given(TENANT);
        for (const address of VIEWS) {
          await go(page, address);
          await looksRight(page, address);
          await keep(page, `${address.replace(/\W+/g, "-")}${colorScheme}-${options.viewport.width}`);
        }
        await lab.openProduct("Office 365 E3");
        for (const tab of ["licensed-groups", "service-plans", "licensed-users"]) {
          await lab.openTab(tab);
          await new TablePage(page).rows.first().waitFor();
          await looksRight(page, tab);
          await keep(page, `product-${tab}-${colorScheme}-${options.viewport.width}`);
        }
        await go(page, "#/users/3");
        await lab.why(lab.path("Office 365 E3", "Sales E3"));
        await looksRight(page, "explanation");
        await keep(page, `explanation-${colorScheme}-${options.viewport.width}`);
        await go(page, "#/users");
        await new TablePage(page).rows.first().getByRole("checkbox").check();
        await looksRight(page, "selection");
        await lab.openEmpty();
        for (const address of ["#/", "#/groups", "#/users", "#/products", "#/processing", "#/audit", "#/map"]) {
          await go(page, address);
          await looksRight(page, `empty ${address}`);
          await keep(page, `empty-${address.replace(/\W+/g, "-")}${colorScheme}-${options.viewport.width}`);
        }
        assert.deepEqual(found, []);
      }));

    test(`every dialog ${size}, ${colorScheme}`, () =>
      visitLab({ colorScheme, ...options }, async (lab, page) => {
        const found = [];
        const looksRight = async (page, what) => {
          await still(page);
          found.push(...(await faults(page, what)));
        };
        await lab.given(TENANT);
        const main = (name) => () => lab.main.getByRole("button", { name }).first().click();
        const fromMenu = (name) => async () => {
          await page.getByRole("button", { name: "New", exact: true }).click();
          await page.getByRole("button", { name, exact: true }).click();
        };
        const fromTenantMenu = (name) => async () => {
          if (await page.getByRole("button", { name: "Settings and more" }).isVisible()) {
            await page.getByRole("button", { name: "Settings and more" }).click();
            await page.getByRole("button", { name: "This tenant" }).click();
          } else {
            await page.getByRole("navigation", { name: "Main", exact: true }).getByRole("button").first().click();
          }
          await page.getByRole("button", { name, exact: true }).click();
        };
        const selected = async () => {
          await new TablePage(page).rows.first().getByRole("checkbox").check();
          await new TablePage(page).selection.getByRole("button", { name: "Assign…" }).click();
        };
        const product = async (name, tab) => {
          await lab.openProduct("Office 365 E3");
          if (tab) await lab.openTab(tab);
          await main(name)();
        };
        const dialogs = {
          "new user": ["#/", fromMenu("New user…")],
          "new group": ["#/", fromMenu("New group…")],
          "new contact": ["#/", fromMenu("New contact…")],
          buy: ["#/", fromMenu("Buy a product…")],
          sample: ["#/", main("Open a sample…")],
          find: ["#/", () => page.keyboard.press("Control+k")],
          keys: ["#/about", () => page.keyboard.press("?")],
          history: ["#/", fromTenantMenu("History…")],
          tenants: ["#/", fromTenantMenu("My tenants…")],
          share: ["#/", () => page.getByRole("banner").getByRole("button", { name: "Share" }).click()],
          units: ["#/products", () => product("Units…")],
          "add plan": ["#/products", () => product("Add a plan…", "service-plans")],
          "assign to a group": ["#/groups/1", main("Assign…")],
          "plans of a group": ["#/groups/1", main(/^Plans of/)],
          "add members": ["#/groups/1", main("Add members…")],
          rename: ["#/groups/1", main("Rename…")],
          "assign to a user": ["#/users/3", main("Assign…")],
          "plans of a user": ["#/users/3", main(/^Plans of/)],
          location: ["#/users/3", main("Change usage location")],
          addresses: ["#/users/3", main("Change addresses")],
          "change user": ["#/users/3", main("Change user")],
          "add to a group": ["#/users/3", main("Add to a group")],
          "assign to users": ["#/users", selected],
          "assign to groups": ["#/groups", selected],
        };
        for (const [name, [address, open]] of Object.entries(dialogs)) {
          await go(page, address);
          await open();
          await lab.dialog.waitFor();
          if (name.startsWith("assign")) await lab.dialog.getByRole("checkbox").first().check();
          await looksRight(page, name);
          await keep(page, `dialog-${name.replaceAll(" ", "-")}-${colorScheme}-${options.viewport.width}`);
          await page.keyboard.press("Escape");
          await lab.dialog.waitFor({ state: "hidden" });
        }
        // A refusal within a dialog.
        await go(page, "#/users/4");
        const button = await lab.fillAssign({ "Office 365 E3": undefined });
        await lab.dialog.getByRole("button", { name: lab.word(button), exact: true }).click();
        await lab.dialog.getByRole("alert").getByText("Refused").waitFor();
        await looksRight(page, "refusal in a dialog");
        await keep(page, `dialog-refusal-${colorScheme}-${options.viewport.width}`);
        assert.deepEqual(found, []);
      }));
  }
}

test("the page follows the system's color scheme", () =>
  visitLab({ colorScheme: "dark" }, async (lab, page) => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.emulateMedia({ colorScheme: "light" });
    assert.notEqual(await background(), dark);
  }));
