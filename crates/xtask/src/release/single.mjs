// Writes the built page as one file that opens by a double click: `<folder of the page> <file> <lesson>`. Where a lesson is
// named, the page begins with it.
//
// A page at a `file:` address may load nothing, not even what lies beside it. So everything is inside: the scripts as one,
// the styles as one, and what the page fetches as packed texts, which its `fetch` unpacks. Its policy lets nothing else run
// and nothing at all be loaded.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

const [folder, file, lesson] = process.argv.slice(-3);
const read = (name) => readFileSync(join(folder, name), "utf8");
/** Takes the one part of `text` that fits; a page that is written in another way is not guessed at. */
function take(text, pattern) {
  const found = [...text.matchAll(pattern)];
  if (found.length !== 1) throw new Error(`the page has ${found.length} of ${pattern}`);
  return [found[0], text.replace(found[0][0], "")];
}

let html = read("index.html");
let boot, script, module, first, later, icon;
[boot, html] = take(html, /<script src="\.\/(boot-[^"]+)" type="module"><\/script>/g);
[script, html] = take(html, /<link rel="modulepreload" href="\.\/([^"]+\/licensing-lab\.js)"[^>]*>/g);
[, html] = take(html, /<link rel="modulepreload" href="\.\/[^"]+\/__wasm_split\.js"[^>]*>/g);
[module, html] = take(html, /<link rel="preload" href="\.\/([^"]+\.wasm)"[^>]*>/g);
[first, html] = take(html, /<link rel="stylesheet" href="\.\/([^"]+)">/g);
[later, html] = take(html, /<meta name="later-styles" content="([^"]+)">/g);
[icon, html] = take(html, /<link rel="icon" href="\.\/([^"]+\.svg)"[^>]*>/g);
// What is for those who find the page on a host, and not in a file.
html = html.replaceAll(/<(?:link rel="(?:manifest|apple-touch-icon)"|meta (?:property="og:|name="(?:twitter:|release")))[^>]*>\s*/g, "");

// What may be fetched, by the last part of its address.
const taken = new Set(["index.html", boot[1], script[1], first[1], later[1], icon[1]]);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => [join(entry.parentPath ?? entry.path, entry.name), entry.name])
  .filter(([path, name]) => !taken.has(path.slice(folder.length + 1)) && /\.(wasm|bin|txt|ps1|html)$/.test(name));
const names = files.map(([, name]) => name);
if (new Set(names).size !== names.length) throw new Error("two files have the same name");

const BEGIN = lesson ? `if (!location.hash) history.replaceState(null, "", "#/lessons/${lesson}");` : "";
const FETCH = `
const TYPES = { wasm: "application/wasm", bin: "application/octet-stream", html: "text/html; charset=utf-8" };
const inside = (address) => document.getElementById("file:" + new URL(address, location.href).pathname.split("/").pop());
async function unpacked(element) {
  const packed = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const type = TYPES[element.id.split(".").pop()] ?? "text/plain; charset=utf-8";
  return new Response(await new Response(stream).arrayBuffer(), { headers: { "content-type": type } });
}
globalThis.fetch = async (asked) => {
  const element = inside(asked.url ?? asked);
  return element ? unpacked(element) : new Response(null, { status: 404 });
};
// A link to one of these files saves it.
addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  const element = link && !link.hash && !link.href.startsWith("blob:") && inside(link.href);
  if (!element) return;
  event.preventDefault();
  const save = document.createElement("a");
  save.href = URL.createObjectURL(await (await unpacked(element)).blob());
  save.download = element.id.slice("file:".length);
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 60_000);
});
`;

const start = read(boot[1]);
const imported = /await import\([^;]*?link\[rel="modulepreload"\][^;]*?\)\)/g;
const preloaded = /\w+\('link\[rel="preload"\]\[as="fetch"\]'\)|\w+\("link\[rel=\\"preload\\"\]\[as=\\"fetch\\"\]"\)/g;
for (const pattern of [imported, preloaded]) {
  if ([...start.matchAll(pattern)].length !== 1) throw new Error(`the script that starts the page has not one ${pattern}`);
}
const own = start.replace(imported, `await import(${JSON.stringify(`./${script[1]}`)})`).replace(preloaded, JSON.stringify(module[1]));
const { outputFiles } = buildSync({
  stdin: { contents: BEGIN + FETCH + own, resolveDir: folder },
  bundle: true,
  charset: "utf8",
  // One name for many imports is how the pieces reach each other.
  logLevel: "error",
  format: "esm",
  minify: true,
  write: false,
});
const scriptText = outputFiles[0].text.replaceAll("</script", "<\\/script");
const styleText = read(first[1]) + read(later[1]);
const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

let policy;
[policy, html] = take(html, /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/g);
const ownPolicy = policy[1]
  .replace("script-src 'self'", `script-src ${digest(scriptText)}`)
  .replace("style-src 'self'", `style-src ${digest(styleText)}`)
  .replace("img-src 'self'", "img-src data: blob:")
  .replace("connect-src 'self'", "connect-src 'none'")
  .replaceAll(/ (?:worker|manifest)-src 'self';/g, "")
  .replace("trusted-types worker", "trusted-types 'none'");
if (/'self'/.test(ownPolicy)) throw new Error(`the policy of the page is another than it was: ${ownPolicy}`);

// The policy comes before everything that it is about. Functions, since a dollar sign means something in a replacement.
html = html.replace('<meta charset="utf-8">', (head) => `${head}\n    <meta http-equiv="Content-Security-Policy" content="${ownPolicy}">`);
const image = `data:image/svg+xml;base64,${Buffer.from(read(icon[1])).toString("base64")}`;
html = html.replace("</head>", () => `<link rel="icon" href="${image}"><style>${styleText}</style></head>`);
const packed = files.map(([path, name]) => {
  const bytes = gzipSync(readFileSync(path), { level: 9 });
  // The header says on which system it was made: the same page gives the same file everywhere.
  bytes[9] = 255;
  return `<script type="application/gzip" id="file:${name}">${bytes.toString("base64")}</script>`;
});
html = html.replace("</body>", () => `${packed.join("\n")}\n<script type="module">${scriptText}</script></body>`);
writeFileSync(file, html.replaceAll(/\n\s*\n/g, "\n"));
console.log(`${file}: ${html.length} bytes, ${files.length} files inside`);
