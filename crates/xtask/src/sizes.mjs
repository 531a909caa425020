import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[1];
const row = (name, raw, sent) => console.log(`${raw.toString().padStart(9)} ${sent.toString().padStart(9)}  ${name}`);

row("file", "raw", "brotli");
let raw = 0;
let sent = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = readFileSync(path);
  const packed = brotliCompressSync(bytes).length;
  row(path, bytes.length, packed);
  raw += bytes.length;
  sent += packed;
}
row("all", raw, sent);
