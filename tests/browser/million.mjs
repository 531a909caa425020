// What a tenant of a million users does to the page: prints for each view and action how long it took until its answer stood
// there, and the longest task meanwhile.
//
//   node tests/browser/million.mjs [users]
//
// What else the machine does is in the figures.

import { launch, visit } from "./browser.mjs";
import { KeepingPage } from "./keeping-page.mjs";
import { LabPage } from "./page.mjs";
import { serve } from "./server.mjs";
import { openCompany } from "./table-page.mjs";

const USERS = Number(process.argv[2] ?? 1_000_000);
const LISTS = { groups: "#/groups", users: "#/users", products: "#/products", audit: "#/audit" };
const SCREENS = { map: "#/map", ...LISTS, "a group": "#/groups/0", "a user": "#/users/0", "a product": "#/products/398/users", overview: "#/", processing: "#/processing", "the Graph console": "#/graph", rules: "#/rules", settings: "#/settings" };

const host = await serve("dist");
const browser = await launch();
const { page, problems } = await visit(browser, host.url, { viewport: { width: 1366, height: 768 }, locale: "en-US", reducedMotion: "reduce" });
page.setDefaultTimeout(300_000);
const lab = new LabPage(page);
await lab.complete();
await page.evaluate(() => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: "longtask" });
});

const settled = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
const figures = [];
/** Does something, and prints what it took. Tasks below 50 ms are none that a browser tells of. */
async function measured(what, act) {
  await settled();
  await page.evaluate(() => (globalThis.longest = 0));
  const start = performance.now();
  await act();
  const took = performance.now() - start;
  await settled();
  const longest = await page.evaluate(() => globalThis.longest);
  figures.push({ what, longest });
  console.log(`${what.padEnd(44)} ${took.toFixed(0).padStart(8)} ms   longest task ${longest ? `${longest.toFixed(0)} ms` : "below 50 ms"}`);
}

/** Waits until all that comes late is there. */
const there = () => page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector(".later, [aria-busy]"));
/** Goes to a screen, and waits until it is there. */
const go = (hash) => async () => {
  await lab.goToAddress(hash);
  await there();
};
/** Types into the field above a list. */
const type = async (text) => {
  await lab.main.getByRole("searchbox").first().fill(text);
  await page.waitForTimeout(300);
  await there();
};

await measured(`open a company of ${USERS.toLocaleString("en")}`, () => openCompany(lab, USERS));
for (const [what, hash] of Object.entries(SCREENS)) await measured(what, go(hash));
await go(LISTS.users)();
for (const text of ["v", "visser", "zzz", ""]) await measured(`users that match “${text}”`, () => type(text));
for (let turn = 1; turn <= 3; turn += 1) {
  await measured(`users sorted by name, ${turn}`, async () => {
    await lab.main.locator("thead button").first().click();
    await there();
  });
}
await measured("users in error", async () => {
  await lab.main.getByRole("button", { name: /^In error/ }).first().click();
  await there();
});
await measured("the whole list scrolled to its end", () => page.evaluate(() => {
  const scroller = document.querySelector("[role=grid]").parentElement;
  scroller.scrollTop = scroller.scrollHeight;
}));
await go(SCREENS.map)();
for (const text of ["v", "visser", "sales", ""]) await measured(`the map of “${text}”`, () => type(text));
await measured("anything that is called “visser”", async () => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: lab.word("find-hint") }).fill("visser");
  await page.waitForTimeout(300);
});
await page.keyboard.press("Escape");
await go(LISTS.users)();
const keeping = new KeepingPage(lab);
await measured("a group is made and saved", async () => {
  await keeping.create("Made here");
  await keeping.saved();
});
await go("#/groups/0")();
await measured("undo", () => page.keyboard.press("Control+z"));
await go(LISTS.users)();
await measured("every user selected", () => lab.main.getByRole("checkbox").first().click());
await go("#/groups/0")();
await measured("a group is reprocessed", () => lab.main.getByRole("button", { name: lab.word("reprocess") }).first().click());
await measured("a step", () => page.getByRole("contentinfo").getByRole("button", { name: lab.word("step"), exact: true }).click());
// At the speed with which one begins, four steps a second, it would take hours.
await go(SCREENS.processing)();
await lab.main.getByLabel(lab.word("speed")).selectOption("full");
await go("#/groups/0")();
const time = page.getByRole("contentinfo");
await measured("the rest of the run", async () => {
  await time.getByRole("button", { name: lab.word("run"), exact: true }).click();
  await time.getByText(lab.word("nothing-waiting")).first().waitFor();
});
await measured("the run taken back", () => page.keyboard.press("Control+z"));
await measured("and done again", () => page.keyboard.press("Control+y"));
const above = figures.filter(({ longest }) => longest > 50);
console.log(`${figures.length - above.length} of ${figures.length} without a task above 50 ms`);
for (const problem of problems) console.log(problem);
await browser.close();
await host.close();
