// The engine beside two rivals in JavaScript, on the same generated tenant, in turns in one process:
// node --max-old-space-size=12000 run.mjs <licensing-bench.js> <users> [rounds]. Nothing is printed if they differ.

import { createRequire } from "node:module";
import os from "node:os";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";

import * as idiomatic from "./idiomatic.mjs";
import * as typed from "./typed.mjs";

const [, , program, users, rounds = "9"] = process.argv;
const { Contest } = createRequire(import.meta.url)(resolve(program));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
};

const contest = new Contest(Number(users));
const task = {
    rules: JSON.parse(contest.rules()),
    offsets: contest.offsets(), edges: contest.edges(), countries: contest.countries(), direct: contest.direct(),
    free: contest.free(),
};
const typedState = typed.prepare(task);
const took = { ours: [], typed: [], idiomatic: [] };
const results = { ours: [], typed: [], idiomatic: [] };

// A rival that takes so long that its spread says nothing more is measured once.
const LONG = 5_000;
let directory = idiomatic.prepare(task);
for (let round = 0; round < Number(rounds); round++) {
    if (round > 0) contest.again();
    took.ours.push(timed(() => contest.settle()));
    typed.again(typedState);
    took.typed.push(timed(() => typed.settle(typedState)));
    if (directory) {
        idiomatic.again(directory);
        took.idiomatic.push(timed(() => idiomatic.settle(directory)));
        if (round === 0) results.idiomatic = [...idiomatic.counts(directory), ...idiomatic.taken(directory)];
        if (took.idiomatic[0] > LONG) directory = null;
    }
}
const codes = [...contest.codes()], free = contest.free();
results.ours = [...codes, ...free.map((now, at) => task.free[at] - now)];
results.typed = [...typed.counts(typedState), ...typed.taken(typedState)];
for (const rival of ["typed", "idiomatic"]) {
    if (results[rival].join() !== results.ours.join()) {
        console.error(`error: ${rival} comes to something else with ${users} users:\n${results[rival]}\nours:\n${results.ours}`);
        process.exit(1);
    }
}

const ours = median(took.ours);
const load = os.loadavg().map((load) => load.toFixed(1)).join(" ");
console.log(`${users} users, ${task.edges.length} memberships, ${codes.slice(1).reduce((a, b) => a + b)} of them fail; load ${load}`);
for (const [name, all] of Object.entries(took)) {
    const is = median(all), [least, most] = [Math.min(...all), Math.max(...all)];
    console.log(`${name.padEnd(10)} ${is.toFixed(1).padStart(9)} ms, ${least.toFixed(1)} to ${most.toFixed(1)} in ${all.length}; ours takes ${(ours / is).toFixed(2)} times as long`);
}
