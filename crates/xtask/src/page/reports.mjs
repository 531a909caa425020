// Puts reports of the documentation beside the page, as pages that need nothing else: `<folder of the page> <report>…`.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [folder, ...reports] = process.argv.slice(1);

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid GrayText;padding:.3rem .6rem;text-align:start;vertical-align:top}
.wide{overflow-x:auto}code{overflow-wrap:anywhere}td:not(:first-child){overflow-wrap:anywhere}`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The marks within a line. What a link leads to is in the repository, not beside the page. */
function inline(text) {
  return escaped(text)
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/\*([^*]+)\*/g, "<em>$1</em>");
}

const cells = (line) => line.slice(1, -1).split("|").map((cell) => inline(cell.trim()));
const row = (line, tag) => `<tr>${cells(line).map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;

/** A block of lines without an empty one: a heading, a table, a list or a paragraph. */
function block(lines) {
  const heading = /^(#+) (.*)$/.exec(lines[0]);
  if (heading) return [`<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`, ...(lines.length > 1 ? [block(lines.slice(1))] : [])].join("\n");
  if (lines[0].startsWith("|")) {
    return `<div class="wide" tabindex="0"><table><thead>${row(lines[0], "th")}</thead><tbody>${lines.slice(2).map((line) => row(line, "td")).join("\n")}</tbody></table></div>`;
  }
  if (lines[0].startsWith("- ")) {
    const points = lines.join(" ").slice(2).split(/ - (?=[A-Z*`"])/);
    return `<ul>${points.map((point) => `<li>${inline(point.replace(/\s+/g, " "))}</li>`).join("\n")}</ul>`;
  }
  if (lines[0].startsWith("```")) return `<pre><code>${escaped(lines.slice(1, -1).join("\n"))}</code></pre>`;
  return `<p>${inline(lines.join(" "))}</p>`;
}

for (const report of reports) {
  const text = readFileSync(report, "utf8").trim();
  const title = /^# (.*)$/m.exec(text)[1];
  const body = text.split(/\n\n+/).map((part) => block(part.split("\n"))).join("\n");
  const digest = createHash("sha256").update(STYLE).digest("base64");
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Licensing Lab</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
  writeFileSync(join(folder, `${basename(report, ".md")}.html`), page);
}
