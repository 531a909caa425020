// Writes a file as a script: compressed, as text. Bundlers and pages take it without knowing what it is.

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [from, to] = process.argv.slice(1);
const packed = gzipSync(readFileSync(from), { level: 9 });
// The header says on which system it was made: the same module gives the same script everywhere.
packed[9] = 255;
writeFileSync(to, `export default "${packed.toString("base64")}";\n`);
