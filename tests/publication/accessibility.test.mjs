// What docs/accessibility.md says of each criterion rests on tests that exist.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const report = readFileSync("docs/accessibility.md", "utf8");
const rows = [...report.matchAll(/^\| (\d+\.\d+\.\d+) (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, number, name, verdict, shown]) => ({ number, name, verdict, shown }));

/** WCAG 2.2, levels A and AA; 4.1.1 is no criterion any more. */
const CRITERIA = {
  "1.1": [1], "1.2": [1, 2, 3, 4, 5], "1.3": [1, 2, 3, 4, 5], "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
  "2.1": [1, 2, 4], "2.2": [1, 2], "2.3": [1], "2.4": [1, 2, 3, 4, 5, 6, 7, 11], "2.5": [1, 2, 3, 4, 7, 8],
  "3.1": [1, 2], "3.2": [1, 2, 3, 4, 6], "3.3": [1, 2, 3, 4, 7, 8], "4.1": [2, 3],
};

test("every criterion has one verdict", () => {
  const all = Object.entries(CRITERIA).flatMap(([guideline, last]) => last.map((number) => `${guideline}.${number}`));
  assert.equal(all.length, 55);
  assert.deepEqual(rows.map(({ number }) => number).sort(), all.sort());
  for (const { number, verdict } of rows) assert.ok(["supports", "partially supports", "does not support", "not applicable"].includes(verdict), `${number}: ${verdict}`);
});

test("every verdict names the tests that show it, and they exist", () => {
  for (const { number, verdict, shown } of rows) {
    if (verdict === "not applicable") continue;
    let named = 0;
    let source = "";
    for (const [, file, title] of shown.matchAll(/`([a-z-]+\.test\.mjs)`|\*([^*]+)\*/g)) {
      if (file) {
        const path = ["browser", "engines"].map((folder) => `tests/${folder}/${file}`).find(existsSync);
        assert.ok(path, `${number}: there is no ${file}`);
        source = readFileSync(path, "utf8");
      } else {
        // One of several for each language, say, has that behind its title.
        const isThere = source.includes(`"${title}"`) || source.includes(`\`${title} (\${`);
        assert.ok(isThere, `${number}: no test is called "${title}"`);
        named += 1;
      }
    }
    assert.ok(named > 0, `${number} names no test`);
  }
});
