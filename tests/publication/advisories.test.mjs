// Known faults of crates are told from what was mended, whatever way a range is written in.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { isIn } from "../../crates/xtask/src/others/advisories.mjs";

test("ranges of versions mean what Cargo means by them", () => {
  const all = ["0.1.9", "0.2.0", "0.2.7", "1.0.0-rc.1", "1.0.0", "1.4.2", "2.0.0"];
  const are = (range) => all.filter((version) => isIn(range, version)).join(" ");
  assert.equal(are(">= 0.2.7"), "0.2.7 1.0.0-rc.1 1.0.0 1.4.2 2.0.0");
  assert.equal(are("< 0.2.0"), "0.1.9");
  assert.equal(are(">= 0.2.0, < 1.0.0"), "0.2.0 0.2.7 1.0.0-rc.1");
  assert.equal(are("^0.2.1"), "0.2.7");
  assert.equal(are("^1"), "1.0.0 1.4.2");
  assert.equal(are("~1.0"), "1.0.0");
  assert.equal(are("= 1.4.2"), "1.4.2");
  assert.equal(are("> 1.0.0"), "1.4.2 2.0.0");
});

test("a version with a known fault is found", () => {
  const folder = mkdtempSync(join(tmpdir(), "advisories-"));
  const check = () => execFileSync("node", [resolve("crates/xtask/src/others/advisories.mjs"), "check"], { cwd: folder, encoding: "utf8" });
  try {
    for (const name of ["Cargo.lock", "advisories.tsv"]) cpSync(name, join(folder, name));
    assert.match(check(), / 0 in these versions/);
    const lock = readFileSync("Cargo.lock", "utf8").replace(/(name = "smallvec"\nversion = )".+"/, '$1"1.6.0"');
    writeFileSync(join(folder, "Cargo.lock"), lock);
    assert.throws(check, ({ stdout }) => stdout.includes("RUSTSEC-2021-0003: smallvec 1.6.0"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
