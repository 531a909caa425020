// Prints the size of every file of a folder, and of a page what its first load takes.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** What a first load may take, in bytes as a host sends them. */
const MOST = 300_000;

const folder = process.argv[1];
const row = (name, raw, sent) => console.log(`${raw.toString().padStart(9)} ${sent.toString().padStart(9)}  ${name}`);

row("file", "raw", "brotli");
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort()
  .map((path) => {
    const bytes = readFileSync(path);
    const name = relative(folder, path).split(sep).join("/");
    return { path, name, raw: bytes.length, sent: brotliCompressSync(bytes).length };
  });
for (const { path, raw, sent } of files) row(path, raw, sent);
const sum = (list, size) => list.reduce((all, file) => all + file[size], 0);
row("all", sum(files, "raw"), sum(files, "sent"));

const page = files.find(({ name }) => name === "index.html");
if (page) {
  // What the page names itself is fetched before anything is asked of it; the rest when somebody goes there.
  const html = readFileSync(page.path, "utf8");
  const first = files.filter((file) => file === page || html.includes(`./${file.name}`));
  row("first load", sum(first, "raw"), sum(first, "sent"));
  const word = sum(first, "sent") <= MOST ? "within" : "ABOVE";
  console.log(`the first load is ${word} ${MOST} bytes`);
}
