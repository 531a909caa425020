// One accepted call is one thing to undo; undo and redo lead to the very same tenant.

import assert from "node:assert/strict";
import { test } from "node:test";
import { E1, E3, Tenant } from "./tenant.mjs";

const PLAN = "c7699d2e-19aa-44de-8edf-1736da088ca1";

/** Every call that can be undone, in an order in which each is accepted. */
function calls(tenant) {
  const { lab } = tenant;
  let [anna, bob, sales] = [];
  return [
    () => lab.setUnits(E3, 1),
    () => lab.setUnits("EXCHANGESTANDARD", { warning: 3 }),
    () => (anna = tenant.user("Anna")),
    () => (bob = tenant.user("Bob")),
    () => (sales = tenant.group("Sales")),
    () => tenant.join(sales, anna),
    () => tenant.join(sales, bob),
    () => tenant.license(sales, [E3]),
    () => lab.step(),
    () => lab.settle(),
    () => lab.reprocessGroup(sales),
    () => lab.settle(),
    () => lab.setRules("today"),
    () => lab.addServicePlan("EXCHANGESTANDARD", PLAN),
    () => lab.addContact("Contact", ["info@contoso.com"]),
    () => lab.updateContact(tenant.get("/contacts").value[0].id, { addresses: [] }),
    () => lab.deleteContact(tenant.get("/contacts").value[0].id),
    () => lab.setAddresses(bob, { mail: "bob@contoso.com" }),
    () => lab.advance(3),
    () => tenant.request("PATCH", `/users/${bob}`, { usageLocation: "DE" }, 204),
    () => tenant.request("POST", `/users/${bob}/reprocessLicenseAssignment`, undefined, 200),
    () => lab.step(),
    () => tenant.request("DELETE", `/groups/${sales}/members/${anna}/$ref`, undefined, 204),
    () => tenant.request("DELETE", `/users/${anna}`, undefined, 204),
    () => tenant.request("POST", `/directory/deletedItems/${anna}/restore`, undefined, 200),
  ];
}

test("each call is undone and redone by itself", () => {
  const tenant = new Tenant();
  const moments = [tenant.everything()];
  for (const call of calls(tenant)) {
    call();
    moments.push(tenant.everything());
  }
  for (const moment of moments.slice(0, -1).reverse()) {
    assert.equal(tenant.lab.undo(), true);
    assert.deepEqual(tenant.everything(), moment);
  }
  assert.equal(tenant.lab.undo(), false);
  for (const moment of moments.slice(1)) {
    assert.equal(tenant.lab.redo(), true);
    assert.deepEqual(tenant.everything(), moment);
  }
  assert.equal(tenant.lab.redo(), false);
});

test("what changes nothing is nothing to undo", () => {
  const tenant = new Tenant();
  const anna = tenant.user("Anna");
  tenant.get("/users");
  tenant.request("POST", `/users/${anna}/assignLicense`, { addLicenses: [], removeLicenses: [] }, 400);
  tenant.lab.explain(anna, E3, null);
  assert.equal(tenant.lab.step(), null);
  assert.deepEqual(tenant.lab.settle(), { steps: 0 });
  assert.throws(() => tenant.lab.setUnits("X", 1));
  assert.equal(tenant.lab.undo(), true);
  assert.deepEqual(tenant.get("/users").value, []);
  assert.equal(tenant.lab.undo(), false);
});

test("a new call takes the place of what was undone", () => {
  const tenant = new Tenant();
  const first = tenant.user("Anna");
  tenant.lab.undo();
  assert.equal(tenant.user("Bob"), first, "ids follow from the calls");
  assert.equal(tenant.lab.redo(), false);
  assert.equal(tenant.get("/users").value[0].displayName, "Bob");
});

test("a batch is one call, even where some of it was refused", () => {
  const tenant = new Tenant();
  tenant.user("Zoe");
  const create = (id, displayName) => ({
    id,
    method: "POST",
    url: "/groups",
    body: { displayName, mailEnabled: false, mailNickname: "group", securityEnabled: true },
  });
  const requests = [create("1", "A"), create("2", ""), create("3", "C"), { id: "4", method: "GET", url: "/groups" }];
  const { responses } = tenant.request("POST", "/$batch", { requests }, 200);
  assert.deepEqual(responses.map(({ status }) => status), [201, 400, 201, 200]);
  const names = () => tenant.get("/groups").value.map((group) => group.displayName);
  assert.deepEqual(names(), ["A", "C"]);
  assert.equal(tenant.lab.undo(), true);
  assert.deepEqual(names(), []);
  assert.equal(tenant.get("/users").value.length, 1);
  assert.equal(tenant.lab.redo(), true);
  assert.deepEqual(names(), ["A", "C"]);
});

test("undo reaches far back in a long history", () => {
  const tenant = new Tenant();
  const { lab } = tenant;
  lab.setUnits(E1, 5_000);
  const group = tenant.group("All");
  for (let number = 0; number < 300; number += 1) tenant.join(group, tenant.user(`User${number}`));
  tenant.license(group, [E1]);
  lab.settle();
  const last = tenant.everything();
  let undone = 0;
  while (lab.undo()) undone += 1;
  assert.equal(undone, 604);
  while (lab.redo());
  assert.deepEqual(tenant.everything(), last);
});
