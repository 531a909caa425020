// The system's browsers, and what a visit to the page must never cause.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, firefox } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Chromium as everybody has it. */
const WHOLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Without any traffic of its own; the sandbox does not work for root. Without windows, it takes half the time of the processor. */
const CHROMIUM = {
  executablePath: process.env.CHROMIUM_SHELL ?? WHOLE,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** Nobody sits before it who could answer whether the page may keep what it stores. */
const FIREFOX = { "dom.storageManager.prompt.testing": true, "dom.storageManager.prompt.testing.allow": true };

/** Starts a browser: the one that is asked for, or that all tests are to run in. */
export function launch(engine = process.env.LAB_ENGINE ?? "chromium") {
  if (engine === "firefox") {
    // The Firefox that everybody has, driven by WebDriver BiDi.
    return firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", firefoxUserPrefs: FIREFOX });
  }
  return chromium.launch(CHROMIUM);
}

/** Starts Chromium as somebody has it who comes back: what it keeps is in a folder. */
export async function launchWith(folder, options) {
  return bounded(await chromium.launchPersistentContext(folder, { ...CHROMIUM, executablePath: WHOLE, ...options }));
}

/** No visit takes so long, in milliseconds. */
const LONGEST = (process.env.LAB_HEAVY ? 60 : 12) * 60_000;

/** A context that is closed when a visit never ends: what is waited for in it fails then, and is named. */
export function bounded(context) {
  setTimeout(() => context.close().catch(() => {}), LONGEST).unref();
  return context;
}

/** A context in which no worker keeps the page: what a test holds back or changes on the way would come from there. */
export async function withoutWorkers(context) {
  bounded(context);
  await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  return context;
}

/**
 * A visit: a browser context of its own, one tab, and a list of everything that went wrong in it. Nothing moves unless
 * `options.reducedMotion` says so: what fades in is drawn sixty times a second, and nothing but styles knows of it.
 */
export async function visit(browser, url, options = {}) {
  const context = await withoutWorkers(await browser.newContext({ reducedMotion: "reduce", ...options }));
  const problems = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(url).origin) problems.push(`asked elsewhere: ${request.url()}`);
  });
  page.on("requestfailed", (request) => problems.push(`not loaded: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return { context, page, problems };
}

/** What differs in another theme, where everything stands in the same place: rules of axe. */
export const OF_COLORS = ["color-contrast", "link-in-text-block"];

/**
 * What can differ in another language, whose words are longer: what is named, and what is large enough. What else axe looks
 * at is the same.
 */
export const OF_WORDS = [
  "aria-command-name", "aria-input-field-name", "aria-toggle-field-name", "button-name", "document-title", "empty-heading", "html-lang-valid",
  "label", "link-name", "select-name", "target-size", "valid-lang",
];

/**
 * What axe finds in the page as it stands, one line a rule and place: by all its rules, or by those that are named. Those
 * of WCAG 2.2 are off in axe itself.
 */
export async function accessibilityViolations(page, rules) {
  const which = rules ? { runOnly: { type: "rule", values: rules } } : { rules: { "target-size": { enabled: true } } };
  // What is right needs no words, and an element's own markup says which it is: both would take a tenth of the time.
  const options = { resultTypes: ["violations"], reporter: "no-passes", selectors: false, ...which };
  // What is still fading in has the contrast of that moment.
  await still(page);
  // Evaluated outside the reach of the page's policy.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

/** What axe finds in the page as it stands, and of its colors in the dark theme as well. */
export async function violationsInBothThemes(page) {
  const found = await accessibilityViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await accessibilityViolations(page, OF_COLORS)).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/**
 * Waits until everything is laid out anew and nothing moves; what turns for ever is not waited for, and what is shown for
 * seconds is put in the middle of them.
 */
export function still(page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const endOf = ({ effect }) => effect?.getComputedTiming().endTime;
    const moving = document.getAnimations().filter((animation) => Number.isFinite(endOf(animation)));
    const isLong = (animation) => endOf(animation) > 1_000;
    for (const animation of moving.filter(isLong)) animation.currentTime = endOf(animation) / 2;
    const ended = Promise.all(moving.filter((animation) => !isLong(animation)).map(({ finished }) => finished.catch(() => {})));
    // What a browser has stopped in a part that is not shown never ends.
    await Promise.race([ended, new Promise((over) => setTimeout(over, 3_000))]);
  });
}

/** Whether the document can be scrolled sideways. */
export function overflowsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/**
 * Words and controls that stand outside the window to the side, where nothing lets one scroll to them: one line each.
 * What only screen readers read is nowhere on purpose.
 */
export function cutOff(page) {
  return page.evaluate(() => {
    const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const isLost = (element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1 || (left >= -1 && right <= innerWidth + 1)) return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (around.tagName.toLowerCase() === "svg") return false;
        if (scrolls(around) || (around.scrollWidth <= around.clientWidth && getComputedStyle(around).textOverflow === "ellipsis")) return false;
      }
      return getComputedStyle(element).visibility === "visible";
    };
    const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    // What is only read aloud has no edge that anybody sees.
    const isSeen = (element) => element.checkVisibility() && !element.parentElement.closest(".vh");
    const elements = [...document.body.querySelectorAll("*")].filter(isSeen);
    const found = elements.filter((element) => (hasWords(element) || element.matches("a, button, input, select, textarea")) && isLost(element));
    // The skip link waits above the page, and names that are cut with an ellipsis have their full form in a title.
    return found
      .filter((element) => !element.closest("a[href='#main'], [title]"))
      .map((element) => element.outerHTML.slice(0, 160));
  });
}
