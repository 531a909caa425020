// Builds the page, serves it, and builds it again when its sources change: `<folder of the page> <profile> <address>`.

import { spawn } from "node:child_process";
import { statSync, watch } from "node:fs";
import { context } from "esbuild";

const [folder, profile, address] = process.argv.slice(-3);
/** What the page is made of. */
const SOURCES = ["Cargo.lock", "Cargo.toml", "crates", "docs", "index.html", "lessons", "web"];
/** An editor writes a file in several strokes, and a change of branch many files. */
const PATIENCE = 300;

const start = performance.now();
const isWindows = process.platform === "win32";
let building;
let isOutdated = false;
let isServed = false;

/** Ends what is being built with what serves it. */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    try {
      // With the compiler that it has started.
      if (building) isWindows ? building.kill() : process.kill(-building.pid, signal);
    } catch {
      // It has just ended by itself.
    }
    process.exit(0);
  });
}

function build() {
  isOutdated = false;
  const args = ["xtask", "build", "--profile", profile, "--to", folder];
  building = spawn("cargo", args, { stdio: ["ignore", "inherit", "inherit"], detached: !isWindows });
  const end = (code) => {
    building = undefined;
    ended(code === 0).catch(stop);
  };
  building.on("error", stop);
  building.on("exit", end);
}

async function ended(isBuilt) {
  if (isBuilt && !isServed) await serve();
  else if (isBuilt) console.log("== the page is built anew: reload it");
  else console.log("== the page was not built; it is tried again when a file changes");
  if (isOutdated) build();
}

async function serve() {
  const { hostname, port } = new URL(address);
  const server = await context({ logLevel: "silent" });
  await server.serve({ servedir: folder, host: hostname, port: Number(port) });
  isServed = true;
  console.log(`== the page is at ${address} (built in ${took(performance.now() - start)})`);
}

function took(milliseconds) {
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

function stop(error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}

let timer;
function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => (building ? (isOutdated = true) : build()), PATIENCE);
}

build();
for (const source of SOURCES) {
  try {
    watch(source, { recursive: statSync(source).isDirectory() }, changed).on("error", () => {});
  } catch (error) {
    console.log(`== changes of ${source} are not noticed: ${error.message}`);
  }
}
