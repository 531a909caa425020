// Bundlers and pages get the module inside a script: nothing is fetched, so no bundler has to know about WebAssembly.

import embedded from "./embedded.js";
import init, { Lab } from "./licensing-lab.js";

const packed = Uint8Array.from(atob(embedded), (character) => character.charCodeAt(0));
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
await init({ module_or_path: await new Response(unpacked).arrayBuffer() });

export { Lab };
