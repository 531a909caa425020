import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// An element of a view whose tags, attributes and texts are all literals is given to the browser as a string of
// markup, which the page's policy refuses. In braces, `<i class={"dot"}></i>`, one of them is no literal any more.
test("no view holds markup that the policy would refuse", () => {
  const module = readdirSync("dist").find((name) => name.endsWith(".wasm"));
  const text = readFileSync(`dist/${module}`, "latin1");
  const elements = [...text.matchAll(/<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>[^{}\0]{0,500}?<\/\1>/g)];
  assert.deepEqual(elements.map(([markup]) => markup), []);
});
