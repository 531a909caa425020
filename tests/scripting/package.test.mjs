// The package as a whole: what is in it, how it loads, and whether its declarations are true.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/browser.mjs";
import { serve } from "../browser/server.mjs";
import { FOLDER, Lab, install } from "./package.mjs";

const read = (name) => readFileSync(new URL(name, FOLDER), "utf8");
const manifest = JSON.parse(read("package.json"));

/** What wasm-bindgen adds to every class, to free its memory before the garbage collector does. */
const OWN = ["constructor", "free", "__destroy_into_raw"];

const METHODS = [
  "addContact",
  "addServicePlan",
  "advance",
  "deleteContact",
  "diff",
  "explain",
  "graph",
  "link",
  "preview",
  "redo",
  "repairs",
  "reprocessGroup",
  "scenario",
  "setAddresses",
  "setRules",
  "setUnits",
  "settle",
  "step",
  "undo",
  "updateContact",
];

test("the manifest says what the contract asks for, and every file that it names is there", () => {
  const { version } = /^version = "(?<version>.+)"$/m.exec(
    readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"),
  ).groups;
  assert.equal(manifest.version, version);
  assert.equal(manifest.license, "MIT OR Apache-2.0");
  assert.equal(manifest.type, "module");
  const conditions = manifest.exports["."];
  assert.deepEqual(Object.keys(conditions), ["types", "node", "browser", "default"]);
  const named = [...manifest.files, manifest.types, ...Object.values(conditions)];
  for (const name of named) assert.ok(existsSync(new URL(name, FOLDER)), name);
  // npm adds these two whether or not they are listed.
  assert.deepEqual(readdirSync(FOLDER).sort(), [...manifest.files, "README.md", "package.json"].sort());
});

test("the licenses of others whose work is in it stand in it as they ask for", () => {
  const notices = read("third-party.txt");
  for (const name of ["serde_json", "wasm-bindgen"]) assert.match(notices, new RegExp(`^${name} [0-9.]+ \\(MIT OR Apache-2.0\\).*: \\[\\d+\\]`, "m"));
  assert.match(notices, /Permission is hereby granted, free of charge/);
  assert.match(notices, /Apache License\s+Version 2.0/);
});

test("nothing in it names the machine that made it", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  for (const name of readdirSync(FOLDER)) {
    const bytes = readFileSync(new URL(name, FOLDER));
    for (const place of [root, process.env.HOME ?? root]) assert.equal(bytes.includes(`${place}/`), false, `${name}: ${place}`);
  }
});

test("the class has the methods of the contract, and no other", () => {
  const names = Object.getOwnPropertyNames(Lab.prototype).filter((name) => !OWN.includes(name));
  assert.deepEqual(names.sort(), METHODS);
  assert.deepEqual(["fromScenario", "fromLink"].map((name) => typeof Lab[name]), ["function", "function"]);
});

test("the declarations name the same methods", () => {
  const [body] = /export class Lab \{[^]*?^\}/m.exec(read("licensing-lab.d.ts"));
  const names = [...body.matchAll(/^  (?:undo\(\): boolean; |static )?([a-zA-Z]+)\(/gm)].map(([, name]) => name);
  assert.deepEqual([...names, "undo"].sort(), [...METHODS, "constructor", "fromLink", "fromScenario"].sort());
});

test("the declarations hold for TypeScript", () => {
  const file = install("types.ts", readFileSync(new URL("types.ts", import.meta.url)));
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--noEmit", "--strict", "--target", "es2022", "--types", "null", "--module", module];
    const run = () =>
      execFileSync(process.execPath, [compiler, ...options, "--moduleResolution", resolution, file], { encoding: "utf8" });
    assert.doesNotThrow(run, (error) => assert.fail(error.stdout));
  }
});

test("the entry for bundlers and pages needs nothing of Node and reads no file", async () => {
  for (const name of ["browser.js", "embedded.js", "licensing-lab.js"]) {
    assert.doesNotMatch(read(name).slice(0, 20_000), /node:|require\(|import\.meta/, name);
  }
  const { Lab: Other } = await import(new URL("browser.js", FOLDER));
  assert.notEqual(Other, undefined);
  assert.equal(new Other().setUnits("ENTERPRISEPACK", 1), new Lab().setUnits("ENTERPRISEPACK", 1));
});

describe("in a page", () => {
  let browser;
  let server;

  before(async () => {
    [browser, server] = [await launch(), await serve(fileURLToPath(FOLDER))];
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("it loads and answers, also under a strict policy", async () => {
    const page = await browser.newPage();
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    await page.route(`${server.url}page.html`, (route) =>
      route.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy }, body: "<title>page</title>" }),
    );
    await page.goto(`${server.url}page.html`);
    const answer = await page.evaluate(async () => {
      const { Lab } = await import("./browser.js");
      const lab = new Lab();
      lab.setUnits("ENTERPRISEPACK", 3);
      return lab.graph({ method: "GET", url: "/subscribedSkus?$select=skuPartNumber,prepaidUnits" }).body.value[0];
    });
    assert.equal(answer.skuPartNumber, "ENTERPRISEPACK");
    assert.equal(answer.prepaidUnits.enabled, 3);
  });
});
