// Visits for a file of tests: one host and one browser for all of them, a tab of its own for each.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, visit } from "./browser.mjs";
import { LabPage } from "./page.mjs";
import { serve } from "./server.mjs";

export const DESKTOP = { width: 1280, height: 800 };
/** A desktop with a wide window. */
export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** How often something is repeated: in an ordinary run, and with `--heavy`. */
export const times = (ordinary, heavy) => (process.env.LAB_HEAVY ? heavy : ordinary);

const LOCALES = { en: "en-US", nl: "nl-NL" };

/** For a file of tests: a host that serves the page below `path`, and a browser; both are there as soon as tests run. */
export function hosted(path = "/some/where/", engine = undefined) {
  const shared = {};
  before(async () => {
    // Two folders deep: a URL that is not relative leads out of them, to nothing.
    shared.host = await serve("dist", path);
    shared.browser = await launch(engine);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.host?.close();
  });
  return shared;
}

/**
 * Offers `visitLab(options, steps)` to a file: it opens the page in `options.language` (English if none is given), at
 * `options.address`, and lets the steps happen: on Microsoft's example, with which a first visit opens, with
 * `options.isExample`, else on the sample with five errors. Whatever the steps are,
 * nothing may go wrong behind them. `visitLab.shared` has the host and the browser, which is of `engine`.
 */
export function visits(engine) {
  const shared = hosted(undefined, engine);
  async function visitLab({ language = "en", address = "", isExample = false, ...options }, steps) {
    const url = shared.host.url + address;
    const locale = LOCALES[language];
    const { context, page, problems } = await visit(shared.browser, url, { viewport: DESKTOP, locale, ...options });
    const lab = new LabPage(page, language);
    // What comes after the first view is there: leaving earlier would be a request that failed.
    await lab.complete();
    // A first visit opens with the example; most tests need a tenant in which more is wrong.
    if (!isExample && !address) await lab.openSample(lab.word("sample-five-errors"));
    await steps(lab, page);
    await context.close();
    assert.deepEqual(problems, []);
  }
  visitLab.shared = shared;
  return visitLab;
}
