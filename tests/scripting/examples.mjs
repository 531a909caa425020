// The examples of docs/scripting.md, as they stand there.

import { readFileSync } from "node:fs";

const DOCUMENT = new URL("../../docs/scripting.md", import.meta.url);

/** Each example with its heading, its script and what it is said to print. */
export function examples() {
  const text = readFileSync(DOCUMENT, "utf8");
  const form = /^### (.+)\n+```js\n([^]*?)^```\n+```text\n([^]*?)^```$/gm;
  return [...text.matchAll(form)].map(([, title, script, output]) => ({ title, script, output }));
}
