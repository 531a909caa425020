// The page as people set it up for themselves: enlarged four times, with wider text, in the system's few colors, with more
// contrast, without motion, in a low window. Nothing is lost and nothing is in the way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OF_COLORS, accessibilityViolations, cutOff, overflowsSideways } from "./browser.mjs";
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
    /** What is current, chosen or selected and looks like what is not, and choices without an arrow. */
    const alike = (page) =>
      page.evaluate(() => {
        const CHOSEN = ["aria-current", "aria-pressed", "aria-selected", "aria-checked"];
        const chosen = (element) => CHOSEN.find((name) => !["false", null].includes(element.getAttribute(name)));
        const look = (element) => {
          const style = getComputedStyle(element);
          const edges = ["Top", "Right", "Bottom", "Left"].flatMap((side) => ["Style", "Width", "Color"].map((of) => style[`border${side}${of}`]));
          return [style.backgroundColor, style.color, style.fontWeight, style.textDecorationLine, style.outlineStyle, style.outlineColor, ...edges].join();
        };
        const seen = [...document.querySelectorAll(CHOSEN.map((name) => `[${name}]`).join())].filter((element) => element.checkVisibility());
        const same = seen.filter((element) => {
          if (!chosen(element) || element.matches("input")) return false;
          const around = element.closest("ul, ol, nav, [role=group], [role=listbox], table") ?? element.parentElement;
          const others = [...around.querySelectorAll(element.tagName)].filter((other) => other !== element && other.checkVisibility() && !chosen(other));
          return others.length > 0 && others.every((other) => look(other) === look(element));
        });
        const bare = [...document.querySelectorAll("select")].filter((select) => select.checkVisibility() && getComputedStyle(select).appearance === "none" && getComputedStyle(select).backgroundImage === "none");
        return [...same.map((element) => `not told apart: ${element.outerHTML.slice(0, 140)}`), ...bare.map((element) => `no arrow: ${element.outerHTML.slice(0, 140)}`)];
      });
    const faults = async (page) => (await accessibilityViolations(page, OF_COLORS)).concat(await unseen(page), await alike(page));
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

for (const colorScheme of ["light", "dark"]) {
  test(`who asks for more contrast gets seven to one, and edges that are seen (${colorScheme})`, () =>
    visitLab({ contrast: "more", colorScheme, reducedMotion: "reduce" }, async (lab, page) => {
      assert.equal(await page.evaluate(() => matchMedia("(prefers-contrast: more)").matches), true);
      /** Fields, buttons and cards whose edge differs from what lies behind it by less than three to one. */
      const faint = (page) =>
        page.evaluate(() => {
          const channels = (color) => color.match(/[\d.]+/g).slice(0, 3).map((value) => Number(value) / (color.startsWith("color(") ? 1 : 255));
          const light = (color) => {
            const [red, green, blue] = channels(color).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const ratio = (one, other) => {
            const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          const behind = getComputedStyle(document.body).backgroundColor;
          const edged = [...document.querySelectorAll("main .card, main .btn:not(.btn--quiet, .btn--primary, :disabled, [aria-disabled]), main .in")];
          const isFaint = (element) => ratio(getComputedStyle(element).borderTopColor, behind) < 3;
          return edged.filter((element) => element.checkVisibility() && isFaint(element)).map((element) => `faint: ${element.outerHTML.slice(0, 120)}`);
        });
      const faults = async (page) => (await accessibilityViolations(page, ["color-contrast-enhanced"])).concat(await faint(page));
      assert.deepEqual(await look(lab, page, faults), []);
    }));
}

/** What is to be seen of the bars, wherever one has scrolled to, and of the screen between them. */
async function barsInSight(page) {
  return page.evaluate(async () => {
    const found = [];
    const bars = [...document.querySelectorAll(".top, .time, .ctabs")].filter((bar) => bar.checkVisibility());
    for (const part of [document.scrollingElement, document.getElementById("main")]) {
      for (const end of [0, part.scrollHeight]) {
        part.scrollTop = end;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const boxes = bars.map((bar) => bar.getBoundingClientRect());
        boxes.forEach(({ top, bottom }, at) => {
          if (top < -1 || bottom > innerHeight + 1) found.push(`${bars[at].className} is out of sight, scrolled to ${end}`);
        });
        const taken = boxes.reduce((sum, { height }) => sum + height, 0);
        if (taken > innerHeight / 3) found.push(`the bars take ${taken} of ${innerHeight} px`);
      }
      part.scrollTop = 0;
    }
    return found;
  });
}

for (const viewport of [{ width: 1366, height: 480 }, { width: 844, height: 390 }, { width: 640, height: 360 }]) {
  test(`in a window of ${viewport.width} by ${viewport.height} the bars stay in sight and leave room`, () =>
    visitLab({ viewport, reducedMotion: "reduce" }, async (lab, page) => {
      const faults = async (page) => {
        const isDialog = (await lab.dialog.count()) > 0;
        const seen = (await cutOff(page)).concat((await overflowsSideways(page)) ? ["wider than the window"] : []);
        if (!isDialog) return seen.concat(await barsInSight(page));
        // What a dialog does can be pressed without scrolling the page.
        const { y, height } = await lab.dialog.getByRole("button", { name: lab.word("cancel"), exact: true }).boundingBox();
        return seen.concat(y >= 0 && y + height <= viewport.height ? [] : ["the buttons of the dialog are out of sight"]);
      };
      assert.deepEqual(await look(lab, page, faults), []);
    }));
}
