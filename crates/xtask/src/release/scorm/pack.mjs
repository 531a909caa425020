// Writes the built page as a SCORM 1.2 package: `<folder of the page> <file> <lesson, track, or all>`.
//
// The package is one unit: a page that speaks to the learning platform (unit.js), with the lab in a frame in it. What the
// unit knows of a lesson it hears by the messages of docs/embedding.md.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";

const [folder, target, wanted] = process.argv.slice(-3);
const HERE = new URL("./", import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

const order = readFileSync("lessons/order.txt", "utf8").trim().split("\n");
const lessons = order.filter((id) => wanted === "all" || id === wanted || json(`lessons/${id}.json`).track === wanted);
if (lessons.length === 0) throw new Error(`\`${wanted}\` is no lesson, no track, and not \`all\``);
const titles = (id) => ({ en: json(`lessons/en/${id}.json`).title, nl: json(`lessons/nl/${id}.json`).title });
const course = lessons.map((id) => ({ id, titles: titles(id) }));
const title = course.length === 1 ? course[0].titles.en : "Licensing Lab";

const files = new Map();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  files.set(`lab/${path.slice(folder.length + 1).replaceAll("\\", "/")}`, readFileSync(path));
}
for (const name of ["unit.html", "unit.js", "unit.css"]) files.set(name, readFileSync(new URL(name, HERE)));
files.set("lessons.js", Buffer.from(`export const LESSONS = ${JSON.stringify(course)};\n`));

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const names = [...files.keys()].sort();
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="licensing-lab-${escaped(wanted)}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>
      <item identifier="item" identifierref="unit">
        <title>${escaped(title)}</title>
        <adlcp:masteryscore>100</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="unit" type="webcontent" adlcp:scormtype="sco" href="unit.html">
${names.map((name) => `      <file href="${escaped(encodeURI(name))}"/>`).join("\n")}
    </resource>
  </resources>
</manifest>
`;
files.set("imsmanifest.xml", Buffer.from(manifest));

/** The table of the checksum that zip files have. */
const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
const checksum = (bytes) => (bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A zip file of these files, the same for the same files: every date is the first that a zip file knows. */
function zip(files) {
  const [local, central] = [[], []];
  let at = 0;
  for (const [name, bytes] of files) {
    const [path, packed] = [Buffer.from(name), deflateRawSync(bytes, { level: 9 })];
    // Version 2.0, names in UTF-8, deflated, 1 January 1980.
    const common = Buffer.alloc(26);
    for (const [offset, value] of [[0, 20], [2, 0x800], [4, 8], [6, 0], [8, 33]]) common.writeUInt16LE(value, offset);
    for (const [offset, value] of [[10, checksum(bytes)], [14, packed.length], [18, bytes.length]]) common.writeUInt32LE(value, offset);
    common.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    local.push(Buffer.from("PK\x03\x04", "latin1"), common, path, packed);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, tail, path);
    at += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

mkdirSync(dirname(target), { recursive: true });
const bytes = zip(files);
writeFileSync(target, bytes);
console.log(`${target}: ${bytes.length} bytes, ${files.size} files, ${lessons.length} lessons`);
