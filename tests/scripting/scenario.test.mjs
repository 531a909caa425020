// Scenarios and links: what a lab is taken away as, and made of again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Lab } from "./package.mjs";
import { E1, E3, Tenant } from "./tenant.mjs";

/** A tenant with a bit of everything: errors, a queue under way, a deleted user, addresses, what was left. */
function busy() {
  const tenant = new Tenant({ workers: 2, domains: ["contoso.com"] });
  const { lab } = tenant;
  lab.setUnits(E3, 1);
  lab.setUnits(E1, 5);
  const [anna, bob, carl] = ["Anna", "Bob", "Carl"].map((name) => tenant.user(name));
  const [sales, support] = [tenant.group("Sales", [anna, bob]), tenant.group("Support", [anna, carl])];
  tenant.license(sales, [E3]);
  tenant.license(support, [E1]);
  lab.settle();
  lab.setAddresses(bob, { mail: "bob@contoso.com", proxyAddresses: ["SMTP:bob@contoso.com"] });
  lab.addContact("Desk", ["carl@contoso.onmicrosoft.com"]);
  tenant.request("DELETE", `/groups/${support}/members/${carl}/$ref`, undefined, 204);
  tenant.request("DELETE", `/users/${carl}`, undefined, 204);
  lab.advance(2);
  tenant.request("POST", `/users/${bob}/reprocessLicenseAssignment`, undefined, 200);
  return tenant;
}

/** The same words over another lab. */
const over = (lab) => Object.assign(new Tenant(), { lab });

const audits = (tenant) => tenant.get("/auditLogs/directoryAudits").value;

test("a scenario is plain JSON and gives the same tenant, with its audit log and its queue", () => {
  const tenant = busy();
  const document = tenant.lab.scenario();
  assert.equal(document.scenario, 1);
  assert.equal(Object.getPrototypeOf(document), Object.prototype);
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  assert.deepEqual(
    document.base.state.groups.map(({ name, members }) => [name, members]),
    [
      ["Sales", ["Anna", "Bob"]],
      ["Support", ["Anna", { left: "Carl" }]],
    ],
  );
  const again = over(Lab.fromScenario(document));
  assert.deepEqual(again.everything(), tenant.everything());
  assert.deepEqual(audits(again), audits(tenant));
  assert.deepEqual(again.lab.scenario(), document);
  assert.deepEqual(again.lab.step(), tenant.lab.step());
  assert.deepEqual(again.lab.settle(), tenant.lab.settle());
  assert.deepEqual(again.everything(), tenant.everything());
});

test("a link gives the same tenant without its audit log", () => {
  const tenant = busy();
  const link = tenant.lab.link();
  assert.match(link, /^#\/s\/[A-Za-z0-9_-]{20,300}$/);
  assert.equal(tenant.lab.link(), link);
  for (const text of [link, `https://example.org/lab/${link}`]) {
    const again = over(Lab.fromLink(text));
    assert.deepEqual(audits(again), []);
    // The audit log is the last of everything.
    assert.deepEqual(again.everything().slice(0, -1), tenant.everything().slice(0, -1));
    assert.equal(again.lab.link(), link);
  }
});

test("what a lab is made of is nothing to undo; a story is", () => {
  const tenant = busy();
  assert.equal(Lab.fromScenario(tenant.lab.scenario()).undo(), false);
  assert.equal(Lab.fromLink(tenant.lab.link()).undo(), false);
  const story = {
    scenario: 1,
    base: { empty: {} },
    actions: [
      { do: "set-units", product: "ENTERPRISEPACK", enabled: 5 },
      { do: "create-user", name: "Anna", principal_name: "anna@contoso.onmicrosoft.com", location: "NL" },
      { do: "assign-user", user: "Anna", add: [{ sku: "ENTERPRISEPACK", off: ["SWAY"] }] },
    ],
  };
  const lab = Lab.fromScenario(story);
  const held = () => over(lab).get("/users/anna@contoso.onmicrosoft.com?$select=assignedLicenses").assignedLicenses.length;
  assert.equal(held(), 1);
  assert.equal(lab.undo(), true);
  assert.equal(held(), 0);
  assert.equal(lab.redo(), true);
  assert.equal(held(), 1);
  const half = Lab.fromScenario({ ...story, position: 1 });
  assert.equal(half.redo(), true);
  assert.deepEqual(over(half).get("/users").value.map((user) => user.displayName), ["Anna"]);
});

/** The checksum at the end of a link: CRC-32, as in gzip. */
function crc32(bytes) {
  const step = (rest) => (rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1);
  const sum = bytes.reduce((sum, byte) => Array.from({ length: 8 }).reduce(step, sum ^ byte), 0xffffffff);
  return (sum ^ 0xffffffff) >>> 0;
}

/** The link as a release to come would write it: the first five bits are the version of its form. */
function newer(link) {
  const bytes = Buffer.from(link.slice("#/s/".length), "base64url");
  const contents = bytes.subarray(0, -4);
  assert.equal(bytes.readUInt32LE(contents.length), crc32(contents));
  contents[0] = (31 << 3) | (contents[0] & 7);
  bytes.writeUInt32LE(crc32(contents), contents.length);
  return `#/s/${bytes.toString("base64url")}`;
}

test("a link that is truncated, damaged or newer says so", () => {
  const link = busy().lab.link();
  assert.throws(() => Lab.fromLink(link.slice(0, -20)), /truncated/);
  const middle = link.length / 2;
  const other = link.at(middle) === "A" ? "B" : "A";
  assert.throws(() => Lab.fromLink(link.slice(0, middle) + other + link.slice(middle + 1)), /damaged/);
  assert.throws(() => Lab.fromLink(newer(link)), /made by a newer release, in form 31/);
  assert.throws(() => Lab.fromLink("#/users"), /not a scenario/);
  assert.throws(() => Lab.fromLink(5), /`fragment` has to be a string/);
  const document = busy().lab.scenario();
  assert.throws(() => Lab.fromScenario({ ...document, scenario: 31 }), /newer release/);
  assert.throws(() => Lab.fromScenario({ ...document, catalog: 1_000_000 }), /revision 1000000 of the catalog/);
});

test("a document that is none says what is wrong with it", () => {
  const fails = (document, message) => assert.throws(() => Lab.fromScenario(document), message);
  fails(undefined, /`document` has to be an object/);
  fails([], /`document` has to be an object/);
  fails({}, /not a scenario/);
  fails({ scenario: 1 }, /`base` is missing/);
  fails({ scenario: 1, base: { empty: {} }, more: 1 }, /`more` means nothing here/);
  fails({ scenario: 1, base: { empty: { workers: -1 } } }, /numbers here have no sign/);
  const doing = (action) => ({ scenario: 1, base: { empty: {} }, actions: [action] });
  // The line is the one on which the action begins, as JSON.stringify writes the document.
  const lines = JSON.stringify(doing({ do: "fly" }), null, 2).split("\n");
  const line = lines.findIndex((text) => text.includes("fly"));
  fails(doing({ do: "fly" }), new RegExp(`^Error: line ${line}: .fly. is nothing that can be done`));
  fails(doing({ do: "set-units", product: "NOTHING" }), /`NOTHING` is no product/);
  fails(doing({ do: "delete-user", user: "Anna" }), /`Anna` names no user/);
  fails(doing({ do: "delete-user", user: "#7" }), /action 1 of the scenario is refused/);
  const state = busy().lab.scenario();
  state.base.state.groups[0].members.pop();
  fails(state, /contradicts itself/);
});

test("names are text, whatever they hold", () => {
  const tenant = new Tenant();
  const names = ["<img onerror=alert(1)>", "\u202egnirts\u0007", "__proto__", "#3", "\"\\\n", "constructor", "漢字 😀"];
  names.forEach((name, at) => tenant.user(`u${at}`, { displayName: name }));
  for (const again of [Lab.fromScenario(tenant.lab.scenario()), Lab.fromLink(tenant.lab.link())]) {
    assert.deepEqual(over(again).get("/users").value.map((user) => user.displayName), names);
  }
});
