// What no script should do: every call is a clear Error, or a 400 of `graph`, and nothing has changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Lab } from "./package.mjs";
import { E1, E3, shortOfSeats } from "./tenant.mjs";

const NOBODY = "00000000-0000-4000-8000-000000000000";

const circle = {};
circle.self = circle;
const bomb = {
  get enabled() {
    throw new Error("boom");
  },
};
const mute = {
  get enabled() {
    throw undefined;
  },
};
const proxy = new Proxy({}, {
  ownKeys() {
    throw new TypeError("no keys");
  },
});
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const deep = JSON.parse("[".repeat(5_000) + "]".repeat(5_000));

/** Nothing of this is a string, a number, an object of either, or a list. */
const STRANGE = [NaN, Infinity, -1, 1.5, 1e10, 1e300, true, null, undefined, "", "5", "\ud800", 5n, Symbol("x"), () => 5];
const OBJECTS = [circle, bomb, mute, proxy, revoked.proxy, deep, new Map([["enabled", 5]]), new Set([5]), new Uint8Array(2)];
const EVERYTHING = [...STRANGE, ...OBJECTS];

const shown = (value) => {
  try {
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  } catch {
    return "an object that cannot be shown";
  }
};

/** Calls with each value; each has to throw a plain Error. */
function refuses(call, values) {
  for (const value of values) {
    assert.throws(
      () => call(value),
      (error) => {
        assert.ok(error instanceof Error, `${shown(value)}: not an Error`);
        assert.match(error.message, /^[^\n]+$/, `${shown(value)}: ${error.message}`);
        assert.doesNotMatch(error.message, /unreachable|rust|wasm|panic|null pointer/i, `${shown(value)}: ${error.message}`);
        return true;
      },
      shown(value),
    );
  }
}

/** Runs the calls on a tenant and asserts that none of them changed anything, nor left anything to undo. */
function changesNothing(title, calls) {
  test(title, () => {
    const world = shortOfSeats();
    const before = world.tenant.everything();
    calls(world);
    assert.deepEqual(world.tenant.everything(), before);
    assert.equal(world.lab.redo(), false);
    world.lab.undo();
    assert.equal(world.lab.step() !== null, true, "the last thing done is still the settling");
  });
}

changesNothing("setUnits", ({ lab }) => {
  refuses((sku) => lab.setUnits(sku, 1), [...EVERYTHING, NOBODY, "E3", "enterprise pack", `{${E3}}`, "x".repeat(1_000_000)]);
  refuses((units) => lab.setUnits(E3, units), [...EVERYTHING, [], [5], { enabld: 5 }, 100_000_001]);
  const counts = STRANGE.filter((value) => value !== undefined);
  for (const name of ["enabled", "warning", "suspended", "lockedOut"]) {
    refuses((count) => lab.setUnits(E3, { [name]: count }), [...counts, {}, []]);
  }
});

changesNothing("reprocessGroup and setRules", ({ lab, anna }) => {
  refuses((group) => lab.reprocessGroup(group), [...EVERYTHING, NOBODY, anna, "Sales"]);
  refuses((rules) => lab.setRules(rules), [...EVERYTHING, 2019, "2020", "Today"]);
});

changesNothing("addContact", ({ lab }) => {
  refuses((name) => lab.addContact(name, []), [...EVERYTHING.filter((value) => value !== "5"), "x".repeat(257)]);
  refuses((addresses) => lab.addContact("C", addresses), [...EVERYTHING, {}, [5], ["a@b.c", null], ["no address"], ["@"]]);
  refuses((count) => lab.addContact("C", Array(count).fill("a@b.c")), [201, 100_000]);
});

changesNothing("updateContact and deleteContact", ({ lab, anna }) => {
  refuses((contact) => lab.updateContact(contact, {}), [...EVERYTHING, NOBODY, anna]);
  refuses((contact) => lab.deleteContact(contact), [...EVERYTHING, NOBODY, anna]);
});

changesNothing("setAddresses", ({ lab, anna, sales }) => {
  refuses((user) => lab.setAddresses(user, { mail: null }), [...EVERYTHING, NOBODY, sales, "nobody@contoso.onmicrosoft.com"]);
  refuses((to) => lab.setAddresses(anna, to), [...EVERYTHING, [], { male: null }]);
  refuses((mail) => lab.setAddresses(anna, { mail }), EVERYTHING.filter((value) => value !== null && value !== undefined));
  const addresses = EVERYTHING.filter((value) => value !== undefined);
  refuses((proxyAddresses) => lab.setAddresses(anna, { mail: null, proxyAddresses }), [...addresses, [5], ["x"]]);
});

changesNothing("addServicePlan and advance", ({ lab }) => {
  const plan = "c7699d2e-19aa-44de-8edf-1736da088ca1";
  refuses((sku) => lab.addServicePlan(sku, plan), [...EVERYTHING, NOBODY, E1]);
  refuses((plan) => lab.addServicePlan(E3, plan), [...EVERYTHING, NOBODY, E3]);
  refuses((days) => lab.advance(days), [...EVERYTHING, 65_536, [1]]);
});

changesNothing("explain", ({ lab, bob, sales }) => {
  refuses((user) => lab.explain(user, E3, sales), [...EVERYTHING, NOBODY, sales]);
  refuses((sku) => lab.explain(bob, sku, sales), [...EVERYTHING, NOBODY, "E3"]);
  refuses((group) => lab.explain(bob, E3, group), [...EVERYTHING.filter((value) => value !== null), NOBODY, bob]);
});

test("the constructor", () => {
  refuses((options) => new Lab(options), [...EVERYTHING.filter((value) => value !== undefined), [], { rule: "2019" }]);
  const given = EVERYTHING.filter((value) => value !== undefined);
  refuses((rules) => new Lab({ rules }), [...given, "2020"]);
  refuses((workers) => new Lab({ workers }), [...given, 0, 9]);
  refuses((countryLetterCode) => new Lab({ countryLetterCode }), [...given, "NLD", "N1", "é"]);
  refuses((domain) => new Lab({ domain }), [...given, "contoso", "a..b", ".", "a b.c", "ü.de", `${"x".repeat(64)}.de`]);
  refuses((domains) => new Lab({ domains }), [...given, {}, [5], [""], ["a.b", "A.B"], ["Contoso.onmicrosoft.com"]]);
  assert.throws(() => Lab({}), TypeError);
});

changesNothing("graph never throws", ({ lab, anna }) => {
  const answer = (request) => {
    const { status, headers, body } = lab.graph(request);
    assert.ok(status >= 400 && status < 600, shown(request));
    assert.equal(headers["Content-Type"], "application/json");
    assert.deepEqual(Object.keys(body.error), ["code", "message", "innerError"]);
    assert.match(body.error.message, /^[^\n]+$/);
    return status;
  };
  for (const value of EVERYTHING) {
    assert.equal(answer(value), 400);
    assert.equal(answer({ method: value, url: "/users" }) >= 400, true);
    assert.equal(answer({ method: "PATCH", url: `/users/${anna}`, body: value }), 400);
    assert.equal(answer({ method: "PATCH", url: `/users/${anna}`, body: { displayName: value ?? null, usageLocation: 5 } }), 400);
    if (value !== undefined && value !== "") assert.equal(answer({ method: "GET", url: value }) >= 400, true);
    if (value !== undefined) assert.equal(answer({ method: "GET", url: "/users", headers: value }), 400);
    if (typeof value !== "string") assert.equal(answer({ method: "GET", url: "/users", headers: { a: value ?? null } }), 400);
  }
  assert.equal(answer({ method: "GET", url: "/users", headers: new Headers({ ConsistencyLevel: "eventual" }) }), 400);
  assert.equal(answer({ method: "POST", url: "/users", body: '{"displayName": "A' }), 400);
  assert.equal(answer({ method: "PATCH", url: `/users/${anna}`, body: { displayName: "x".repeat(1_000_000) } }), 400);
});

test("a lab works on after everything that was refused, also from within a getter", () => {
  const { lab, tenant } = shortOfSeats();
  const units = {
    get enabled() {
      lab.setUnits(E1, 3);
      return 4;
    },
  };
  assert.equal(lab.setUnits(E3, units), E3);
  const enabled = tenant.get("/subscribedSkus").value.map((sku) => [sku.skuId, sku.prepaidUnits.enabled]);
  assert.deepEqual(new Map(enabled), new Map([[E1, 3], [E3, 4]]));
});

test("names are any Unicode, and come back as they went in", () => {
  const { lab, tenant } = shortOfSeats();
  for (const name of ["Ёлка", "李小龍", "👩‍👩‍👧", "<img src=x onerror=alert(1)>", "a\u0000b", "__proto__", "\u202eabc"]) {
    const { id } = tenant.request("POST", "/groups", { displayName: name, mailEnabled: false, mailNickname: name.replace(/[^A-Za-z0-9]/g, "").slice(0, 64) || "group", securityEnabled: true }, 201);
    assert.equal(tenant.get(`/groups/${id}`).displayName, name);
    assert.ok(lab.addContact(name, []));
  }
});

test("a link of 100 MB is refused before it is copied", () => {
  const link = `#/s/${"A".repeat(100_000_000)}`;
  // The memory of the module grows and never shrinks.
  const before = process.memoryUsage().external;
  assert.throws(() => Lab.fromLink(link), { message: /longer than/ });
  assert.ok(process.memoryUsage().external - before < 16_000_000);
});

test("what is no JSON, calls the lab while it is read or runs out of stack leaves a lab that goes on", () => {
  const lab = new Lab();
  lab.setUnits(E3, 5);
  const isPlain = (error) => error instanceof Error && !(error instanceof WebAssembly.RuntimeError);
  assert.equal(lab.graph({ toJSON() {} }).status, 400);
  const itself = {
    get method() {
      return lab.graph(this).status;
    },
  };
  assert.equal(lab.graph(itself).status, 400);
  const forever = () => {
    lab.step();
    forever();
  };
  assert.throws(forever, isPlain);
  lab.setUnits(E1, 5);
  assert.equal(lab.graph({ method: "GET", url: "/subscribedSkus" }).body.value.length, 2);
});
