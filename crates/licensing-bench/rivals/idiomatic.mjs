// What a competent person writes in JavaScript who wants it right and readable: objects with ids as Graph has them, Maps
// and Sets, what a group carries worked out once. It does the same barer task as `typed.mjs`.

const CODES = [
    "None", "ProhibitedInUsageLocationViolation", "CountViolation", "MutuallyExclusiveViolation", "DependencyViolation",
];

const guid = (kind, number) => `${kind}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;

/** The directory. */
export function prepare({ rules, offsets, edges, countries, direct, free }) {
    const skus = new Map(rules.products.map((plans, at) => {
        const id = guid("5c000000", at);
        return [id, { id, plans: new Set(plans), free: free[at] }];
    }));
    const skuIds = [...skus.keys()];
    const groups = new Map(rules.groups.map((template, at) => {
        const id = guid("9e000000", at), products = template.map((product) => skuIds[product]);
        const plans = new Set(products.flatMap((product) => [...skus.get(product).plans]));
        return [id, { id, products, plans }];
    }));
    const groupIds = [...groups.keys()];
    const users = Array.from({ length: offsets.length - 1 }, (_, at) => ({
        id: guid("05000000", at),
        usageLocation: countries[at],
        direct: skuIds[direct[at]],
        memberOf: Array.from(edges.subarray(offsets[at], offsets[at + 1]), (group) => groupIds[group]),
        states: new Map(),
    }));
    const excludes = new Map();
    for (const [a, b] of rules.pairs) {
        for (const [one, other] of [[a, b], [b, a]]) {
            if (!excludes.has(one)) excludes.set(one, new Set());
            excludes.get(one).add(other);
        }
    }
    const prerequisites = new Map(rules.needs.map(({ plan, anyOf }) => [plan, anyOf]));
    const prohibitions = rules.prohibitions.map(({ plans, countries }) =>
        ({ plans: plans && new Set(plans), countries: new Set(countries) }));
    return { skus, groups, users, excludes, prerequisites, prohibitions, given: free };
}

/** Puts everything back to the beginning. */
export function again(directory) {
    for (const user of directory.users) user.states = new Map();
    [...directory.skus.values()].forEach((sku, at) => sku.free = directory.given[at]);
}

/** What is measured. */
export function settle(directory) {
    for (const user of directory.users) license(directory, user);
}

function license(directory, user) {
    const { skus, groups } = directory;
    const held = new Map();
    const hold = (sku) => {
        for (const plan of skus.get(sku).plans) {
            if (!held.has(plan)) held.set(plan, new Set());
            held.get(plan).add(sku);
        }
    };
    const products = new Set();
    if (user.direct) {
        products.add(user.direct);
        hold(user.direct);
    }
    for (let changed = true; changed;) {
        changed = false;
        for (const id of user.memberOf) {
            if (user.states.get(id) === "None") continue;
            const group = groups.get(id);
            const error = check(directory, user, group, products, held);
            user.states.set(id, error);
            if (error === "None") {
                for (const sku of group.products) {
                    if (!products.has(sku)) {
                        products.add(sku);
                        skus.get(sku).free--;
                    }
                    hold(sku);
                }
                changed = true;
            }
        }
    }
}

function check({ skus, excludes, prerequisites, prohibitions }, user, group, products, held) {
    for (const row of prohibitions) {
        if (!row.countries.has(user.usageLocation)) continue;
        for (const sku of group.products) {
            const { plans } = skus.get(sku);
            const named = row.plans === null ? plans.size > 0
                : plans.size <= 2 && [...plans].some((plan) => row.plans.has(plan));
            if (named) return "ProhibitedInUsageLocationViolation";
        }
    }
    if (group.products.some((sku) => !products.has(sku) && skus.get(sku).free === 0)) return "CountViolation";
    for (const plan of group.plans) {
        for (const other of excludes.get(plan) ?? []) {
            if (held.has(plan) && held.has(other)) continue;
            const through = (one) => [...held.get(one) ?? [], ...group.products.filter((sku) => skus.get(sku).plans.has(one))];
            const others = through(other);
            if (through(plan).some((one) => others.some((sku) => sku !== one))) return "MutuallyExclusiveViolation";
        }
    }
    for (const plan of group.plans) {
        const needed = prerequisites.get(plan);
        if (needed && !needed.some((other) => held.has(other) || group.plans.has(other))) return "DependencyViolation";
    }
    return "None";
}

/** How many memberships ended with each code. */
export function counts({ users }) {
    const all = [0, 0, 0, 0, 0];
    for (const user of users) for (const error of user.states.values()) all[CODES.indexOf(error)]++;
    return all;
}

/** How many more users hold each product than did in the beginning. */
export function taken({ skus, given }) {
    return [...skus.values()].map((sku, at) => given[at] - sku.free);
}
