// Has the page in a folder know its release: `<folder> <source of the worker> <profile>`. Beside one that is built for
// release it puts the worker that keeps all of it for when there is no network.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { transformSync } from "esbuild";

const [folder, source, profile] = process.argv.slice(-3);
/** What is for those who find the page, and not for the page. */
const NOT_KEPT = ["open-graph.png", "llms.txt", "worker.js"];

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((name) => !NOT_KEPT.includes(name))
  .sort();
const read = (name) => readFileSync(join(folder, name));
const digest = (bytes, form) => createHash("sha256").update(bytes).digest(form);
const worker = readFileSync(source, "utf8");

// What a release is: everything that is in it, the worker as well.
const release = digest(files.map((name) => `${name} ${digest(read(name), "hex")}\n`).join("") + worker, "hex").slice(0, 16);
const html = read("index.html").toString();
const marked = html.replace("</head>", `<meta name="release" content="${release}"></head>`);
if (marked === html) throw new Error("the page has no end of its head");
writeFileSync(join(folder, "index.html"), marked);

if (profile !== "release") process.exit();
const digests = Object.fromEntries(files.map((name) => [name, `sha256-${digest(read(name), "base64")}`]));
const constants = `const RELEASE=${JSON.stringify(release)},FILES=${JSON.stringify(digests)};`;
writeFileSync(join(folder, "worker.js"), `${constants}\n${transformSync(worker, { minify: true, charset: "utf8" }).code}`);
