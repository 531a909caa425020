// The Graph console: requests over the tenant that is shown, what was done as requests and as PowerShell, and the same
// for scripts.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { overflowsSideways, violationsInBothThemes, visit } from "./browser.mjs";
import { ConsolePage } from "./console-page.mjs";
import { LabPage } from "./page.mjs";
import { DESKTOP, PHONE, visits } from "./visits.mjs";

const E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";

const visitLab = visits();

/** Visits the console of the example. */
function withConsole(options, steps) {
  return visitLab({ isExample: true, ...options }, async (lab, page) => {
    await lab.goTo("Graph console");
    await steps(new ConsolePage(page), lab, page);
  });
}

test("a request is answered with status, body and headers", () =>
  withConsole({}, async (console) => {
    await console.send("GET", "/subscribedSkus?$select=skuPartNumber,consumedUnits");
    assert.equal(await console.status(), "200 OK");
    const products = (await console.body()).value.map(({ skuPartNumber }) => skuPartNumber).sort();
    assert.deepEqual(products, ["ENTERPRISEPACK", "STANDARDPACK"]);
    assert.match(await console.headers(), /Content-Type\s+application\/json/);
    assert.equal(await console.sent.count(), 1);
  }));

test("an id says whose it is: in a list below the answer, and where one points at it", () =>
  withConsole({}, async (console) => {
    await console.send("GET", "/users?$select=id,displayName&$filter=startswith(displayName,'Noor')");
    const [{ id }] = (await console.body()).value;
    const names = console.answer.getByRole("list", { name: "Names behind the ids" });
    assert.match((await names.innerText()).replaceAll(/\s+/g, " "), /Noor Visser/);
    assert.equal(await console.answer.getByTitle("User: Noor Visser").innerText(), `"${id}"`);
    await console.send("GET", "/subscribedSkus?$select=skuId");
    assert.ok((await console.answer.getByTitle(/^Product: Office 365 E\d$/).count()) === 2);
  }));

test("an error has its status, its code, and a note where the simulator differs on purpose", () =>
  withConsole({}, async (console) => {
    await console.send("GET", "/users/nobody@contoso.com");
    assert.equal(await console.status(), "404 Not Found");
    assert.equal((await console.body()).error.code, "Request_ResourceNotFound");
    assert.equal(await console.deviations(), "");

    await console.send("GET", "/me/messages");
    assert.equal(await console.status(), "501 Not Implemented");
    assert.match(await console.deviations(), /What is not simulated is refused by name/);

    await console.send("POST", "/groups", "{ not json");
    assert.equal(await console.status(), "400 Bad Request");
    // Deeper than any reader of JSON goes: an answer, and the page lives.
    await console.send("POST", "/groups", "[".repeat(200_000));
    assert.equal(await console.status(), "400 Bad Request");

    // A click brings the first one back, with its answer.
    await console.bringBack(/nobody@contoso\.com/);
    assert.equal(await console.url.inputValue(), "/users/nobody@contoso.com");
    assert.equal(await console.status(), "404 Not Found");
  }));

test("headers go with a request", () =>
  withConsole({}, async (console) => {
    const url = "/users?$filter=usageLocation ne 'DE'&$count=true";
    await console.send("GET", url);
    assert.equal(await console.status(), "400 Bad Request");
    await console.send("GET", url, undefined, "ConsistencyLevel: eventual");
    assert.equal(await console.status(), "200 OK");
    assert.equal((await console.body())["@odata.count"], 4);
  }));

test("what a request changes is undone like a click, and shown everywhere", () =>
  withConsole({}, async (console, lab, page) => {
    // With another nickname than the one that it has anyway it would be two commands.
    const body = { displayName: "Robots & Co", mailEnabled: false, mailNickname: "RobotsCo", securityEnabled: true };
    await console.send("POST", "/groups", JSON.stringify(body));
    assert.equal(await console.status(), "201 Created");
    assert.match(await console.entry(0), /Create group Robots & Co[^]*POST \/groups/);
    await lab.goTo("Groups");
    await page.getByRole("main").getByRole("link", { name: "Robots & Co" }).waitFor();
    await lab.time.getByRole("button", { name: "Undo: create group Robots & Co" }).click();
    await page.getByRole("main").getByRole("link", { name: "Robots & Co" }).waitFor({ state: "hidden" });

    // A batch is undone whole.
    await lab.goTo("Graph console");
    const requests = ["1", "2"].map((id) => ({ id, method: "POST", url: "/groups", body: { ...body, displayName: `Team ${id}` } }));
    await console.send("POST", "/$batch", JSON.stringify({ requests }));
    assert.equal(await console.status(), "200 OK");
    assert.match(await console.entry(0), /Create group Team 2/);
    await lab.time.getByRole("button", { name: "Undo: create group Team 1, and 1 more action" }).click();
    assert.match(await console.entry(0), /Assign Office 365 E3 to Sales E3/);
    await lab.time.getByRole("button", { name: "Redo: create group Team 1, and 1 more action" }).click();
    assert.match(await console.entry(0), /Create group Team 2/);
  }));

test("clicks are written down as Graph requests, as PowerShell and in words", () =>
  withConsole({}, async (console, lab, page) => {
    await lab.run();
    await lab.openUser("Noor Visser");
    await lab.removeDirect("Office 365 E1");
    await lab.reprocess();
    await lab.goTo("Graph console");
    assert.match(await console.entry(0), /POST \/users\/\{Noor Visser\}\/reprocessLicenseAssignment/);
    assert.match(await console.entry(1), /\{"addLicenses": \[\], "removeLicenses": \["\{Office 365 E1\}"\]\}/);
    assert.match(await console.entry(2), /4 steps of the background/);

    await console.transcript.getByRole("button", { name: "PowerShell" }).click();
    assert.match(await console.entry(0), /Invoke-MgLicenseUser -UserId \$user1\.Id/);
    assert.match(await console.entry(1), /Set-MgUserLicense -UserId \$user1\.Id -AddLicenses @\(\) -RemoveLicenses @\('\{Office 365 E1\}'\)/);
    const script = await console.download("licensing-lab.ps1");
    assert.ok(script.startsWith("\uFEFF#"), "Windows PowerShell reads it as UTF-8");
    assert.match(script, /\$group1 = New-MgGroup -DisplayName 'Sales E3'/);
    assert.match(script, new RegExp(`Set-MgGroupLicense -GroupId \\$group1\\.Id -AddLicenses @\\(@\\{ SkuId = '${E3}'`));

    await console.transcript.getByRole("button", { name: "Graph", exact: true }).click();
    assert.match(await console.download("licensing-lab.http"), /\nPOST https:\/\/graph\.microsoft\.com\/v1\.0\/users\/[0-9a-f-]{36}\/reprocessLicenseAssignment\n/);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await console.transcript.getByRole("button", { name: "Copy" }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("@token"));

    await console.transcript.getByRole("button", { name: "Words" }).click();
    assert.match(await console.entry(0), /^\D*\d+\s+Reprocess Noor Visser\s+200\s+Not processed yet$/);
    assert.match(await console.download("licensing-lab.txt"), /\n\d+\. reprocess Noor Visser\n/);
  }));

test("a long answer is shown in part and saved whole", () =>
  withConsole({}, async (console, lab, page) => {
    await page.evaluate(() => {
      const create = (body) => globalThis.licensingLab.graph({ method: "POST", url: "/users", body });
      for (let number = 0; number < 300; number += 1) {
        create({ displayName: `Person ${number}`, userPrincipalName: `p${number}@contoso.onmicrosoft.com` });
      }
    });
    await console.send("GET", "/users?$top=999");
    assert.equal(await console.status(), "200 OK");
    await console.answer.getByText(/^The first \d+ of [\d,]+ lines are shown/).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      console.answer.getByRole("button", { name: "Download the response" }).click(),
    ]);
    assert.equal(JSON.parse(await readFile(await saved.path(), "utf8")).value.length, 304);
    const shown = await console.answer.getByRole("region", { name: "Body of the response" }).innerText();
    assert.ok(shown.length <= 20_000, `${shown.length} letters`);
  }));

test("an example is filled in with the ids of this tenant", () =>
  withConsole({}, async (console, lab) => {
    await lab.run();
    await console.example("Members in error of Sales E3");
    assert.match(await console.url.inputValue(), /^\/groups\/[0-9a-f-]{36}\/membersWithLicenseErrors$/);
    assert.equal(await console.names(), "Group Sales E3");
    // Ctrl Enter sends, also out of a field.
    await console.url.press("Control+Enter");
    assert.equal(await console.status(), "200 OK");
    assert.deepEqual((await console.body()).value.map(({ displayName }) => displayName), ["Noor Visser"]);
  }));

test("window.licensingLab works on the tenant that is shown", () =>
  withConsole({}, async (console, lab, page) => {
    const names = await page.evaluate(() => Object.keys(globalThis.licensingLab).sort());
    const methods = (await readFile("crates/licensing-js/npm/licensing-lab.d.ts", "utf8")).split("export interface")[0];
    for (const name of names) assert.match(methods, new RegExp(`\\b${name}\\(`), `${name} is a method of Lab`);

    const answer = await page.evaluate(() => {
      const lab = globalThis.licensingLab;
      const { body } = lab.graph({ method: "GET", url: "/users?$select=displayName" });
      const unknown = () => lab.setUnits("NO_SUCH_PRODUCT", 1);
      const refusal = (call) => {
        try {
          return String(call());
        } catch (error) {
          return `${error instanceof Error} ${error.message}`;
        }
      };
      const circle = {};
      circle.self = circle;
      return {
        users: body.value.map(({ displayName }) => displayName),
        unknown: refusal(unknown),
        circle: lab.graph(circle).status,
        advance: lab.advance(1),
        sku: lab.setUnits("SPE_E5", 3),
        settled: lab.settle(),
        step: lab.step(),
        saved: lab.scenario().base.state.users.length,
        link: lab.link(),
      };
    });
    assert.deepEqual(answer.users.sort(), ["Femke Bos", "Noor Visser", "Sanne de Wit", "Yusuf Demir"]);
    assert.equal(answer.unknown, "true there is no product `NO_SUCH_PRODUCT`");
    assert.equal(answer.circle, 400);
    assert.equal(answer.advance, true);
    assert.equal(answer.settled.steps, 4);
    assert.equal(answer.step, null);
    assert.equal(answer.saved, 4);
    assert.match(answer.link, /^#\/s\/[A-Za-z0-9_-]+$/);

    // The page shows it, under the names that clicks have, and takes it back step by step.
    const undo = lab.time.getByRole("button", { name: /^Undo/ });
    await lab.goTo("Products");
    await page.getByRole("main").getByRole("row").filter({ hasText: "Microsoft 365 E5" }).waitFor();
    await lab.openUser("Noor Visser");
    assert.match(await lab.path("Office 365 E3", "Sales E3").innerText(), /Conflicting service plans/);
    assert.match(await undo.getAttribute("aria-label"), /^Undo: step 17, and 3 more actions$/);
    assert.equal(await page.evaluate(() => globalThis.licensingLab.undo()), true);
    assert.match(await undo.getAttribute("aria-label"), /^Undo: buy 3 seats of Microsoft 365 E5$/);
    await undo.click();
    const skus = await page.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/subscribedSkus" }).body.value);
    assert.deepEqual(skus.map(({ skuPartNumber }) => skuPartNumber).sort(), ["ENTERPRISEPACK", "STANDARDPACK"]);
    assert.equal(await page.evaluate(() => globalThis.licensingLab.redo()), true);
    await lab.goTo("Products");
    await page.getByRole("main").getByRole("row").filter({ hasText: "Microsoft 365 E5" }).waitFor();
  }));

test("a script that calls back while its argument is read does no harm", () =>
  withConsole({}, async (console, lab, page) => {
    const [status, users] = await page.evaluate(() => {
      const lab = globalThis.licensingLab;
      const sly = { method: "GET", get url() { return `/users?$top=${lab.graph({ method: "GET", url: "/users" }).body.value.length}`; } };
      const answer = lab.graph(sly);
      return [answer.status, answer.body.value.length];
    });
    assert.deepEqual([status, users], [200, 4]);
  }));

test("whatever the page speaks, Graph and scripts answer in English", async () => {
  const { context, page, problems } = await visit(visitLab.shared.browser, visitLab.shared.host.url, { locale: "nl-NL" });
  await page.waitForFunction(() => globalThis.licensingLab);
  await new LabPage(page, "nl").openExample();
  const said = await page.evaluate(() => {
    const lab = globalThis.licensingLab;
    const get = (url) => lab.graph({ method: "GET", url }).body.value;
    const [[group], [sku]] = ["/groups", "/subscribedSkus?$select=skuId"].map(get);
    const add = [{ skuId: sku.skuId }, { skuId: sku.skuId }];
    const body = { addLicenses: add, removeLicenses: [] };
    const refused = lab.graph({ method: "POST", url: `/groups/${group.id}/assignLicense`, body }).body.error.message;
    lab.settle();
    const [path] = get(`/groups/${group.id}/membersWithLicenseErrors`);
    const assigned = lab.graph({ method: "GET", url: `/groups/${group.id}?$select=assignedLicenses` }).body.assignedLicenses;
    const trace = lab.explain(path.id, assigned[0].skuId, group.id);
    const thrown = (call) => {
      try {
        return call();
      } catch (error) {
        return error.message;
      }
    };
    lab.setRules("today");
    return [refused, trace.text, thrown(() => lab.reprocessGroup(group.id))];
  });
  assert.match(said[0], / is named twice in one list\.$/);
  assert.match(said[1], /^Noor Visser does not get Office 365 E3 through Sales E3/);
  assert.match(said[2], /^Groups cannot be reprocessed under these rules/);
  await context.close();
  assert.deepEqual(problems, []);
});

test("the console and its scripts speak Dutch", async () => {
  const { context, page, problems } = await visit(visitLab.shared.browser, `${visitLab.shared.host.url}#/graph`, { locale: "nl-NL" });
  await page.getByRole("heading", { level: 1, name: "Graph-console" }).waitFor();
  await page.waitForFunction(() => globalThis.licensingLab);
  await new LabPage(page, "nl").openExample();
  await page.getByRole("heading", { level: 1, name: "Graph-console" }).waitFor();
  await page.getByRole("button", { name: "Voorbeelden" }).click();
  await page.getByRole("button", { name: /^Groepen met leden in foutstatus/ }).click();
  await page.getByRole("button", { name: "Verzenden" }).click();
  await page.getByRole("heading", { name: "Met opzet anders dan in Graph" }).waitFor();
  await page.getByRole("button", { name: "PowerShell" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "licensing-lab.ps1" }).click(),
  ]);
  const script = await readFile(await download.path(), "utf8");
  assert.match(script, /^\uFEFF# Wat er in Licensing Lab is gedaan/);
  assert.match(script, /\n# 9\. groep Sales E3 maken\n\$group1 = New-MgGroup /i);
  await fits(page, "Dutch");
  await context.close();
  assert.deepEqual(problems, []);
});

for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  test(`the console is accessible and fits with everything open: ${device}`, () =>
    withConsole({ viewport }, async (console, lab, page) => {
      await lab.run();
      await console.examples.click();
      await fits(page, "examples");
      await console.examples.click();
      await console.example(/^Reprocess /);
      await console.sendNow();
      await console.transcript.getByRole("button", { name: "PowerShell" }).click();
      await fits(page, "answer");
      await console.headers();
      await fits(page, "headers");
    }));
}

async function fits(page, what) {
  assert.deepEqual(await violationsInBothThemes(page), [], what);
  assert.equal(await overflowsSideways(page), false, `${what} is wider than the window`);
}

for (const language of ["en", "nl"]) {
  test(`the transcript says what became of a change, and leads to who failed (${language})`, () =>
    visitLab({ language, isExample: true }, async (lab, page) => {
      await lab.goToAddress("#/graph");
      const transcript = page.getByRole("region", { name: lab.word("transcript") });
      await transcript.getByText(lab.word("became-pending")).waitFor();
      await lab.run();
      await transcript.getByRole("link", { name: lab.word("became-failed", { succeeded: 3, failed: 1 }) }).click();
      await lab.explanation.waitFor();
      assert.match(page.url(), /#\/users\/0\?why=0\./);
      // What is undone has not become anything.
      await lab.goToAddress("#/graph");
      await lab.time.getByRole("button").first().click();
      await transcript.getByText(lab.word("became-running")).waitFor();
    }));
}
