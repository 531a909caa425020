// What others show of the page: its description, its icons, the picture beside a link to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const html = readFileSync("index.html", "utf8");
/** What lies beside the page, as its build has it. */
const beside = readFileSync("crates/xtask/src/page/site.rs", "utf8");
const content = (name) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]+)">`).exec(html)?.[1];
const manifest = JSON.parse(readFileSync("web/manifest.webmanifest", "utf8"));

/** The size of a picture, from its own head. */
function sizeOf(name) {
  const bytes = readFileSync(`web/pictures/${name}`);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG", name);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

test("the page says what it is, in one sentence everywhere", () => {
  const description = content("description");
  assert.ok(description.length > 50 && description.length < 160);
  assert.equal(content("og:description"), description);
  assert.equal(manifest.description, description);
  assert.equal(content("og:title"), manifest.name);
});

test("the icons are as large as the manifest says, and are published", () => {
  for (const { src, sizes, type } of manifest.icons) {
    assert.equal(type, "image/png");
    assert.equal(sizeOf(src), sizes, src);
    assert.ok(beside.includes(`"web/pictures/${src}"`), src);
  }
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
});

test("the picture beside a link is as large as those who show it want it", () => {
  assert.equal(content("og:image"), "open-graph.png");
  assert.ok(beside.includes('"web/pictures/open-graph.png"'));
  assert.equal(sizeOf("open-graph.png"), "1200x630");
});

test("nothing that the page names leads out of its folder", () => {
  for (const address of [manifest.id, manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }) => src)]) assert.doesNotMatch(address, /^\/|:|\.\.\//);
});
