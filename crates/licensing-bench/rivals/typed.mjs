// What somebody writes in JavaScript who wants it fast: numbers in typed arrays, sets as bits, nothing allocated on the
// way. It does the barer task: who gets what, one code for each membership. It keeps no times, no log, no queue.

const OK = 0, PROHIBITED = 1, NO_SEAT = 2, EXCLUSIVE = 3, DEPENDENCY = 4, UNTRIED = 5;

/** Everything that is worked out once for a task. */
export function prepare(task) {
    const { rules, offsets, edges, countries, direct } = task;
    const { products, groups, pairs, needs, prohibitions } = rules;
    // Only plans in a pair can clash: each has a bit.
    const paired = [...new Set(pairs.flat())].filter((plan) => products.some((plans) => plans.includes(plan)));
    const bit = new Map(paired.map((plan, at) => [plan, at]));
    const words = Math.max(1, Math.ceil(paired.length / 32));
    const on = new Int32Array(groups.length * words), clash = new Int32Array(groups.length * words);
    const productOn = new Int32Array(products.length * words);
    const set = (bits, row, plan) => {
        const at = bit.get(plan);
        if (at !== undefined) bits[row * words + (at >> 5)] |= 1 << (at & 31);
    };
    products.forEach((plans, row) => plans.forEach((plan) => set(productOn, row, plan)));
    const inner = [];
    const within = new Uint8Array(groups.length), incomplete = new Uint8Array(groups.length);
    // Products of all groups, one after the other; at most two words of them fit the bits of what a user holds.
    const starts = new Uint32Array(groups.length + 1), list = [];
    const low = new Int32Array(groups.length), high = new Int32Array(groups.length);
    const countryCount = Math.max(...countries.subarray(0, 1 << 16), ...prohibitions.flatMap((row) => row.countries)) + 1;
    const prohibited = new Uint8Array(groups.length * countryCount);
    groups.forEach((template, group) => {
        const plans = new Set(template.flatMap((product) => products[product]));
        for (const plan of plans) {
            set(on, group, plan);
            for (const [a, b] of pairs) {
                if (a === plan) set(clash, group, b);
                if (b === plan) set(clash, group, a);
            }
        }
        // Pairs that two products of the group itself bring: what a product brings alone clashes with nothing.
        const brings = (plan) => template.filter((product) => products[product].includes(plan));
        inner.push(pairs.filter(([a, b]) => brings(a).some((one) => brings(b).some((other) => other !== one)))
            .flatMap(([a, b]) => [bit.get(a), bit.get(b)]));
        within[group] = Number(inner[group].length > 0);
        incomplete[group] = Number(needs.some(({ plan, anyOf }) =>
            plans.has(plan) && !anyOf.some((other) => plans.has(other))));
        for (const product of template) {
            list.push(product);
            if (product < 32) low[group] |= 1 << product; else high[group] |= 1 << (product - 32);
            for (const row of prohibitions) {
                const all = products[product];
                const named = row.plans === null ? all.length > 0
                    : all.length <= 2 && row.plans.some((plan) => all.includes(plan));
                if (named) row.countries.forEach((country) => prohibited[group * countryCount + country] = 1);
            }
        }
        starts[group + 1] = list.length;
    });
    // For each plan in a pair those that exclude it.
    const partners = new Int32Array(paired.length * words);
    for (const [a, b] of pairs) {
        if (bit.has(a) && bit.has(b)) {
            set(partners, bit.get(a), b);
            set(partners, bit.get(b), a);
        }
    }
    return {
        users: offsets.length - 1, offsets, edges, countries, direct, words, on, clash, productOn, partners, within, inner,
        incomplete, starts, list: Uint8Array.from(list), low, high, prohibited, countryCount,
        held: new Int32Array(words), codes: new Uint8Array(edges.length), tried: new Int32Array(edges.length),
        free: Uint32Array.from(task.free), given: Uint32Array.from(task.free), products, groups, pairs, needs,
    };
}

/** Puts everything back to the beginning. */
export function again(state) {
    state.free.set(state.given);
    state.codes.fill(UNTRIED);
}

/** What is measured: users in order, their groups in order, each all or nothing, until nothing changes. */
export function settle(state) {
    const {
        users, offsets, edges, countries, direct, words, on, clash, productOn, within, incomplete, starts, list, low, high,
        prohibited, countryCount, held, codes, tried, free,
    } = state;
    for (let user = 0; user < users; user++) {
        const from = offsets[user], to = offsets[user + 1], country = countries[user];
        let hasLow = 0, hasHigh = 0;
        const own = direct[user];
        if (own < 32) hasLow = 1 << own;
        else if (own < 64) hasHigh = 1 << (own - 32);
        for (let word = 0; word < words; word++) held[word] = own < 64 ? productOn[own * words + word] : 0;
        let changes = 0, open = true;
        while (open) {
            for (let edge = from; edge < to; edge++) {
                if (codes[edge] === OK || codes[edge] !== UNTRIED && tried[edge] === changes) continue;
                const group = edges[edge];
                let code = OK;
                const newLow = low[group] & ~hasLow, newHigh = high[group] & ~hasHigh;
                if (prohibited[group * countryCount + country] !== 0) {
                    code = PROHIBITED;
                } else {
                    if ((newLow | newHigh) !== 0) {
                        for (let at = starts[group], end = starts[group + 1]; at < end; at++) {
                            const product = list[at];
                            const missing = product < 32 ? newLow >>> product & 1 : newHigh >>> (product - 32) & 1;
                            if (missing !== 0 && free[product] === 0) code = NO_SEAT;
                        }
                    }
                    if (code === OK) {
                        let meets = within[group];
                        for (let word = 0, row = group * words; word < words; word++) {
                            if ((clash[row + word] & held[word]) !== 0) meets = 1;
                        }
                        if (meets !== 0 && clashes(state, group)) code = EXCLUSIVE;
                        else if (incomplete[group] !== 0 && lacks(state, user, from, to, edge)) code = DEPENDENCY;
                    }
                }
                codes[edge] = code;
                if (code === OK) {
                    for (let at = starts[group], end = starts[group + 1]; at < end; at++) {
                        const product = list[at];
                        free[product] -= product < 32 ? newLow >>> product & 1 : newHigh >>> (product - 32) & 1;
                    }
                    hasLow |= low[group];
                    hasHigh |= high[group];
                    for (let word = 0, row = group * words; word < words; word++) held[word] |= on[row + word];
                    changes++;
                } else {
                    tried[edge] = changes;
                }
            }
            // What failed before something else was given may pass now.
            open = false;
            for (let edge = from; edge < to; edge++) if (codes[edge] !== OK && tried[edge] !== changes) open = true;
        }
    }
}

/** Whether a pair counts. Products are held whole: a plan that is newly on comes by a product that was not held. */
function clashes({ words, on, partners, held, inner }, group) {
    const row = group * words;
    for (let word = 0; word < words; word++) {
        for (let rest = on[row + word] & ~held[word]; rest !== 0; rest &= rest - 1) {
            const plan = (word << 5) + 31 - Math.clz32(rest & -rest);
            for (let other = 0, at = plan * words; other < words; other++) {
                if ((partners[at + other] & held[other]) !== 0) return true;
            }
        }
    }
    const holds = (plan) => held[plan >> 5] >>> (plan & 31) & 1;
    for (let pair = inner[group], at = 0; at < pair.length; at += 2) {
        if (holds(pair[at]) + holds(pair[at + 1]) < 2) return true;
    }
    return false;
}

function lacks(state, user, from, to, edge) {
    return missing(state, others(state, user, from, to, edge), state.groups[state.edges[edge]]);
}

/** The products that a user has by other paths, as a list: few users come here. */
function others(state, user, from, to, but) {
    const all = state.direct[user] < state.products.length ? [state.direct[user]] : [];
    for (let edge = from; edge < to; edge++) {
        if (edge !== but && state.codes[edge] === OK) all.push(...state.groups[state.edges[edge]]);
    }
    return all;
}

function missing({ products, needs }, others, want) {
    const has = (list, plan) => list.some((product) => products[product].includes(plan));
    const all = [...others, ...want];
    return needs.some(({ plan, anyOf }) => has(want, plan) && !anyOf.some((other) => has(all, other)));
}

/** How many memberships ended with each code. */
export function counts(state) {
    const all = [0, 0, 0, 0, 0];
    for (const code of state.codes) all[code]++;
    return all;
}

/** How many more users hold each product than did in the beginning. */
export function taken(state) {
    return Array.from(state.free, (free, product) => state.given[product] - free);
}
