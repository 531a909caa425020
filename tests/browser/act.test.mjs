// The first minute: the example opens, Play shows what happens, Why? says why, and each way out of it works.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KeepingPage } from "./keeping-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

for (const language of ["en", "nl"]) {
  test(`the first act plays to its end, in ${language}`, () =>
    visitLab({ isExample: true, language, reducedMotion: "no-preference" }, async (lab, page) => {
      await page.getByRole("heading", { level: 1, name: lab.word("act-title") }).waitFor();
      const said = lab.main.getByRole("status");
      // What a step changes moves: the bars of seats to their new lengths.
      await page.evaluate(() => {
        globalThis.moved = 0;
        document.addEventListener("transitionrun", ({ target, propertyName }) => (globalThis.moved += target.matches(".bar i") && propertyName === "width" ? 1 : 0));
      });
      await lab.act("act-play");
      const failed = lab.word("act-failed", {
        user: "Noor Visser",
        product: "Office 365 E3",
        reason: lab.word("reason-exclusive"),
      });
      await said.filter({ hasText: failed }).waitFor();
      assert.equal(await lab.main.getByText(lab.word("users-in-error", { number: 1 })).count(), 1);
      // The line to the product is red, with the clash on it.
      const red = () => lab.main.locator(".map .edge--err").count();
      await lab.main.locator(".map .mark").first().waitFor();
      assert.ok((await red()) > 0);
      assert.ok((await page.evaluate(() => globalThis.moved)) > 0);
      await lab.main.getByRole("link", { name: lab.word("why"), exact: true }).first().click();
      await lab.explanation.waitFor();
      await lab.closeExplanation();
      const ways = lab.main.getByRole("list").filter({ has: page.getByRole("button", { name: /E1|E3/ }) });
      assert.equal(await ways.getByRole("button").count(), 4);
      const named = await ways.getByRole("button").allInnerTexts();
      await lab.main.getByRole("link", { name: lab.word("why"), exact: true }).first().click();
      // The same by the same words and in the same order, and last the one that gives the license up.
      const found = lab.explanation.getByRole("heading", { level: 4 });
      await found.filter({ hasText: named[3] }).waitFor();
      const all = await found.allInnerTexts();
      assert.deepEqual(all.slice(0, -1), named);
      await lab.closeExplanation();
      const before = await lab.time.getByText(/\d+/).first().innerText();
      await ways.getByRole("button").last().click();
      const done = lab.word("act-done", { user: "Noor Visser", product: "Office 365 E3" });
      await said.filter({ hasText: done }).waitFor();
      await page.getByRole("heading", { level: 1, name: lab.word("act-title-done") }).waitFor();
      // What was mended and what it started is one thing to undo.
      await lab.idle();
      await page.waitForFunction(() => !document.querySelector(".map .edge--err"));
      await lab.time.getByRole("button", { name: new RegExp(`^${lab.word("undo")}: `) }).click();
      await said.filter({ hasText: failed }).waitFor();
      assert.equal((await lab.time.getByText(/\d+/).first().innerText()).match(/\d+/)[0], before.match(/\d+/)[0]);
      await lab.time.getByRole("button", { name: new RegExp(`^${lab.word("redo")}: `) }).click();
      await said.filter({ hasText: done }).waitFor();
      // The example, in which something was done, stays, as is said.
      await lab.main.getByText(lab.word("act-next-why")).waitFor();
      await lab.act("act-next");
      await lab.main.getByText(lab.word("groups-need-attention", { number: 4 })).waitFor();
      const dialog = await new KeepingPage(lab).openTenants();
      const name = dialog.getByRole("textbox", { name: lab.word("tenant-name") });
      await name.first().waitFor();
      const names = await name.evaluateAll((fields) => fields.map(({ value }) => value));
      assert.ok(names.includes(lab.word("sample-example")), names.join());
    }));
}

test("what is said from the start does not write itself, and what is played goes on when the map is there", () =>
  visitLab({ address: "#/about", reducedMotion: "no-preference" }, async (lab, page) => {
    const written = () => page.evaluate(() => document.getAnimations().filter(({ animationName }) => /^write/.test(animationName ?? "")).length);
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/split_map\.wasm$/, async (route) => {
      await released;
      await route.continue();
    });
    await lab.goToAddress("#/");
    await lab.main.getByRole("button", { name: lab.word("act-play"), exact: true }).waitFor();
    assert.equal(await written(), 0);
    await lab.act("act-play");
    // The first step is taken at once, and the others wait.
    await lab.time.getByText(lab.word("moment-of", { at: 15, all: 15 })).waitFor();
    await page.waitForTimeout(2_000);
    await lab.time.getByText(lab.word("moment-of", { at: 15, all: 15 })).waitFor();
    release();
    await page.waitForFunction(() => document.getAnimations().some(({ animationName }) => /^write/.test(animationName ?? "")));
    await lab.time.getByText(lab.word("moment-of", { at: 18, all: 18 })).waitFor();
    await lab.main.locator(".map .mark").first().waitFor();
  }));

test("with reduced motion the act is the same, without anything that moves", () =>
  visitLab({ isExample: true, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.act("act-play");
    await lab.main.getByRole("status").filter({ hasText: "does not get" }).waitFor();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }));

/** Where something is, in whole pixels. */
const placeOf = async (element) => {
  const { x, y, width, height } = await element.boundingBox();
  return [x, y, width, height].map(Math.round);
};

for (const [language, viewport] of [["en", { width: 1366, height: 768 }], ["nl", { width: 1440, height: 900 }]]) {
  test(`in the first minute nothing is covered, cut off or moved (${language}, ${viewport.width} px)`, () =>
    visitLab({ isExample: true, language, viewport }, async (lab, page) => {
      const map = lab.main.locator(".map");
      await map.waitFor();
      const before = await placeOf(map);
      // What a moment is, by what has happened.
      await lab.time.getByText(`${lab.word("count-actions", { number: 14 })}, ${lab.word("count-steps", { number: 0 })}`).waitFor();
      await lab.act("act-play");
      await lab.idle();
      await lab.time.getByText(`${lab.word("count-actions", { number: 14 })}, ${lab.word("count-steps", { number: 4 })}`).waitFor();
      // The map holds still, and is seen whole.
      assert.deepEqual(await placeOf(map), before);
      const [, top, , height] = before;
      const { y: foot } = await lab.time.boundingBox();
      assert.ok(top + height <= foot, `the map ends at ${top + height}, above ${foot}`);
      const why = lab.main.getByRole("link", { name: lab.word("why"), exact: true }).first();
      const place = await placeOf(why);
      await why.click();
      await lab.explanation.waitFor();
      assert.deepEqual(await placeOf(why), place, "opening the explanation moves nothing");
      const apply = lab.explanation.getByRole("button", { name: new RegExp(`^${lab.word("apply-change")}`) });
      await apply.first().click();
      await lab.explanation.getByText(lab.word("repairs-by-itself")).waitFor();
      // The act says the same: what is left is to run what waits.
      await lab.main.locator(".act").getByRole("button", { name: lab.word("run"), exact: true }).waitFor();
      // The last steps are moments, like everything, and lead there.
      await lab.main.getByRole("listitem").getByRole("button", { name: lab.word("moment-number", { number: 16 }), exact: true }).waitFor();
      const told = page.getByRole("region", { name: lab.word("told"), exact: true });
      await told.waitFor();
      await told.getByText(lab.word("and-more", { what: "", number: 1 }).replace(/^,? ?/, "")).waitFor();
      // It lies over neither the screen nor what one steps with.
      const { y, height: high } = await told.boundingBox();
      const { y: screen } = await lab.main.boundingBox();
      assert.ok(y >= 0 && y + high <= screen, `${y} to ${y + high}, above ${screen}`);
      const covered = await told.evaluate((told) => {
        const area = told.getBoundingClientRect();
        const meets = (other) => other.right > area.left && other.left < area.right && other.bottom > area.top && other.top < area.bottom;
        return [...document.querySelectorAll("header button, header li")].filter((part) => part.checkVisibility() && meets(part.getBoundingClientRect())).map((part) => part.textContent);
      });
      assert.deepEqual(covered, []);
      // No line of the explanation is cut at its top.
      await page.waitForFunction(() => {
        const room = document.querySelector(".in-d");
        const { top } = room.getBoundingClientRect();
        const isCut = ({ top: above, bottom }) => above < top - 1 && bottom > top + 1;
        return room.scrollTop > 0 && ![...room.querySelectorAll("h3, p, .chain > li, dt, dd")].some((line) => isCut(line.getBoundingClientRect()));
      });
      assert.ok(await lab.explanation.getByText(lab.word("repairs-by-itself")).isVisible());
    }));
}

test("figures of free seats stand in one column, at its right", () =>
  visitLab({}, async (lab, page) => {
    await lab.given({ products: { ENTERPRISEPACK: 512, STANDARDPACK: 9, EMS: 1234 }, users: { Anna: "NL" }, groups: { Sales: { members: ["Anna"], gives: { ENTERPRISEPACK: [] } } } });
    await lab.goTo("Overview");
    const ends = await lab.main.getByRole("list").filter({ hasText: lab.word("seats-available", { number: 511 }) }).last().evaluate((list) =>
      [...list.children].map((row) => {
        const range = document.createRange();
        range.selectNodeContents(row.lastElementChild);
        return Math.round(range.getBoundingClientRect().right);
      }),
    );
    assert.equal(ends.length, 3);
    assert.equal(new Set(ends).size, 1, `${ends}`);
  }));
