// Each method of `Lab`, as the contract has it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { E1, E3, Tenant, shortOfSeats } from "./tenant.mjs";

const units = (tenant, skuId) => tenant.get("/subscribedSkus").value.find((sku) => sku.skuId === skuId).prepaidUnits;

test("a new tenant is as the options say, or as the contract says where they are left out", () => {
  const organization = (options) => new Tenant(options).get("/organization").value[0];
  const domains = (options) => organization(options).verifiedDomains.map(({ name, isInitial }) => [name, isInitial]);
  assert.equal(organization().countryLetterCode, "NL");
  assert.equal(organization({ countryLetterCode: "DE" }).countryLetterCode, "DE");
  assert.deepEqual(domains({}), [["contoso.onmicrosoft.com", true]]);
  assert.deepEqual(domains({ domain: "fabrikam.onmicrosoft.com", domains: ["fabrikam.com"] }), [
    ["fabrikam.onmicrosoft.com", true],
    ["fabrikam.com", false],
  ]);
  const isToday = (options) => {
    const tenant = new Tenant(options);
    const group = tenant.group("Sales");
    try {
      tenant.lab.reprocessGroup(group);
      return false;
    } catch {
      return true;
    }
  };
  assert.deepEqual([undefined, { rules: "2019" }, { rules: "today" }].map(isToday), [false, false, true]);
});

test("an option that is undefined counts as left out", () => {
  const tenant = new Tenant({ rules: undefined, workers: undefined, domains: undefined });
  assert.equal(tenant.get("/organization").value.length, 1);
});

test("graph answers at once, in plain JSON", () => {
  const { lab } = new Tenant();
  const answer = lab.graph({ method: "GET", url: "https://graph.microsoft.com/v1.0/users" });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers["Content-Type"], "application/json");
  assert.deepEqual(answer.body, { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", value: [] });
  for (const value of [answer, answer.headers, answer.body]) {
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  }
  assert.equal(JSON.stringify(answer), JSON.stringify(structuredClone(answer)));
});

test("graph answers null where Graph has no body, and reads headers in any case", () => {
  const tenant = new Tenant();
  const [group, user] = [tenant.group("Sales"), tenant.user("Anna")];
  assert.equal(tenant.request("DELETE", `/users/${user}`, undefined, 204), null);
  const counted = (headers) => tenant.lab.graph({ method: "GET", url: "/groups?$count=true", headers });
  assert.equal(counted({}).status, 400);
  assert.equal(counted({ consistencylevel: "eventual" }).body["@odata.count"], 1);
  assert.equal(tenant.get(`/groups/${group}`).displayName, "Sales");
});

test("graph takes the body as an object or as the text of one", () => {
  const tenant = new Tenant();
  const body = { displayName: "Sales", mailEnabled: false, mailNickname: "Sales", securityEnabled: true };
  tenant.request("POST", "/groups", body, 201);
  tenant.request("POST", "/groups", JSON.stringify(body), 201);
  assert.equal(tenant.get("/groups").value.length, 2);
});

test("setUnits takes a part number or a skuId, a number or an object", () => {
  const tenant = new Tenant();
  assert.equal(tenant.lab.setUnits("ENTERPRISEPACK", 5), E3);
  assert.deepEqual(units(tenant, E3), { enabled: 5, suspended: 0, warning: 0, lockedOut: 0 });
  assert.equal(tenant.lab.setUnits(E3.toUpperCase(), { warning: 2, lockedOut: 1 }), E3);
  assert.deepEqual(units(tenant, E3), { enabled: 0, suspended: 0, warning: 2, lockedOut: 1 });
  tenant.lab.setUnits(E3, 7);
  assert.deepEqual(units(tenant, E3), { enabled: 7, suspended: 0, warning: 0, lockedOut: 0 });
  tenant.lab.setUnits(E3, {});
  assert.deepEqual(units(tenant, E3), { enabled: 0, suspended: 0, warning: 0, lockedOut: 0 });
});

test("setUnits knows the whole catalog and asks which of two products is meant", () => {
  const { lab } = new Tenant({ rules: "today" });
  assert.throws(() => lab.setUnits("MCOPSTN5", 1), {
    message:
      /^`MCOPSTN5` is the part number of several products; give one of their skuIds: [0-9a-f-]{36}, [0-9a-f-]{36}$/,
  });
  const skuId = "11dee6af-eca8-419f-8061-6864517c1875";
  assert.equal(lab.setUnits(skuId, 1), skuId);
});

test("step takes one user at a time and says which", () => {
  const tenant = new Tenant();
  tenant.lab.setUnits(E3, 9);
  const [anna, bob] = [tenant.user("Anna"), tenant.user("Bob")];
  const sales = tenant.group("Sales", [anna, bob]);
  assert.equal(tenant.lab.step(), null);
  tenant.license(sales, [E3]);
  assert.deepEqual(tenant.lab.step(), { user: anna, run: "group", changed: true });
  assert.deepEqual(tenant.lab.step(), { user: bob, run: "group", changed: true });
  assert.equal(tenant.lab.step(), null);
  tenant.request("POST", `/users/${bob}/reprocessLicenseAssignment`, undefined, 200);
  assert.deepEqual(tenant.lab.step(), { user: bob, run: "user", changed: false });
});

test("with two workers a step takes a user of each of two runs, and says which of the first", () => {
  const tenant = new Tenant({ workers: 2 });
  const [anna, bob] = [tenant.user("Anna"), tenant.user("Bob")];
  for (const [skuId, user] of [[tenant.lab.setUnits(E3, 9), anna], [tenant.lab.setUnits(E1, 9), bob]]) {
    tenant.license(tenant.group("Group", [user]), [skuId]);
  }
  assert.deepEqual(tenant.lab.step(), { user: anna, run: "group", changed: true });
  assert.deepEqual([anna, bob].map((user) => tenant.states(user)), [["Active None"], ["Active None"]]);
  assert.equal(tenant.lab.step(), null);
});

test("settle works until idle and counts", () => {
  const { tenant, lab, sales } = shortOfSeats();
  assert.deepEqual(lab.settle(), { steps: 0 });
  lab.reprocessGroup(sales);
  assert.deepEqual(lab.settle(), { steps: 2 });
  assert.equal(tenant.get(`/groups/${sales}?$select=licenseProcessingState`).licenseProcessingState.state, "ProcessingComplete");
});

test("reprocessGroup repairs what more seats alone do not, under the rules of 2019", () => {
  const { tenant, lab, bob, sales } = shortOfSeats();
  lab.setUnits(E3, 2);
  lab.settle();
  assert.deepEqual(tenant.states(bob), ["Error CountViolation"]);
  lab.reprocessGroup(sales);
  lab.settle();
  assert.deepEqual(tenant.states(bob), ["Active None"]);
  lab.setRules("today");
  assert.throws(() => lab.reprocessGroup(sales), { message: /^Groups cannot be reprocessed under these rules/ });
});

test("setRules changes the rules: today two Exchange plans go together, after a run", () => {
  const tenant = new Tenant();
  const plans = [tenant.lab.setUnits("EXCHANGESTANDARD", 5), tenant.lab.setUnits("EXCHANGEENTERPRISE", 5)];
  const anna = tenant.user("Anna");
  for (const skuId of plans) tenant.license(tenant.group("Exchange", [anna]), [skuId]);
  tenant.lab.settle();
  assert.deepEqual(tenant.states(anna).sort(), ["Active None", "Error MutuallyExclusiveViolation"]);
  tenant.lab.setRules("today");
  tenant.lab.settle();
  assert.deepEqual(tenant.states(anna).sort(), ["Active None", "Error MutuallyExclusiveViolation"]);
  tenant.request("POST", `/users/${anna}/reprocessLicenseAssignment`, undefined, 200);
  tenant.lab.settle();
  assert.deepEqual(tenant.states(anna), ["Active None", "Active None"]);
});

test("addContact gives an id, takes addresses with and without smtp:, and the same one twice", () => {
  const tenant = new Tenant();
  const first = tenant.lab.addContact("First", ["SMTP:info@contoso.com", "smtp:a@contoso.com", "b@contoso.com"]);
  const second = tenant.lab.addContact("Second", ["info@contoso.com"]);
  assert.notEqual(first, second);
  const contacts = tenant.get("/contacts").value.map(({ id, displayName, proxyAddresses }) => [id, displayName, proxyAddresses]);
  assert.deepEqual(contacts, [
    [first, "First", ["SMTP:info@contoso.com", "smtp:a@contoso.com", "smtp:b@contoso.com"]],
    [second, "Second", ["smtp:info@contoso.com"]],
  ]);
});

test("a contact is changed as far as is given, and deleted with its addresses", () => {
  const tenant = new Tenant();
  const { lab } = tenant;
  const id = lab.addContact("First", ["info@contoso.com"]);
  const contacts = () => tenant.get("/contacts").value.map((contact) => [contact.displayName, contact.proxyAddresses]);
  lab.updateContact(id, { displayName: "Desk" });
  assert.deepEqual(contacts(), [["Desk", ["smtp:info@contoso.com"]]]);
  lab.updateContact(id, { addresses: ["SMTP:desk@contoso.com"] });
  assert.deepEqual(contacts(), [["Desk", ["SMTP:desk@contoso.com"]]]);
  lab.deleteContact(id);
  assert.deepEqual(contacts(), []);
  assert.throws(() => lab.deleteContact(id), /contact/);
  assert.ok(lab.undo());
  assert.deepEqual(contacts(), [["Desk", ["SMTP:desk@contoso.com"]]]);
});

test("setAddresses changes what is given, and duplicates bring the real conflict about", () => {
  const tenant = new Tenant();
  const anna = tenant.user("Anna");
  const addresses = () => {
    const { mail, proxyAddresses } = tenant.get(`/users/${anna}?$select=mail,proxyAddresses`);
    return { mail, proxyAddresses };
  };
  tenant.lab.setAddresses(anna, { mail: "anna@contoso.com", proxyAddresses: ["SMTP:anna@contoso.com"] });
  assert.deepEqual(addresses(), { mail: "anna@contoso.com", proxyAddresses: ["SMTP:anna@contoso.com"] });
  tenant.lab.setAddresses(anna, { mail: null });
  assert.deepEqual(addresses(), { mail: null, proxyAddresses: ["SMTP:anna@contoso.com"] });
  tenant.lab.setAddresses("anna@contoso.onmicrosoft.com", { proxyAddresses: [] });
  assert.deepEqual(addresses(), { mail: null, proxyAddresses: [] });

  tenant.lab.addContact("Twin", ["anna@contoso.onmicrosoft.com"]);
  tenant.lab.setUnits(E3, 1);
  tenant.license(tenant.group("Sales", [anna]), [E3]);
  tenant.lab.settle();
  assert.deepEqual(tenant.states(anna), ["Error UniquenessViolation"]);
});

test("addServicePlan adds a plan to a product of the tenant", () => {
  const tenant = new Tenant();
  const plans = () => tenant.get("/subscribedSkus").value[0].servicePlans.map((plan) => plan.servicePlanName);
  tenant.lab.setUnits("EXCHANGESTANDARD", 1);
  assert.ok(!plans().includes("SHAREPOINTSTANDARD"));
  const plan = "c7699d2e-19aa-44de-8edf-1736da088ca1";
  tenant.lab.addServicePlan("EXCHANGESTANDARD", plan);
  assert.ok(plans().includes("SHAREPOINTSTANDARD"));
  assert.throws(() => tenant.lab.addServicePlan("EXCHANGESTANDARD", plan), { message: /already/ });
  assert.throws(() => tenant.lab.addServicePlan("ENTERPRISEPACK", plan), { message: /never bought Office 365 E3/ });
});

test("advance lets days pass: after 30 of them a deleted user is gone", () => {
  const tenant = new Tenant();
  const anna = tenant.user("Anna");
  tenant.request("DELETE", `/users/${anna}`, undefined, 204);
  const deleted = () => tenant.get("/directory/deletedItems/microsoft.graph.user").value.length;
  tenant.lab.advance(29);
  assert.equal(deleted(), 1);
  tenant.lab.advance(2);
  assert.equal(deleted(), 0);
});

test("advance answers false where the clock does not go that far, and work goes on", () => {
  const tenant = new Tenant();
  const anna = tenant.user("Anna");
  assert.equal(tenant.lab.advance(0), true);
  assert.equal(tenant.lab.advance(20_000), true);
  const before = tenant.everything();
  assert.equal(tenant.lab.advance(65_535), false);
  assert.deepEqual(tenant.everything(), before);
  tenant.request("PATCH", `/users/${anna}`, { displayName: "Anna Bakker" }, 204);
  assert.equal(tenant.lab.step(), null);
  assert.ok(tenant.lab.undo());
});

test("explain goes from the state over the rule to commands and initial facts", () => {
  const { lab, anna, bob, sales } = shortOfSeats();
  const trace = lab.explain(bob, E3, sales);
  const { causes, text, ...outcome } = trace;
  assert.deepEqual(outcome, { state: "Error", error: "CountViolation", rule: "R8.2", confidence: "documented" });
  assert.match(text, /^Bob does not get Office 365 E3 through Sales\b.*\.$/);
  const leaves = (link) => (link.causes.length ? link.causes.flatMap(leaves) : [link]);
  const facts = leaves(trace).map((leaf) => leaf.text);
  for (const fact of [
    "Office 365 E3 has these units: 1 enabled (command 1).",
    "Bob is a member of Sales (command 6).",
    "Sales assigns Office 365 E3 (command 7).",
  ]) {
    assert.ok(facts.includes(fact), facts.join("\n"));
  }
  const names = ["causes", "confidence", "error", "rule", "state", "text"];
  const all = (link) => [link, ...link.causes.flatMap(all)];
  for (const link of all(trace)) assert.deepEqual(Object.keys(link).sort(), names);
  assert.equal(lab.explain(anna, E3, sales).error, "None");
  assert.equal(lab.explain(anna, E3, null), null);
  assert.equal(lab.explain(anna, E1, sales), null);
});

test("explain says of a fact that nobody brought that it is an initial one", () => {
  const tenant = new Tenant({ countryLetterCode: "CU" });
  tenant.lab.setUnits(E3, 1);
  const anna = tenant.user("Anna", { usageLocation: undefined });
  const group = tenant.group("Sales", [anna]);
  tenant.license(group, [E3]);
  tenant.lab.settle();
  const texts = (link) => [link.text, ...link.causes.flatMap(texts)];
  const trace = texts(tenant.lab.explain(anna, E3, group));
  assert.ok(trace.some((text) => /tenant's country counts: Cuba \(initial fact\)\.$/.test(text)), trace.join("\n"));
});

test("the same calls give the same answers", () => {
  const [one, other] = [shortOfSeats(), shortOfSeats()];
  assert.deepEqual(one.tenant.everything(), other.tenant.everything());
  const answer = ({ lab }) => lab.graph({ method: "GET", url: "/users" });
  assert.deepEqual(answer(one), answer(other));
});
