// Microsoft's own client, as it is published, with a lab where the network would be.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import { Lab } from "./package.mjs";
import { E1, E3, ROOT } from "./tenant.mjs";

const network = globalThis.fetch;
let lab;
let client;

beforeEach(() => {
  lab = new Lab();
  lab.setUnits(E3, 2);
  // The client's own chain stays whole: sign-in, retries, telemetry and parsing. Only what it calls last is ours.
  globalThis.fetch = async (url, { method = "GET", headers, body } = {}) => {
    const answer = lab.graph({ method, url: String(url), headers: Object.fromEntries(new Headers(headers)), body });
    const text = answer.body === null ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
  client = Client.init({ authProvider: (done) => done(null, "a token that nobody looks at") });
});

afterEach(() => {
  globalThis.fetch = network;
});

const createUser = (name) =>
  client.api("/users").post({
    accountEnabled: true,
    displayName: name,
    mailNickname: name.toLowerCase(),
    userPrincipalName: `${name.toLowerCase()}@contoso.onmicrosoft.com`,
    usageLocation: "NL",
    passwordProfile: { forceChangePasswordNextSignIn: true, password: "correct horse battery staple" },
  });

const createGroup = (name) =>
  client.api("/groups").post({
    displayName: name,
    description: "made by the client",
    mailEnabled: false,
    mailNickname: name.toLowerCase(),
    securityEnabled: true,
  });

const addMember = (group, member) =>
  client.api(`/groups/${group.id}/members/$ref`).post({ "@odata.id": `${ROOT}/directoryObjects/${member.id}` });

const license = (group, skuId) =>
  client
    .api(`/groups/${group.id}/assignLicense`)
    .post({ addLicenses: [{ disabledPlans: [], skuId }], removeLicenses: [] });

/** The promise's GraphError. */
async function graphError(promise) {
  const error = await promise.then(
    () => assert.fail("the request was answered"),
    (error) => error,
  );
  assert.ok(error instanceof GraphError);
  return error;
}

test("a group is licensed, polled until its processing is complete, and its errors are read", async () => {
  const sales = await createGroup("Sales");
  for (const name of ["Anna", "Bob", "Chris"]) await addMember(sales, await createUser(name));
  assert.equal((await license(sales, E3)).displayName, "Sales");

  const seen = [];
  for (;;) {
    const { licenseProcessingState } = await client.api(`/groups/${sales.id}`).select("licenseProcessingState").get();
    seen.push(licenseProcessingState.state);
    if (licenseProcessingState.state === "ProcessingComplete") break;
    assert.notEqual(lab.step(), null, "the group waits, so there is something to do");
  }
  assert.deepEqual(seen, ["QueuedForProcessing", "ProcessingInProgress", "ProcessingInProgress", "ProcessingComplete"]);

  const groups = await client.api("/groups").filter("hasMembersWithLicenseErrors eq true").select("id").get();
  assert.deepEqual(groups.value.map((group) => group.id), [sales.id]);
  const { value } = await client.api(`/groups/${sales.id}/membersWithLicenseErrors`).get();
  assert.deepEqual(value.map((user) => user.displayName), ["Chris"]);
  const chris = await client.api(`/users/${value[0].id}`).select(["displayName", "licenseAssignmentStates"]).get();
  assert.deepEqual(
    chris.licenseAssignmentStates.map(({ lastUpdatedDateTime, ...state }) => state),
    [{ skuId: E3, assignedByGroup: sales.id, disabledPlans: [], state: "Error", error: "CountViolation" }],
  );
});

test("users are paged through with PageIterator", async () => {
  const names = Array.from({ length: 23 }, (_, number) => `User${number}`);
  for (const name of names) await createUser(name);
  const first = await client.api("/users").top(5).select("displayName").get();
  assert.equal(first.value.length, 5);
  const seen = [];
  const iterator = new PageIterator(client, first, (user) => {
    seen.push(user.displayName);
    return seen.length !== 12;
  });
  await iterator.iterate();
  assert.equal(iterator.isComplete(), false);
  assert.deepEqual(seen, names.slice(0, 12));
  await iterator.resume();
  assert.equal(iterator.isComplete(), true);
  assert.deepEqual(seen, names);
});

test("a 400 is a GraphError with Graph's code and text", async () => {
  const anna = await createUser("Anna");
  const error = await graphError(
    client.api(`/users/${anna.id}/assignLicense`).post({ addLicenses: [{ skuId: E1 }], removeLicenses: [] }),
  );
  assert.equal(error.statusCode, 400);
  assert.equal(error.code, "Request_BadRequest");
  assert.equal(error.message, `License ${E1} does not correspond to a valid company License.`);
  assert.match(error.requestId, /^[0-9a-f-]{36}$/);
  assert.ok(error.date instanceof Date && !Number.isNaN(error.date.valueOf()));
  assert.equal(JSON.parse(error.body).innerError["request-id"], error.requestId);
});

test("404, 501 and a licensed group that cannot be deleted are GraphErrors too", async () => {
  assert.equal((await graphError(client.api("/users/nobody@contoso.onmicrosoft.com").get())).statusCode, 404);
  const notSimulated = await graphError(client.api("/me").get());
  assert.equal(notSimulated.statusCode, 501);
  assert.match(notSimulated.message, /\/me/);
  const sales = await createGroup("Sales");
  await license(sales, E3);
  const error = await graphError(client.api(`/groups/${sales.id}`).delete());
  assert.equal(error.statusCode, 400);
  assert.match(error.message, /^Unable to delete the group because there is a product license assigned to the group\./);
});

test("patches, deletions and references answer without a body", async () => {
  const [anna, sales] = [await createUser("Anna"), await createGroup("Sales")];
  assert.equal(await client.api(`/users/${anna.id}`).patch({ usageLocation: "DE" }), undefined);
  assert.equal(await addMember(sales, anna), undefined);
  assert.equal(await client.api(`/groups/${sales.id}/members/${anna.id}/$ref`).delete(), undefined);
  assert.equal(await client.api(`/users/${anna.id}`).delete(), undefined);
  const deleted = await client.api("/directory/deletedItems/microsoft.graph.user").get();
  assert.deepEqual(deleted.value.map((user) => user.displayName), ["Anna"]);
});

test("counting and advanced filters take the client's header", async () => {
  for (const name of ["Anna", "Bob"]) await createUser(name);
  const request = () => client.api("/users").filter("displayName ne 'Bob'").count(true);
  assert.equal((await graphError(request().get())).code, "Request_UnsupportedQuery");
  const answer = await request().header("ConsistencyLevel", "eventual").get();
  assert.equal(answer["@odata.count"], 1);
  assert.equal(answer.value[0].displayName, "Anna");
});

test("a batch is made with BatchRequestContent and read with BatchResponseContent", async () => {
  const anna = await createUser("Anna");
  const json = { "Content-Type": "application/json" };
  const post = (url, body) => new Request(ROOT + url, { method: "POST", headers: json, body: JSON.stringify(body) });
  const content = new BatchRequestContent([
    { id: "1", request: post("/groups", { displayName: "Sales", mailEnabled: false, mailNickname: "group", securityEnabled: true }) },
    {
      id: "2",
      dependsOn: ["1"],
      request: post(`/users/${anna.id}/assignLicense`, { addLicenses: [{ skuId: E1 }], removeLicenses: [] }),
    },
    { id: "3", dependsOn: ["2"], request: new Request(`${ROOT}/groups`) },
  ]);
  const answer = new BatchResponseContent(await client.api("/$batch").post(await content.getContent()));
  const statuses = [...answer.getResponses()].map(([id, response]) => `${id}: ${response.status}`);
  assert.deepEqual(statuses, ["1: 201", "2: 400", "3: 424"]);
  assert.equal((await answer.getResponseById("1").json()).displayName, "Sales");
  assert.match((await answer.getResponseById("2").json()).error.message, /valid company License/);
  assert.equal((await client.api("/groups").get()).value.length, 1);

  assert.equal(lab.undo(), true);
  assert.deepEqual((await client.api("/groups").get()).value, []);
});

test("a batch of the client may answer without a body", async () => {
  const anna = await createUser("Anna");
  const content = new BatchRequestContent([
    { id: "1", request: new Request(`${ROOT}/users/${anna.id}`, { method: "DELETE" }) },
  ]);
  const answer = new BatchResponseContent(await client.api("/$batch").post(await content.getContent()));
  assert.equal(answer.getResponseById("1").status, 204);
});
