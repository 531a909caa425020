// Known faults of the crates in Cargo.lock, from a list that is kept in the repository where none can be fetched: `check` compares,
// `write <folder>` makes the list anew from a clone of https://github.com/rustsec/advisory-db.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const LIST = "advisories.tsv";

/** What is locked: names with their versions. */
function locked() {
  const found = new Map();
  for (const [, name, version] of readFileSync("Cargo.lock", "utf8").matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = /gm)) {
    found.set(name, [...(found.get(name) ?? []), version]);
  }
  return found;
}

/** The three numbers of a version; what stands behind them makes it an earlier one. */
function numbers(version) {
  const [plain] = version.split("+");
  const [numbers, early] = plain.split(/-(.*)/s);
  return [...numbers.split(".").map(Number), 0, 0].slice(0, 3).concat(early ? -1 : 0);
}

function compare(one, other) {
  const at = one.findIndex((number, at) => number !== other[at]);
  return at < 0 ? 0 : Math.sign(one[at] - other[at]);
}

/** The first version that `^` and `~` do not mean any more. */
function next([major, minor, patch], mark, given) {
  if (mark === "~") return given > 1 ? [major, minor + 1, 0, 0] : [major + 1, 0, 0, 0];
  if (major > 0 || given === 1) return [major + 1, 0, 0, 0];
  if (minor > 0 || given === 2) return [0, minor + 1, 0, 0];
  return [0, 0, patch + 1, 0];
}

/** Whether a version is one of those that `range` means: comparisons that all hold. */
export function isIn(range, version) {
  const own = numbers(version);
  return range.split(",").every((part) => {
    const [, mark, text] = /^\s*(>=|<=|>|<|=|\^|~)?\s*(\S+)\s*$/.exec(part);
    const bound = numbers(text);
    const order = compare(own, bound);
    switch (mark) {
      case ">=": return order >= 0;
      case "<=": return order <= 0;
      case ">": return order > 0;
      case "<": return order < 0;
      case "=": return order === 0;
      default: return order >= 0 && compare(own, next(bound, mark ?? "^", text.split(".").length)) < 0;
    }
  });
}

function write(folder) {
  const git = (...args) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  const crates = locked();
  const paths = git("ls-tree", "-r", "--name-only", "HEAD", "crates").trim().split("\n");
  const rows = paths
    .filter((path) => crates.has(path.split("/")[1]))
    .map((path) => {
      const text = git("show", `HEAD:${path}`);
      const [, head] = /```toml\n([^]*?)\n```/.exec(text);
      const value = (name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(head)?.[1] ?? "";
      const list = (name) => [...(new RegExp(`^${name} = \\[([^\\]]*)\\]`, "m").exec(head)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, range]) => range).join(" | ");
      const isWithdrawn = /^withdrawn = /m.test(head);
      return isWithdrawn ? [] : [[value("id"), value("package"), value("informational") || "vulnerability", list("patched"), list("unaffected"), /^# (.*)$/m.exec(text)[1]].join("\t")];
    });
  const [commit, date] = git("log", "-1", "--format=%h %cd", "--date=short").trim().split(" ");
  const head = [`# rustsec/advisory-db at ${commit} of ${date} (CC0): what it says of the crates in Cargo.lock, and which those were.`, `# ${[...crates.keys()].sort().join(" ")}`, "id\tcrate\tkind\tpatched\tunaffected\ttitle"];
  writeFileSync(LIST, `${[...head, ...rows.flat()].join("\n")}\n`);
}

function check() {
  const [said, known, , ...rows] = readFileSync(LIST, "utf8").trim().split("\n");
  const crates = locked();
  const found = rows.flatMap((row) => {
    const [id, crate, kind, patched, unaffected, title] = row.split("\t");
    const fine = [patched, unaffected].filter(Boolean).flatMap((ranges) => ranges.split(" | "));
    const affected = (crates.get(crate) ?? []).filter((version) => !fine.some((range) => isIn(range, version)));
    return affected.map((version) => ({ kind, text: `${id}: ${crate} ${version} (${kind}): ${title}` }));
  });
  const unknown = [...crates.keys()].filter((name) => !known.slice(2).split(" ").includes(name));
  // A crate that nobody looks after is named, and is no fault of itself.
  const faults = found.filter(({ kind }) => kind !== "unmaintained");
  for (const { text } of found) console.log(text);
  if (unknown.length > 0) console.log(`not looked up yet: ${unknown.join(", ")}`);
  console.log(`${crates.size} crates, ${rows.length} known faults of theirs, ${faults.length} in these versions; ${said.slice(2)}`);
  if (faults.length > 0) process.exitCode = 1;
}

const [job, folder] = process.argv.slice(2);
if (job === "write") write(folder);
if (job === "check") check();
