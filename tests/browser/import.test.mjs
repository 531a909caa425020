// Importing a real tenant: what is read, what is said of it, and that nothing happens to the open tenant before.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityViolations, overflowsSideways } from "./browser.mjs";
import { ImportPage } from "./import-page.mjs";
import { KeepingPage } from "./keeping-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();
const bundle = await readFile("crates/licensing-import/tests/fixtures/bundle.json", "utf8");

/** Visits the screen, while the example is open. */
function withImport(options, steps) {
  return visitLab({ isExample: true, ...options }, async (lab, page) => {
    const screen = new ImportPage(page);
    await screen.open();
    await steps(screen, lab, page);
  });
}

const users = (page) => page.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/users" }).body.value);

test("a bundle is read, reported and opened, with names replaced", () =>
  withImport({}, async (screen, lab, page) => {
    const before = await users(page);
    await screen.choose({ name: "bundle.json", text: bundle });
    assert.deepEqual(await screen.files(), ["bundle.json"]);
    await screen.readAll();
    assert.equal(await screen.count("Users"), "2");
    assert.equal(await screen.count("Events of the audit log"), "1");
    assert.match(await screen.notes.innerText(), /The catalog does not know this product\. It is in the tenant[^.]*\.\s*NOT_IN_THE_LIST/);
    // Under today's rules the conflict in the file is none, and what it hid comes to light.
    assert.match(await screen.differences.innerText(), /2 of 3 assignments would come out differently/);
    assert.match(await screen.differences.innerText(), /Proxy address is already being used/);
    assert.match(await screen.differences.innerText(), /Person 2/);
    assert.doesNotMatch(await screen.main.innerText(), /noor|piet|contoso/i);
    // Nothing happened to the tenant that is open.
    assert.deepEqual(await users(page), before);

    await screen.openTenant();
    assert.deepEqual((await users(page)).map(({ displayName }) => displayName), ["Person 1", "Person 2"]);
    await lab.openUser("Person 1");
    assert.match(await lab.path("E3", "Group 1").innerText(), /Conflicting service plans/);
  }));

test("with names kept, names and ids are those of the file", () =>
  withImport({}, async (screen, lab, page) => {
    const before = await users(page);
    await screen.choose({ name: "bundle.json", text: bundle });
    assert.equal(await screen.replaces(), true);
    await screen.keepNames();
    assert.equal(await screen.replaces(), false);
    await screen.readAll();
    assert.match(await screen.differences.innerText(), /Piet Jansen/);

    // What was read can be put away; what was chosen stays for another try.
    await screen.main.getByRole("button", { name: "Discard" }).click();
    assert.deepEqual(await users(page), before);
    assert.deepEqual(await screen.files(), ["bundle.json"]);
    assert.equal(await screen.replaces(), false);
    await screen.readAll();
    await screen.openTenant();
    const file = JSON.parse(bundle).users.map(({ id, displayName }) => ({ id, displayName }));
    assert.deepEqual((await users(page)).map(({ id, displayName }) => ({ id, displayName })), file);
  }));

test("a product that the catalog does not know, and other plans of one that it knows, are marked and stay", () =>
  withImport({}, async (screen, lab, page) => {
    const parts = JSON.parse(bundle);
    const sku = "37c86dd4-ca27-4f07-8abc-fdf4a34d986c";
    const plan = (servicePlanId, servicePlanName) => ({ servicePlanId, servicePlanName, appliesTo: "User" });
    const plans = [plan("0bfba3eb-669a-40d0-9375-e9da553023bd", "QUITE_NEW_PLAN")];
    const [e1, e3] = parts.subscribedSkus;
    e3.servicePlans = [...plans, plan("efb87545-963c-4e0d-99df-69c6916d9eb0", "EXCHANGE_S_ENTERPRISE")];
    const unknown = { skuId: sku, skuPartNumber: "QUITE_NEW", prepaidUnits: { enabled: 3 }, servicePlans: plans };
    parts.subscribedSkus = [e1, e3, unknown];
    await screen.choose({ name: "tenant.json", text: JSON.stringify(parts) });
    await screen.readAll();
    const notes = await screen.notes.innerText();
    assert.match(notes, /The catalog does not know this service plan\.[^.]*\.\s*QUITE_NEW_PLAN, 0bfba3eb/);
    assert.match(notes, /the tenant's list counts\.\s*ENTERPRISEPACK: QUITE_NEW_PLAN/);
    await screen.openTenant();
    const marked = async () => {
      await lab.openProduct("QUITE_NEW");
      await lab.main.getByText("not in the catalog", { exact: true }).waitFor();
      await lab.main.getByRole("link", { name: "Service plans 1" }).click();
      await lab.main.getByRole("row", { name: /QUITE_NEW_PLAN/ }).getByText("not in the catalog").waitFor();
      await lab.openProduct("Office 365 E3");
      await lab.main.getByText(/^service plans compared with the catalog: \+1, −\d+$/).waitFor();
    };
    await marked();
    // It is given to a group, and is there again when the page is loaded anew.
    const give = { addLicenses: [{ skuId: sku, disabledPlans: [] }], removeLicenses: [] };
    const consumed = async () => {
      // After a reload it comes as soon as nothing else is to be done.
      await page.waitForFunction(() => globalThis.licensingLab);
      return page.evaluate((sku) => {
        const skus = globalThis.licensingLab.graph({ method: "GET", url: "/subscribedSkus" }).body.value;
        return skus.find(({ skuId }) => skuId === sku).consumedUnits;
      }, sku);
    };
    const status = await page.evaluate((body) => {
      const lab = globalThis.licensingLab;
      const [{ id }] = lab.graph({ method: "GET", url: "/groups" }).body.value;
      const answer = lab.graph({ method: "POST", url: `/groups/${id}/assignLicense`, body });
      lab.settle();
      return answer.status;
    }, give);
    assert.equal(status, 202);
    // The other member is in conflict still, so that nothing of the group reaches him or her.
    const given = await consumed();
    await new KeepingPage(lab).saved();
    await page.reload();
    await lab.complete();
    await marked();
    assert.deepEqual([given, await consumed()], [1, 1]);
  }));

test("names are text, whatever they hold", () =>
  withImport({}, async (screen, lab, page) => {
    const name = "<img src=x onerror=globalThis.hit=1>";
    await screen.choose({ name: `${name}.json`, text: bundle.replaceAll("Piet Jansen", name) });
    assert.deepEqual(await screen.files(), [`${name}.json`]);
    await screen.keepNames();
    await screen.readAll();
    assert.ok((await screen.differences.innerText()).includes(name));
    await screen.openTenant();
    await lab.openUser(name);
    assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  }));

test("answers of Graph may come as files and pages, chosen, dropped and pasted", () =>
  withImport({}, async (screen, lab, page) => {
    const root = "https://graph.microsoft.com/v1.0";
    const parts = JSON.parse(bundle);
    const answer = (set, value, next) =>
      JSON.stringify({ "@odata.context": `${root}/$metadata#${set}`, ...(next && { "@odata.nextLink": next }), value });
    const [first, ...others] = parts.users;
    await screen.choose(
      { name: "skus.json", text: answer("subscribedSkus", parts.subscribedSkus) },
      { name: "groups.json", text: answer("groups", parts.groups) },
    );
    await screen.drop({ name: "users 1.json", text: answer("users", [first], `${root}/users?$skiptoken=1`) });
    assert.deepEqual(await screen.files(), ["skus.json", "groups.json", "users 1.json"]);
    // The second page is not there yet: that is said.
    await screen.keepNames();
    await screen.readAll();
    assert.match(await screen.notes.innerText(), /The next page of this list was not given/);
    await screen.main.getByRole("button", { name: "Discard" }).click();
    await screen.paste(answer("users", others));
    await screen.readAll();
    assert.doesNotMatch(await screen.notes.innerText(), /The next page of this list was not given/);
    assert.equal(await screen.count("Users"), "2");
    assert.equal(await screen.count("Files"), "4");
  }));

test("a tenant that is downloaded and imported again is the same", () =>
  withImport({}, async (screen, lab, page) => {
    const requests = ["/organization", "/subscribedSkus", "/users", "/groups", "/contacts", "/auditLogs/directoryAudits"];
    const answers = () =>
      page.evaluate((urls) => urls.map((url) => globalThis.licensingLab.graph({ method: "GET", url }).body), requests);
    await page.evaluate(() => globalThis.licensingLab.settle());
    const before = await answers();
    const text = await screen.download();
    await screen.drop({ name: "tenant.json", text });
    await screen.keepNames();
    await screen.readAll();
    assert.match(await screen.notes.innerText(), /Everything was imported exactly as it is in the files/);
    assert.match(await screen.differences.innerText(), /All \d+ assignments would come out the same/);
    await screen.openTenant();
    assert.deepEqual(await answers(), before);
  }));

test("a broken file is refused with file, line and field, and changes nothing", () =>
  withImport({}, async (screen, lab, page) => {
    const before = await users(page);
    await screen.choose({ name: "users.json", text: bundle.replace('"usageLocation":"NL"', '"usageLocation":31') });
    await screen.start();
    await screen.error.getByText("This cannot be imported").waitFor();
    const expected = "users.json, line 18: users[0].usageLocation: expected a two-letter country code, found the number 31";
    assert.match(await screen.error.innerText(), new RegExp(expected.replaceAll(/[[\].]/g, "\\$&")));
    assert.deepEqual(await users(page), before);
    assert.ok(await screen.error.evaluate((error) => error.contains(document.activeElement)), "it has the focus");

    // What was chosen is still there.
    assert.deepEqual(await screen.files(), ["users.json"]);
    await screen.form.getByRole("button", { name: "Remove users.json" }).click();
    await screen.start();
    await screen.form.getByText("Choose a file or paste a response first.").waitFor();
    // Of a text that was pasted half, the error names the field at which it ends.
    await screen.paste(bundle.slice(0, bundle.indexOf('"usageLocation"') + 18));
    await screen.start();
    await screen.error.getByText("Pasted text, line 18: users[0].usageLocation: the file ends before its JSON does").waitFor();
    await screen.paste(bundle);
    await screen.readAll();
    assert.equal(await screen.count("Groups"), "2");
  }));

/** A tenant of so many users, each in one of ten groups, and with two kilobytes that have no meaning here. */
function large(count) {
  const mySite = "What nobody keeps of what somebody has. ".repeat(40);
  const id = (kind, number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const sku = "6fd2c87f-b296-42f0-b197-1e91e994b900";
  const numbers = Array.from({ length: count }, (_, number) => number);
  const members = (group) => numbers.filter((number) => number % 10 === group).map((number) => id("b", number));
  const groups = Array.from({ length: 10 }, (_, group) => ({
    id: id("a", group),
    displayName: `Group ${group}`,
    assignedLicenses: [{ skuId: sku, disabledPlans: [] }],
    members: members(group),
  }));
  const user = (number) => ({
    id: id("b", number),
    displayName: `User of a large tenant ${number}`,
    userPrincipalName: `user.number${number}@contoso.com`,
    mailNickname: `user.number${number}`,
    usageLocation: "NL",
    mail: `user.number${number}@contoso.com`,
    proxyAddresses: [`SMTP:user.number${number}@contoso.com`],
    mySite,
    licenseAssignmentStates: [
      { skuId: sku, assignedByGroup: id("a", number % 10), disabledPlans: [], state: "Active", error: "None" },
    ],
  });
  const subscribedSkus = [{ skuId: sku, prepaidUnits: { enabled: count } }];
  return JSON.stringify({ subscribedSkus, groups, users: numbers.map(user) });
}

test("a file of 200 MB and 100,000 users is read with a progress bar and can be cancelled", () =>
  withImport({}, async (screen, lab, page) => {
    const before = await users(page);
    const folder = await mkdtemp(join(tmpdir(), "licensing-lab-"));
    const file = join(folder, "large.json");
    const text = large(100_000);
    assert.ok(text.length > 200e6, `${text.length} bytes`);
    await writeFile(file, text);
    await screen.choose(file);
    await screen.start();
    await screen.progress.waitFor();
    const [first, second] = [await screen.percent(10), await screen.percent(20)];
    assert.ok(first < second, `${first} %, then ${second} %`);
    // The page answers meanwhile, and the work goes on while somebody looks elsewhere.
    await lab.goTo("Users");
    await page.getByRole("main").getByRole("link", { name: "Noor Visser", exact: true }).waitFor();
    await screen.open();
    await screen.main.getByRole("button", { name: "Cancel" }).click();
    await screen.form.waitFor();
    assert.deepEqual(await users(page), before);
    assert.deepEqual(await screen.files(), ["large.json"]);

    const begin = performance.now();
    await screen.readAll();
    const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
    console.log(`${(text.length / 1e6).toFixed(1)} MB, 100,000 users: read, put together and judged in ${seconds} s`);
    assert.equal(await screen.count("Users"), "100,000");
    assert.equal(await screen.count("Members"), "100,000");
    await screen.openTenant();
    const count = await page.evaluate(() => {
      const headers = { ConsistencyLevel: "eventual" };
      return globalThis.licensingLab.graph({ method: "GET", url: "/users?$count=true&$top=1", headers }).body["@odata.count"];
    });
    assert.equal(count, 100_000);

    // It goes out again in pieces too.
    await screen.open();
    const wanted = performance.now();
    const written = await screen.download();
    const took = ((performance.now() - wanted) / 1_000).toFixed(1);
    console.log(`${(written.length / 1e6).toFixed(1)} MB, 100,000 users: written in ${took} s`);
    assert.equal(written.match(/"userPrincipalName"/g).length, 100_000);
    assert.ok(written.endsWith("\n]\n}\n"));
    await rm(folder, { recursive: true });
  }));

test("the script that writes a bundle only reads", () =>
  withImport({}, async (screen) => {
    const script = await screen.script();
    const methods = [...script.matchAll(/-Method (\w+)/g)].map(([, method]) => method);
    assert.deepEqual(new Set(methods), new Set(["GET"]));
  }));

for (const [name, options] of [
  ["wide", {}],
  ["narrow and dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
]) {
  test(`axe finds nothing, and nothing overflows (${name})`, () =>
    withImport(options, async (screen, lab, page) => {
      const look = async () => {
        assert.deepEqual(await accessibilityViolations(page), []);
        assert.equal(await overflowsSideways(page), false);
      };
      await screen.choose({ name: "bundle.json", text: bundle });
      await look();
      await screen.readAll();
      await look();
      await screen.main.getByRole("button", { name: "Discard" }).click();
      await screen.choose({ name: "none.json", text: "{}" });
      await screen.start();
      await screen.error.getByText("This cannot be imported").waitFor();
      await look();
    }));
}
