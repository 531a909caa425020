// Node reads the module from the file beside this one.

import { readFile } from "node:fs/promises";
import init, { Lab } from "./licensing-lab.js";

await init({ module_or_path: await readFile(new URL("./licensing-lab_bg.wasm", import.meta.url)) });

export { Lab };
