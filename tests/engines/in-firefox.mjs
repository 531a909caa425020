// The tests of the page once more, in Firefox: what `cargo xtask test --heavy` runs beside the smoke. What Firefox's harness cannot do
// is listed, each with the reason: a test that fails and is not listed is a fault, and so is one that is listed and passes.

import { readdirSync } from "node:fs";
import { run } from "node:test";

/** What Firefox's harness cannot do, each with the beginnings of the titles of tests that rest on it. */
const DOWNLOADS = "BiDi tells of no downloads";
const MEDIA = "BiDi pretends no paper, no dark theme, no system colors, and no wish for less motion or more contrast";
const GAPS = [
  { why: "CDP alone kills a tab", tests: ["a tab that is killed loses nothing"] },
  { why: "BiDi turns no scripts off", tests: ["without scripts the page says what to do"] },
  { why: "the driver lets a page from a disk load what lies beside it, so that it works", tests: ["opened from a disk the page says what to do"] },
  { why: "BiDi tells once of the files that a field asks for", tests: ["a link is pasted as a mail left it"] },
  { why: "BiDi lets nothing read the clipboard", tests: ["copying says so in front of what is open"] },
  { why: "CDP alone makes a machine slow", tests: ["another tenant that is opened beside a lesson has its own address"] },
  {
    why: DOWNLOADS,
    tests: [
      "a full storage is said at once",
      "what cannot be read is said",
      "what stops the page twice is not opened a third time",
      "a tenant is saved as a file and opened again",
      "a lesson that there is becomes one's own",
      "clicks are written down as Graph requests",
      "a long answer is shown in part and saved whole",
      "the console and its scripts speak Dutch",
      "a tenant that is downloaded and imported again is the same",
      "a file of 200 MB and 100,000 users is read",
      "what is handed in is checked elsewhere",
      "a table is saved as it is shown",
      "many users are created, found, added to a group and downloaded",
    ],
  },
  {
    why: MEDIA,
    tests: [
      "with reduced motion the act is the same",
      "in the system's own colors everything is still told apart",
      "who asks for less motion gets none",
      "who asks for more contrast gets seven to one",
      "the page follows the system's color scheme",
      "what a step changed is marked for a moment",
      "it moves nothing where motion is reduced",
      "every screen and an explanation can be printed",
      "a handout has no answers",
      "the error codes are on one page",
    ],
  },
  { why: "behind the page's end Tab leads to the browser's own bars, and no key back", tests: ["build, process, explain and fix"] },
  { why: "BiDi scrolls no part of a drawing into view", tests: ["above two hundred users it goes by groups"] },
].flatMap(({ why, tests }) => tests.map((test) => ({ test, why })));

const [concurrency] = process.argv.slice(2);
const files = readdirSync("tests/browser").filter((name) => name.endsWith(".test.mjs")).map((name) => `tests/browser/${name}`);
process.env.LAB_ENGINE = "firefox";

const gapOf = ({ name }) => GAPS.find(({ test }) => name.startsWith(test));
const passed = [];
const failed = [];
const faults = [];
for await (const { type, data } of run({ files, concurrency: Number(concurrency) || 1 })) {
  // What a file or a group comes to follows from its tests.
  if (data?.details?.type === "suite" || data?.name?.endsWith(".test.mjs")) continue;
  if (type === "test:pass" && data.skip === undefined) passed.push(data);
  if (type !== "test:fail") continue;
  failed.push(data);
  if (gapOf(data)) continue;
  faults.push(data);
  const { cause } = data.details.error;
  console.log(`FAILED in Firefox: ${data.name} (${data.file})\n${String(cause?.stack ?? cause ?? data.details.error).slice(0, 1_000)}\n`);
}

const closed = GAPS.filter((gap) => !failed.some(({ name }) => name.startsWith(gap.test)));
for (const { test } of closed) console.log(`not a gap any more: ${test}`);
console.log(`in Firefox: ${passed.length} passed, ${failed.length - faults.length} of the harness's gaps, ${faults.length} failed`);
process.exit(faults.length + closed.length > 0 ? 1 : 0);
