// Tests of the page once more, in Firefox: what `cargo xtask test --heavy` runs beside the smoke. What Firefox's harness cannot do
// is listed, each with the reason: a test that fails and is not listed is a fault, and so is one that is listed and passes.

import { run } from "node:test";

/** The files that run in it; each was looked at, test by test. */
const FILES = ["keeping", "large", "offline"];

/** The beginnings of titles, with what Firefox's harness cannot do. */
const GAPS = [
  { test: "a tab that is killed loses nothing", why: "CDP alone kills a tab" },
  { test: "a full storage is said at once", why: "BiDi tells of no downloads" },
  { test: "what cannot be read is said", why: "BiDi tells of no downloads" },
  { test: "what stops the page twice is not opened a third time", why: "BiDi tells of no downloads" },
  { test: "a tenant is saved as a file and opened again", why: "BiDi tells of no downloads" },
];

const [concurrency] = process.argv.slice(2);
const files = FILES.map((name) => `tests/browser/${name}.test.mjs`);
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
