// Visits for a file of tests: one host and one browser for all of them, a tab of its own for each.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, visit } from "./browser.mjs";
import { LabPage } from "./page.mjs";
import { serve } from "./server.mjs";

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const LOCALES = { en: "en-US", nl: "nl-NL" };

/**
 * Offers `visitLab(options, steps)` to a file: it opens the page in `options.language` (English if none is given) and
 * lets the steps happen. Whatever they are, nothing may go wrong behind them. `visitLab.shared` has the host and the
 * browser.
 */
export function visits() {
  const shared = {};
  before(async () => {
    // Two folders deep: a URL that is not relative leads out of them, to nothing.
    shared.host = await serve("dist", "/some/where/");
    shared.browser = await launch();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.host?.close();
  });
  async function visitLab({ language = "en", address = "", ...options }, steps) {
    const url = shared.host.url + address;
    const locale = LOCALES[language];
    const { context, page, problems } = await visit(shared.browser, url, { viewport: DESKTOP, locale, ...options });
    const lab = new LabPage(page, language);
    // What comes after the first view is there: leaving earlier would be a request that failed.
    await lab.complete();
    await steps(lab, page);
    await context.close();
    assert.deepEqual(problems, []);
  }
  visitLab.shared = shared;
  return visitLab;
}
