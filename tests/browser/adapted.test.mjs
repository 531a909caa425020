// The page as people set it up for themselves: enlarged four times, with wider text, in the system's few colors, without
// motion. Nothing is lost and nothing is in the way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, cutOff, overflowsSideways } from "./browser.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const VIEWS = [
  "#/", "#/map", "#/groups", "#/groups/0", "#/users", "#/users/0", "#/products", "#/processing", "#/audit", "#/graph",
  "#/import", "#/rules/pairs", "#/settings", "#/glossary", "#/about",
];

/** Looks at each view, and at a dialog. */
async function look(lab, page, faults) {
  const found = [];
  for (const address of VIEWS) {
    await lab.goToAddress(address);
    await page.waitForFunction((address) => (location.hash || "#/") === address && document.querySelector("h1") && !document.querySelector(".later"), address);
    found.push(...(await faults(page)).map((fault) => `${address}: ${fault}`));
  }
  await lab.goToAddress("#/users/0");
  await lab.act("assign");
  await lab.dialog.waitFor();
  found.push(...(await faults(page)).map((fault) => `dialog: ${fault}`));
  return found;
}

test("1280 px wide at 400 %: nothing is cut off, nothing has to be scrolled sideways (WCAG 1.4.10)", () =>
  visitLab({ viewport: { width: 320, height: 256 }, reducedMotion: "reduce" }, async (lab, page) => {
    const faults = async (page) => (await cutOff(page)).concat((await overflowsSideways(page)) ? ["wider than the window"] : []);
    assert.deepEqual(await look(lab, page, faults), []);
  }));

test("text with more space between letters, words, lines and paragraphs is not cut off (WCAG 1.4.12)", () =>
  visitLab({ reducedMotion: "reduce" }, async (lab, page) => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    });
    const clipped = (page) =>
      page.evaluate(() => {
        const isClipped = (element) => {
          const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
          const hides = (overflow) => ["hidden", "clip"].includes(overflow);
          const { width, height } = element.getBoundingClientRect();
          if (width <= 1 || height <= 1) return false;
          const isLow = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
          // A name that ends in an ellipsis has its full form in a title, or where it leads.
          const isNarrow = hides(overflowX) && textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1;
          return isLow || isNarrow;
        };
        const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        const elements = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility() && hasWords(element));
        return elements.filter(isClipped).map((element) => `clipped: ${element.outerHTML.slice(0, 140)}`);
      });
    const faults = async (page) => (await clipped(page)).concat(await cutOff(page), (await overflowsSideways(page)) ? ["wider than the window"] : []);
    assert.deepEqual(await look(lab, page, faults), []);
  }));

test("in the system's own colors everything is still told apart, and where one is can be seen (forced colors)", () =>
  visitLab({ forcedColors: "active", reducedMotion: "reduce" }, async (lab, page) => {
    assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
    /** Fields, buttons and lines whose edge or color is that of what lies behind them. */
    const unseen = (page) =>
      page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const fields = [...document.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((field) => field.checkVisibility());
        const isSeen = (field) => {
          const { appearance, borderTopStyle, borderTopColor, outlineStyle } = getComputedStyle(field);
          const around = getComputedStyle(field.parentElement);
          const hasEdge = (style) => style.borderTopStyle !== "none" && style.borderTopColor !== canvas;
          return appearance !== "none" || (borderTopStyle !== "none" && borderTopColor !== canvas) || outlineStyle !== "none" || hasEdge(around);
        };
        const lines = [...document.querySelectorAll("main svg path, main svg line")].filter((line) => line.checkVisibility());
        const hasColor = (line) => {
          const { stroke, fill } = getComputedStyle(line);
          return stroke !== canvas || fill !== canvas;
        };
        return [...fields.filter((field) => !isSeen(field)), ...lines.filter((line) => !hasColor(line))].map((element) => `unseen: ${element.outerHTML.slice(0, 140)}`);
      });
    const faults = async (page) => (await accessibilityViolations(page)).concat(await unseen(page));
    assert.deepEqual(await look(lab, page, faults), []);
    await page.keyboard.press("Escape");
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
        return { outlineStyle, outlineWidth, boxShadow, what: document.activeElement.outerHTML.slice(0, 120) };
      });
      assert.notEqual(outline.outlineStyle, "none", outline.what);
      assert.notEqual(outline.outlineWidth, "0px", outline.what);
    }
  }));

test("who asks for less motion gets none (WCAG 2.3.3)", () =>
  visitLab({ reducedMotion: "reduce" }, async (lab, page) => {
    const moves = (page) =>
      page.evaluate(() =>
        document.getAnimations().filter((animation) => animation.effect.getComputedTiming().duration > 10).map((animation) => animation.animationName ?? animation.transitionProperty),
      );
    assert.deepEqual(await look(lab, page, moves), []);
  }));
