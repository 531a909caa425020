// The whole way with the keyboard alone; and what each key does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, focused, regionOfFocus, tabTo, take } from "./keyboard-page.mjs";
import { TablePage } from "./table-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const E1 = "Office 365 E1";
const E3 = "Office 365 E3";

test("build, process, explain and fix with the keyboard alone", () =>
  visitLab({}, async (lab, page) => {
    const keys = page.keyboard;
    const closed = () => lab.dialog.waitFor({ state: "hidden" });
    const isReady = (field) => field.and(page.locator(":focus")).waitFor();
    const isHere = (name) => page.waitForFunction((name) => document.activeElement?.innerText === name, name);
    await lab.openEmpty();
    // How to begin stands there, and ticks what was done.
    const steps = lab.main.getByRole("region", { name: "How to begin" }).getByRole("listitem");
    const ticked = async () => (await steps.allInnerTexts()).map((step) => step.includes("(done)"));
    assert.deepEqual(await ticked(), [false, false, false, false, false]);

    // Build: two products,
    for (const [product, seats] of [[E1, "5"], [E3, "5"]]) {
      await take(lab, "Buy a product");
      await isReady(lab.dialog.getByRole("searchbox"));
      await keys.type(product);
      // Products are choices of one: Tab leads to them, and the arrows lead through them.
      await tabTo(page, /\d plans?$/);
      for (let choices = 0; choices < 9 && !(await focused(page)).startsWith(product); choices += 1) await keys.press("ArrowDown");
      await keys.press("Space");
      await tabTo(page, "Seats");
      await keys.press("Control+a");
      await keys.type(seats);
      await keys.press("Enter");
      await closed();
      await steps.first().filter({ hasText: "(done)" }).waitFor();
    }
    assert.deepEqual(await ticked(), [true, false, false, false, false]);
    // a user with one of them,
    await take(lab, "New user");
    await isReady(lab.dialog.getByRole("textbox", { name: "Display name" }));
    await keys.type("Anna");
    await keys.press("Enter");
    await isHere("Anna");
    await enter(page, "Assign…");
    await tabTo(page, E1);
    await keys.press("Space");
    await keys.press("Enter");
    await closed();
    // a group with the other, and the user in it.
    await take(lab, "New group");
    await isReady(lab.dialog.getByRole("textbox", { name: "Name" }));
    await keys.type("Sales");
    await keys.press("Enter");
    await isHere("Sales");
    await enter(page, "Assign…");
    await tabTo(page, E3);
    await keys.press("Space");
    await keys.press("Enter");
    await closed();
    await enter(page, "Add members…");
    await isReady(lab.dialog.getByRole("searchbox"));
    await keys.type("Anna");
    await tabTo(page, "Anna");
    await keys.press("Space");
    await keys.press("Enter");
    await closed();

    // Process.
    await keys.press("r");
    await lab.idle();
    await lab.heard().getByText(/1 user is in error/).waitFor({ state: "attached" });

    // Explain.
    await tabTo(page, "Show users in error", "Shift+Tab");
    await keys.press("Enter");
    await isHere("Members");
    await tabTo(page, "Select all that are shown");
    await keys.press("ArrowDown");
    assert.equal(await focused(page), "Select Anna");
    await keys.press("w");
    await lab.explanation.waitFor();
    await isHere("Why does Anna not get Office 365 E3?");
    assert.match(await lab.explanation.innerText(), /Exchange Online \(Plan 1\)/);
    assert.equal(await regionOfFocus(page), "aside");

    // Fix: the explanation leads to the user.
    await enter(page, "Anna");
    await isHere("Anna");
    await tabTo(page, `Why? ${E3}`);
    await keys.press("w");
    await isHere("Why does Anna not get Office 365 E3?");
    await keys.press("Escape");
    await lab.explanation.waitFor({ state: "hidden" });
    await page.getByRole("heading", { level: 1 }).focus();
    await enter(page, `Remove ${E1}`);
    await lab.directPath(E1).waitFor({ state: "hidden" });
    await enter(page, /^Reprocess$/);
    await keys.press("r");
    await lab.idle();
    assert.match(await lab.path(E3, "Sales").innerText(), /Active/);
    await lab.heard().getByText(/Nobody is in error/).waitFor({ state: "attached" });
    // All of it is done: it is not told any more.
    await lab.goTo("Overview");
    await steps.first().waitFor({ state: "detached" });
  }));

test("Ctrl K finds users, groups, products, screens, actions, and who holds an address; its dialog does not move", () =>
  visitLab({ isExample: true, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.given({
      products: { ENTERPRISEPACK: 5 },
      users: { "Anna Berg": "NL", "Bram Visser": "NL" },
      groups: { Sales: { members: ["Anna Berg"], gives: { ENTERPRISEPACK: [] } } },
      contacts: { Reception: "SMTP:desk@contoso.onmicrosoft.com" },
    });
    const leadsTo = async (typed, finding, heading) => {
      const found = await lab.find(typed);
      await found.filter({ hasText: finding }).first().waitFor();
      while (!(await lab.dialog.getByRole("option", { selected: true }).innerText()).includes(finding)) {
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await lab.dialog.waitFor({ state: "hidden" });
    };
    await leadsTo("berg", "Anna Berg", "Anna Berg");
    await leadsTo("sal", "Sales", "Sales");
    await leadsTo("enterprisepack", E3, E3);
    await leadsTo("exclusive", "Exclusive pairs", "Rules");
    await leadsTo("anna.berg@contoso.onmicrosoft.com", "holds anna.berg@contoso.onmicrosoft.com", "Anna Berg");

    let found = await lab.find("DESK@contoso.onmicrosoft.com");
    await found.filter({ hasText: "Reception" }).filter({ hasText: "Contact" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("nobody@nowhere.example");
    await lab.dialog.getByText("Nothing found. Try part of a name, an address or a command.").waitFor();
    await page.keyboard.press("Escape");
    await lab.dialog.waitFor({ state: "hidden" });

    // Whatever is found, the dialog stays where it is and as large as it is.
    const boxes = new Set();
    for (const typed of ["", "a", "anna", "e", "nobody@nowhere.example", "office"]) {
      await lab.find(typed);
      await page.waitForTimeout(60);
      const { x, y, width, height } = await lab.dialog.boundingBox();
      boxes.add([x, y, width, height].map(Math.round).join());
      await page.keyboard.press("Escape");
      await lab.dialog.waitFor({ state: "hidden" });
    }
    await lab.find("a");
    for (const letter of ["n", "n", "a", "q", "q"]) {
      await page.keyboard.type(letter);
      const { x, y, width, height } = await lab.dialog.boundingBox();
      boxes.add([x, y, width, height].map(Math.round).join());
    }
    assert.equal(boxes.size, 1, [...boxes].join("; "));
    await page.keyboard.press("Escape");
    await lab.dialog.waitFor({ state: "hidden" });

    found = await lab.find("new group");
    await found.first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "New group" }).waitFor();
    await page.keyboard.press("Escape");
  }));

test("keys of one letter act, are silent in fields, and are listed on ?", () =>
  visitLab({}, async (lab, page) => {
    await lab.openExample();
    const keys = page.keyboard;
    const screens = { o: /^(See what|Give a group)/, m: "Map", u: "Users", p: "All products", q: "Processing", a: "Audit log", c: "Graph console", g: "Groups" };
    for (const [letter, heading] of Object.entries(screens)) {
      await keys.press("g");
      await keys.press(letter);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    }
    await keys.press("s");
    const undo = lab.time.getByRole("button", { name: "Undo: step 1" });
    await undo.waitFor();
    await keys.press(",");
    await undo.waitFor({ state: "hidden" });
    await keys.press(".");
    await undo.waitFor();
    await keys.press("Control+z");
    await undo.waitFor({ state: "hidden" });
    await keys.press("Control+Shift+z");
    await undo.waitFor();

    await lab.goTo("Users");
    // The heading takes the focus once, when the screen is there.
    await page.getByRole("heading", { level: 1, name: "Users" }).and(page.locator(":focus")).waitFor();
    await new TablePage(page).field.focus();
    await keys.type("gsr?");
    assert.equal(await new TablePage(page).field.inputValue(), "gsr?");
    await undo.waitFor();
    assert.equal(await lab.dialog.count(), 0);

    await lab.goTo("Groups");
    await keys.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await list.getByText("Find anything").waitFor();
    await list.getByText("Go to the next part of the page").waitFor();
    await keys.press("Escape");
    await list.waitFor({ state: "hidden" });

    // Whoever speaks to the page instead of typing turns them off.
    await lab.goTo("Settings");
    await lab.main.getByRole("switch", { name: "Single-letter shortcuts" }).click();
    await page.getByRole("heading", { level: 1 }).focus();
    await keys.press("s");
    await keys.press("?");
    assert.equal(await lab.dialog.count(), 0);
    await undo.waitFor();
  }));

test("the focus goes from the skip link through the parts in their order; F6 goes by parts; Esc closes what is on top", () =>
  visitLab({}, async (lab, page) => {
    await lab.openExample();
    await lab.run();
    await lab.goTo("Overview");
    await page.evaluate(() => document.activeElement.blur());
    await page.reload();
    await lab.complete();
    await lab.openExample();
    await lab.run();
    const keys = page.keyboard;

    await page.evaluate(() => {
      document.activeElement.blur();
      getSelection().removeAllRanges();
    });
    await tabTo(page, "Skip to content");
    const parts = [];
    for (let tabs = 0; tabs < 80; tabs += 1) {
      await keys.press("Tab");
      const part = await regionOfFocus(page);
      if (part && part !== parts.at(-1)) parts.push(part);
      if (part === "footer") break;
    }
    assert.deepEqual(parts, ["nav", "header", "main", "footer"]);

    await tabTo(page, "Skip to content", "Shift+Tab");
    await keys.press("Enter");
    assert.equal(await regionOfFocus(page), "main");
    const around = [];
    for (let times = 0; times < 4; times += 1) {
      await keys.press("F6");
      around.push(await regionOfFocus(page));
    }
    assert.deepEqual(around, ["footer", "nav", "header", "main"]);
    await keys.press("Shift+F6");
    assert.equal(await regionOfFocus(page), "header");

    // A drawer takes the focus to its title, and gives it back.
    await tabTo(page, /^Why\?/);
    const opener = await focused(page);
    await keys.press("Enter");
    await page.waitForFunction(() => document.activeElement?.innerText.startsWith("Why does"));
    await keys.press("Escape");
    await lab.explanation.waitFor({ state: "hidden" });
    assert.equal(await focused(page), opener);

    // A dialog keeps the focus, and gives it back.
    await lab.openGroup("Sales E3");
    await tabTo(page, "Rename…");
    await keys.press("Enter");
    await lab.dialog.waitFor();
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await keys.press("Tab");
      // The browser's own bar has its turn, too.
      assert.ok(["dialog", undefined].includes(await regionOfFocus(page)));
    }
    await keys.press("Escape");
    await lab.dialog.waitFor({ state: "hidden" });
    assert.equal(await focused(page), "Rename…");
  }));
