// The measurements under Node, with a clock that tells how many instructions were executed so far, in millions of them for a
// millisecond: node counted.mjs <licensing-bench.js beside a module that counts> <users>.

import { createRequire } from "node:module";
import { resolve } from "node:path";

const [, , program, users] = process.argv;
const { Instance } = WebAssembly;
let executed;
WebAssembly.Instance = class extends Instance {
    constructor(...given) {
        super(...given);
        executed = this.exports.executed;
    }
};
Object.defineProperty(globalThis, "performance", { value: { now: () => Number(executed.value) / 1e6 } });
globalThis.licensingBenchUsers = Number(users);
createRequire(import.meta.url)(resolve(program));
