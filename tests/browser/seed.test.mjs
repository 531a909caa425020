// The example that the page opens on, told as a user meets it; and what must hold on every screen on the way.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityViolations, launch, overflowsSideways, visit } from "./browser.mjs";
import { LabPage, SCREENS } from "./page.mjs";
import { serve } from "./server.mjs";

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let browser;
let host;

before(async () => {
  // Two folders deep: a URL that is not relative leads out of them, to nothing.
  host = await serve("dist", "/some/where/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

/** Visits the page; whatever the steps are, nothing may go wrong behind them. */
async function withPage(options, steps) {
  const { context, page, problems } = await visit(browser, host.url, options);
  const lab = new LabPage(page);
  await lab.started();
  await steps(lab, page);
  await context.close();
  assert.deepEqual(problems, []);
}

test("Noor's Office 365 E3 conflicts with her direct E1 until that is removed", () =>
  withPage({ viewport: DESKTOP }, async (lab) => {
    await lab.run();
    await lab.openUser("Noor Visser");
    const inherited = lab.path("Office 365 E3", "Sales E3");
    assert.match(await inherited.innerText(), /Conflicting service plans/);

    const explanation = await lab.why(inherited);
    for (const fact of [/Exchange Online \(Plan 1\)/, /Exchange Online \(Plan 2\)/, /SharePoint/]) {
      assert.match(explanation, fact);
    }
    await lab.closeExplanation();

    await lab.removeDirect("Office 365 E1");
    assert.match(await inherited.innerText(), /Conflicting service plans/, "nothing heals by itself");
    await lab.reprocess();
    await lab.run();
    assert.match(await inherited.innerText(), /Active/);
    assert.doesNotMatch(await inherited.innerText(), /Conflicting/);
  }));

test("turning both plans off in the direct E1 resolves it, after a reprocess", () =>
  withPage({ viewport: DESKTOP }, async (lab) => {
    await lab.run();
    await lab.openUser("Noor Visser");
    await lab.turnOff("Office 365 E1", ["Exchange Online (Plan 1)", "SharePoint (Plan 1)"]);
    const inherited = lab.path("Office 365 E3", "Sales E3");
    assert.match(await inherited.innerText(), /Conflicting service plans/, "nothing heals by itself");
    await lab.reprocess();
    await lab.run();
    assert.match(await inherited.innerText(), /Active/);
  }));

test("turning both plans off in the group's E3 resolves it, without a reprocess", () =>
  withPage({ viewport: DESKTOP }, async (lab) => {
    await lab.run();
    await lab.openGroup("Sales E3");
    await lab.turnOff("Office 365 E3", ["Exchange Online (Plan 2)", "SharePoint (Plan 2)"]);
    await lab.run();
    await lab.openUser("Noor Visser");
    assert.match(await lab.path("Office 365 E3", "Sales E3").innerText(), /Active/);
  }));

for (const colorScheme of ["light", "dark"]) {
  for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    test(`every screen is accessible and fits: ${colorScheme}, ${device}`, () =>
      withPage({ viewport, colorScheme }, async (lab, page) => {
        await lab.run();
        for (const screen of SCREENS) {
          await lab.goTo(screen);
          await fitsAndIsAccessible(page, screen);
        }
        await lab.openUser("Noor Visser");
        await fitsAndIsAccessible(page, "user");
        await lab.why(lab.path("Office 365 E3", "Sales E3"));
        await fitsAndIsAccessible(page, "explanation");
      }));
  }
}

test("the page follows the system's color scheme", () =>
  withPage({ viewport: DESKTOP, colorScheme: "dark" }, async (lab, page) => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.emulateMedia({ colorScheme: "light" });
    assert.notEqual(await background(), dark);
  }));

async function fitsAndIsAccessible(page, screen) {
  assert.deepEqual(await accessibilityViolations(page), [], screen);
  assert.equal(await overflowsSideways(page), false, `${screen} is wider than the window`);
}
