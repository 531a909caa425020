// Finishes a folder of files to be published: `<folder> <version>`. Adds what changed, and the digests of all files.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, version] = process.argv.slice(-2);
const parts = readFileSync("CHANGELOG.md", "utf8").split(/^## /m).slice(1);
const part = parts.find((it) => it.startsWith(`${version} `)) ?? parts.find((it) => it.startsWith("Unreleased"));
if (!part) throw new Error(`CHANGELOG.md says nothing of ${version}`);
const sums = readdirSync(folder)
  .sort()
  .map((name) => `${createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")}  ${name}\n`);
writeFileSync(join(folder, "SHA256SUMS"), sums.join(""));
writeFileSync(join(folder, "CHANGES.md"), part.slice(part.indexOf("\n")).trim() + "\n");
process.stdout.write(sums.join(""));
