// What of others is linked into a crate, from Cargo's own account: `notices <crate>` writes their licenses, as these ask
// for; `sbom <crate>` writes a bill of materials (CycloneDX 1.5); `check <crate>` looks at licenses, origins and doubles. The
// result goes to standard output.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licenses that ask for no more than being named: cargo-deny's list. */
const LICENSES = [...readFileSync("deny.toml", "utf8").match(/^allow = \[([^\]]*)\]/m)[1].matchAll(/"([^"]+)"/g)].map(([, name]) => name);
const ORIGIN = "registry+https://github.com/rust-lang/crates.io-index";
/** Crates of which two versions are linked, and who needs the older one. */
const DOUBLES = { "embedded-io": "postcard", hashbrown: "indexmap, of the lists of JSON", thiserror: "gloo-net, below Leptos" };

const [job, root] = process.argv.slice(-2);

const metadata = JSON.parse(
  execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"], { maxBuffer: 1 << 28 }),
);
const packages = new Map(metadata.packages.map((it) => [it.id, it]));
const nodes = new Map(metadata.resolve.nodes.map((it) => [it.id, it]));

/** Every crate whose code is linked into `root`: what only builds it, and macros, leave nothing of themselves. */
function linked() {
  const start = metadata.packages.find((it) => it.name === root);
  const found = new Set([start.id]);
  for (const id of found) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      const isMacro = packages.get(pkg).targets.some((target) => target.kind.includes("proc-macro"));
      if (!isMacro && kinds.some(({ kind }) => kind === null)) found.add(pkg);
    }
  }
  const all = [...found].map((id) => packages.get(id));
  return all.sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
}

/** The MIT license, for works that bring no file of it: whose they are stands beside their name. */
const MIT = `Copyright (c) the authors who are named above

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const isOurs = (it) => it.source === null;

/** Whether one of the licenses between which `or` leaves the choice is allowed; `and` asks for both. */
function isAllowed(license) {
  if (!license) return false;
  const choices = license.replaceAll("/", " OR ").replaceAll(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((one) => LICENSES.includes(one.trim())));
}

function notices() {
  const others = linked().filter((it) => !isOurs(it));
  const texts = new Map();
  const lines = [];
  for (const it of others) {
    const folder = dirname(it.manifest_path);
    const files = readdirSync(folder).filter((name) => /^(license|licence|copying|notice|unlicense)/i.test(name)).sort();
    const own = files.map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
    if (own.length === 0) {
      if (!/\bMIT\b/.test(it.license)) throw new Error(`${it.name} ${it.version} brings no text of its license, ${it.license}`);
      own.push(MIT);
    }
    const numbers = own.map((text) => {
      if (!texts.has(text)) texts.set(text, texts.size + 1);
      return texts.get(text);
    });
    const authors = it.authors.map((author) => author.replace(/ <.*>/, "")).join(", ");
    lines.push(`${it.name} ${it.version} (${it.license})${authors && `, by ${authors}`}: ${numbers.map((number) => `[${number}]`).join(" ")}`);
  }
  const head = "Licensing Lab is licensed under the Apache License, Version 2.0, or the MIT license, at your option. These works of others are in\nthe page; the numbers lead to the texts below.\n";
  const bodies = [...texts].map(([text, number]) => `[${number}]\n\n${text}\n`);
  return [head, lines.join("\n"), "", ...bodies].join("\n\n");
}

function sbom() {
  const all = linked();
  const purl = (it) => `pkg:cargo/${it.name}@${it.version}`;
  const checksums = new Map();
  for (const [, name, version, checksum] of readFileSync("Cargo.lock", "utf8").matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g)) {
    checksums.set(`${name}@${version}`, checksum);
  }
  const component = (it) => ({
    type: "library",
    "bom-ref": purl(it),
    name: it.name,
    version: it.version,
    purl: purl(it),
    ...(it.license && { licenses: [{ expression: it.license.replaceAll("/", " OR ") }] }),
    ...(checksums.has(`${it.name}@${it.version}`) && { hashes: [{ alg: "SHA-256", content: checksums.get(`${it.name}@${it.version}`) }] }),
    ...(it.repository && { externalReferences: [{ type: "vcs", url: it.repository }] }),
  });
  const main = all.find((it) => it.name === root);
  const ids = new Map(all.map((it) => [it.id, it]));
  const dependencies = all.map((it) => ({
    ref: purl(it),
    dependsOn: nodes.get(it.id).deps.filter(({ pkg }) => ids.has(pkg)).map(({ pkg }) => purl(ids.get(pkg))).sort(),
  }));
  const components = all.filter((it) => it !== main).map(component);
  const bom = { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component: { ...component(main), type: "application" } }, components, dependencies };
  // The same materials have the same number.
  const hash = createHash("sha256").update(JSON.stringify(bom)).digest("hex");
  const serialNumber = `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return `${JSON.stringify({ ...bom, serialNumber }, null, 2)}\n`;
}

function check() {
  const others = linked().filter((it) => !isOurs(it));
  const faults = [];
  for (const it of others) {
    if (!isAllowed(it.license)) faults.push(`${it.name} ${it.version} is under ${it.license ?? "no license that it names"}`);
    if (it.source !== ORIGIN) faults.push(`${it.name} ${it.version} comes from ${it.source}`);
  }
  for (const name of new Set(others.map((it) => it.name))) {
    const versions = others.filter((it) => it.name === name).map((it) => it.version);
    if (versions.length > 1 && !(name in DOUBLES)) faults.push(`${name} is linked ${versions.length} times: ${versions.join(", ")}`);
    if (versions.length === 1 && name in DOUBLES) faults.push(`${name} is linked once: it is no double any more`);
  }
  if (faults.length > 0) {
    process.stderr.write(`${faults.join("\n")}\n`);
    process.exit(1);
  }
  return `${others.length} crates of others are linked; their licenses and origins are as they must be\n`;
}

process.stdout.write({ notices, sbom, check }[job]());
