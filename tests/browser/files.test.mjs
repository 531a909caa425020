// What must not be in the files of the built page.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { test } from "node:test";

const ELEMENT = /<([a-z][a-z0-9]*)(?: [a-z-]+(?:="[^"<>]*")?)*>[^{}\0]{0,500}?<\/\1>/g;

// An element of a view whose tags, attributes and texts are all literals is given to the browser as a string of
// markup, which the page's policy refuses. With one of them in braces, `<kbd>{"Esc"}</kbd>`, it is built by calls.
test("no view hands markup to the browser", () => {
  const modules = readdirSync("dist", { recursive: true }).filter((name) => name.endsWith(".wasm"));
  assert.ok(modules.length > 0);
  const found = modules.flatMap((name) => readFileSync(`dist/${name}`, "latin1").match(ELEMENT) ?? []);
  assert.deepEqual(found, []);
});

test("nothing in the page says on whose machine it was built", () => {
  const files = readdirSync("dist", { recursive: true }).filter((name) => statSync(`dist/${name}`).isFile());
  assert.ok(files.length > 0);
  const folders = [process.cwd(), homedir(), process.env.CARGO_HOME].filter(Boolean);
  for (const name of files) {
    const bytes = readFileSync(`dist/${name}`);
    for (const folder of folders) assert.equal(bytes.includes(`${folder}/`), false, `${name}: ${folder}`);
  }
});
