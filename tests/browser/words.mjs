// The page's words as the page has them, in either language: the same files that it is built from.

import { readFileSync, readdirSync } from "node:fs";

const TEXTS = "crates/licensing-wording/texts";

/** Every text of a language by its key, as it stands in the files. */
function read(language) {
  const texts = new Map();
  for (const file of readdirSync(`${TEXTS}/${language}`)) {
    let key;
    for (const line of readFileSync(`${TEXTS}/${language}/${file}`, "utf8").split("\n")) {
      const begins = /^([a-z][\w-]*) = ?(.*)$/.exec(line);
      if (begins) {
        key = begins[1];
        texts.set(key, begins[2]);
      } else if (key && /^\s+\S|^}/.test(line)) {
        texts.set(key, `${texts.get(key)}\n${line.trim()}`);
      } else {
        key = undefined;
      }
    }
  }
  return texts;
}

const LANGUAGES = { en: read("en"), nl: read("nl") };

/** The text of a key. Where it has arguments, they are put in; a number chooses between one and many. */
export function words(language, key, args = {}) {
  const text = LANGUAGES[language].get(key);
  if (text === undefined) throw new Error(`there is no text ${key}`);
  const chosen = text.replace(/\{ \$(\w+) ->\n([\s\S]*?)\n\}/g, (_, name, variants) => {
    const found = [...variants.matchAll(/\[(\w+)\] (.*)/g)];
    return (found.find(([, variant]) => variant === (args[name] === 1 ? "one" : "other")) ?? found.at(-1))[2];
  });
  const filled = chosen.replace(/\{ (?:NUMBER\()?\$(\w+)\)? \}/g, (_, name) => {
    const value = args[name];
    return typeof value === "number" ? value.toLocaleString(language) : String(value);
  });
  // Lines that are continued are one sentence; a blank in braces is kept at an edge.
  return filled.replaceAll("\n", " ").replaceAll('{ " " }', " ").trim();
}
