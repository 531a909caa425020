import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
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
