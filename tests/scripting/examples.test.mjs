// The document's examples run as they stand, and print what the document says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { examples } from "./examples.mjs";
import { install } from "./package.mjs";

test("there are six examples", () => assert.equal(examples().length, 6));

for (const [at, { title, script, output }] of examples().entries()) {
  test(title, () => {
    const file = install(`example-${at + 1}.mjs`, script);
    assert.equal(execFileSync(process.execPath, [file], { encoding: "utf8" }), output);
  });
}
