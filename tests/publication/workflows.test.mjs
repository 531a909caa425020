// What GitHub reads of the repository: it cannot run here, so its form is checked by GitHub's own parser, and that it calls
// what is there.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildSync } from "esbuild";
import { parseDocument } from "yaml";

// Node imports no JSON as the parser writes it; in one file it is no import any more.
const folder = mkdtempSync(join(tmpdir(), "workflow-parser-"));
const parser = join(folder, "parser.cjs");
const contents = 'export { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";';
buildSync({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, format: "cjs", platform: "node", outfile: parser });
const { NoOperationTraceWriter, parseWorkflow } = createRequire(import.meta.url)(parser);
after(() => rmSync(folder, { recursive: true }));

const faults = (name, content) =>
  parseWorkflow({ name, content }, new NoOperationTraceWriter()).context.errors.getErrors().map((error) => error.message);

const WORKFLOWS = ".github/workflows";
const workflows = readdirSync(WORKFLOWS);

test("the workflows are what GitHub takes", () => {
  assert.deepEqual(workflows.sort(), ["pages.yml", "release.yml", "test.yml"]);
  for (const name of workflows) assert.deepEqual(faults(name, readFileSync(join(WORKFLOWS, name), "utf8")), []);
  assert.notDeepEqual(faults("wrong.yml", "on: push\njobs:\n  one:\n    run-on: ubuntu-latest\n"), [], "the check finds faults");
});

test("the workflows call commands that there are", () => {
  const known = new Set([...readFileSync("crates/xtask/src/main.rs", "utf8").matchAll(/^ {8}"([a-z-]+)" =>/gm)].map(([, name]) => name));
  assert.ok(known.has("test"));
  for (const name of workflows) {
    const text = readFileSync(join(WORKFLOWS, name), "utf8");
    for (const [, command] of text.matchAll(/cargo xtask ([a-z-]+)/g)) assert.ok(known.has(command), `${name}: ${command}`);
  }
});

test("the forms for issues are what GitHub takes", () => {
  const forms = readdirSync(".github/ISSUE_TEMPLATE").filter((name) => name !== "config.yml");
  assert.deepEqual(forms.sort(), ["bug.yml", "wrong-rule.yml"]);
  for (const name of forms) {
    const document = parseDocument(readFileSync(`.github/ISSUE_TEMPLATE/${name}`, "utf8"));
    assert.deepEqual(document.errors, [], name);
    const form = document.toJS();
    for (const key of Object.keys(form)) assert.ok(["name", "description", "title", "labels", "body"].includes(key), `${name}: ${key}`);
    assert.ok(form.name && form.description && form.body.length > 0, name);
    const ids = form.body.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, name);
    for (const { type, id, attributes } of form.body) {
      assert.ok(["checkboxes", "dropdown", "input", "markdown", "textarea"].includes(type), `${name}: ${type}`);
      assert.match(id, /^[a-z-]+$/, name);
      assert.ok(attributes.label, `${name}: ${id}`);
    }
  }
});

test("the changelog begins with what is not released yet, and names this version or comes before its first", () => {
  const changes = readFileSync("CHANGELOG.md", "utf8");
  assert.match(changes, /^# Changes\n[^#]+\n## (Unreleased|\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\))\n/);
});
