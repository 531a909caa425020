// The built package as somebody who installed it has it: found by its name, through its own `exports`.

import { existsSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where `cargo xtask package` leaves it. */
export const FOLDER = new URL("../../target/npm/", import.meta.url);

/** A folder in which the package is installed; below the workspace, so that its own packages are found too. */
const INSTALLED = new URL("../../target/scripting/", import.meta.url);

if (!existsSync(new URL("package.json", FOLDER))) throw new Error("`cargo xtask package` comes first");
mkdirSync(new URL("node_modules/", INSTALLED), { recursive: true });
const link = fileURLToPath(new URL("node_modules/licensing-lab", INSTALLED));
try {
  // Test files run at the same time, and each of them comes here.
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(fileURLToPath(FOLDER), link, "junction");
} catch (error) {
  if (error.code !== "EEXIST") throw error;
}

/** Writes a script beside the installed package and answers where it is. */
export function install(name, script) {
  const file = new URL(name, INSTALLED);
  writeFileSync(file, script);
  return fileURLToPath(file);
}

const entry = install("entry.mjs", 'export { Lab } from "licensing-lab";\n');

export const { Lab } = await import(pathToFileURL(entry));
