// The page inside another one, which speaks to it by messages (docs/embedding.md).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { withoutWorkers } from "./browser.mjs";
import { hosted } from "./visits.mjs";

const GOLDEN = readFileSync("crates/licensing-scenario/tests/golden/v1/logged.link", "utf8").trim();

const shared = hosted("/lab/");
let course;

before(async () => {
  // A course page of another origin, with nothing on it but the frame.
  course = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><html lang=en><title>Course</title><main><h1>Course</h1><iframe title=Lab width=1000 height=640></iframe></main>");
  });
  await new Promise((ready) => course.listen(0, "127.0.0.1", ready));
});

after(() => course?.close());

/** A course page with the lab in it; `hear` waits for a message that fits. */
async function withCourse(query, steps, before = async () => {}) {
  const context = await withoutWorkers(await shared.browser.newContext({ viewport: { width: 1100, height: 800 }, reducedMotion: "reduce" }));
  await before(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const origin = `http://127.0.0.1:${course.address().port}`;
  await page.goto(origin);
  await page.evaluate(() => {
    globalThis.heard = [];
    addEventListener("message", ({ data, origin }) => globalThis.heard.push({ ...data, origin }));
  });
  await page.evaluate((src) => (document.querySelector("iframe").src = src), shared.host.url + query.replace("ORIGIN", encodeURIComponent(origin)));
  const hear = (event, from = 0) =>
    page.waitForFunction(({ event, from }) => globalThis.heard.slice(from).find((message) => message.event === event), { event, from }).then((found) => found.jsonValue());
  const count = () => page.evaluate(() => globalThis.heard.length);
  const tell = (message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);
  await steps({ page, frame: page.frameLocator("iframe"), hear, count, tell, origin });
  await context.close();
}

test("without navigation, it opens a link and lets it be worked on", () =>
  withCourse(`?embed${GOLDEN}`, async ({ page, frame }) => {
    await frame.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await frame.getByRole("navigation").filter({ visible: true }).count(), 0);
    await frame.getByRole("contentinfo").getByRole("slider").waitFor();
    assert.equal(await frame.getByRole("complementary").count(), 0, "nothing is told above the screen");
    const framed = page.frames()[1];
    await framed.waitForFunction(() => globalThis.licensingLab);
    const created = await framed.evaluate(() => globalThis.licensingLab.graph({ method: "POST", url: "/groups", body: { displayName: "x", mailEnabled: false, mailNickname: "x", securityEnabled: true } }).status);
    assert.equal(created, 201, "everything works in it");
    const groups = () => framed.evaluate(() => globalThis.licensingLab.graph({ method: "GET", url: "/groups?$filter=displayName eq 'x'" }).body.value.length);
    assert.equal(await groups(), 1);
    // Where one is stands above the screen, with the way back and the way out of the frame.
    const bar = frame.getByRole("group", { name: "Breadcrumb" });
    await framed.evaluate(() => (location.hash = "#/users/0"));
    const here = bar.locator("[aria-current=page]");
    await here.filter({ hasNotText: "Overview" }).waitFor();
    assert.equal(await here.innerText(), await frame.getByRole("heading", { level: 1 }).innerText());
    const whole = bar.getByRole("link", { name: "Open by itself" });
    assert.deepEqual([await whole.getAttribute("target"), await whole.getAttribute("href")], ["_blank", `${shared.host.url}${GOLDEN}`]);
    await bar.getByRole("link", { name: "Overview" }).click();
    await here.filter({ hasText: "Overview" }).waitFor();
    await frame.getByRole("button", { name: "Back to the case" }).click();
    await frame.getByRole("button", { name: "Back to the case" }).waitFor({ state: "hidden" });
    assert.equal(await groups(), 0, "one begins with the case again");
    await page.waitForTimeout(300);
    assert.deepEqual(await framed.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]), [[], []]);
  }));

test("the named origin loads, reads, and goes to a step; changes are told", () =>
  withCourse("?embed&origin=ORIGIN", async ({ page, hear, count, tell }) => {
    const ready = await hear("ready");
    assert.deepEqual([ready.licensingLab, ready.position, ready.of, ready.usersInError], [1, 14, 14, 0]);
    await tell({ licensingLab: 1, do: "setStep", position: 10 });
    const changed = await hear("changed");
    assert.equal(changed.position, 10);
    await tell({ licensingLab: 1, do: "get", id: "a" });
    const answer = await hear("scenario");
    assert.deepEqual([answer.id, answer.scenario.scenario, answer.position], ["a", 1, 10]);

    let from = await count();
    await tell({ licensingLab: 1, do: "load", scenario: { scenario: 1, title: "", catalog: 1, base: { sample: "company", seed: 7, users: 50 } } });
    await page.waitForFunction((from) => globalThis.heard.slice(from).some(({ event, of }) => event === "changed" && of === 0), from);
    from = await count();
    await tell({ licensingLab: 1, do: "load", link: GOLDEN });
    await page.waitForFunction((from) => globalThis.heard.slice(from).some(({ event }) => event === "changed"), from);

    from = await count();
    await tell({ licensingLab: 1, do: "load", link: GOLDEN.slice(0, -5) });
    assert.match((await hear("failed", from)).reason, /truncated/);
    // What was shown stays.
    from = await count();
    await tell({ licensingLab: 1, do: "get", id: "still" });
    assert.equal((await hear("scenario", from)).id, "still");
    from = await count();
    await tell({ licensingLab: 2, do: "get", id: "b" });
    const failed = await hear("failed", from);
    assert.deepEqual([failed.id, /version 1/.test(failed.reason)], ["b", true]);
  }));

test("the page around hears how a lesson stands, and can lead back to where it stood", async () => {
  let way;
  await withCourse("?embed&origin=ORIGIN#/lessons/first-license", async ({ page, frame, hear, count }) => {
    const begun = await hear("lesson");
    assert.deepEqual([begun.lesson, begun.variant, begun.reached, begun.solved, begun.commands, begun.help], ["first-license", 0, 0, false, 0, "none"]);
    assert.equal(begun.of, begun.goals.length);
    assert.ok(begun.goals.every(({ id, text, reached }) => id && text && !reached));
    const from = await count();
    await frame.getByRole("button", { name: "Show a hint" }).click();
    assert.equal((await hear("lesson", from)).help, "hints");
    await frame.getByRole("button", { name: "Show me" }).click();
    const next = frame.getByRole("button", { name: "Show the next step" });
    await next.click();
    await page.waitForFunction(() => globalThis.heard.some(({ event, commands, help, solved }) => event === "lesson" && commands === 1 && help === "solution" && !solved));
    while (await next.isVisible()) await next.click().catch(() => {});
    await page.waitForFunction(() => globalThis.heard.some(({ event, solved }) => event === "lesson" && solved));
    const solved = await page.evaluate(() => globalThis.heard.findLast(({ event }) => event === "lesson"));
    assert.equal(solved.reached, solved.of);
    assert.ok(solved.goals.every(({ reached }) => reached));
    ({ way } = solved);
  });
  assert.match(way, /^#\/l\//);
  await withCourse(`?embed&origin=ORIGIN${way}`, async ({ hear }) => {
    const again = await hear("lesson");
    assert.deepEqual([again.solved, again.help], [true, "solution"]);
  });
});

test("a link of 100 MB is refused before it is copied", () =>
  withCourse("?embed&origin=ORIGIN", async ({ page, hear, count }) => {
    await hear("ready");
    const framed = page.frames()[1];
    const size = () => framed.evaluate(() => Math.max(...globalThis.modules.map(({ memory }) => memory.buffer.byteLength)));
    const before = await size();
    assert.ok(before > 1_000_000, `${before}`);
    const from = await count();
    await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ licensingLab: 1, do: "load", link: `#/s/${"A".repeat(100_000_000)}` }, "*"));
    assert.match((await hear("failed", from)).reason, /longer than/);
    assert.ok((await size()) - before < 16_000_000);
  }, (context) => context.addInitScript(() => {
    // Pieces have that of the module.
    globalThis.modules = [];
    const streaming = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await streaming(...given);
      if (made.instance.exports.memory) globalThis.modules.push(made.instance.exports);
      return made;
    };
  })));

test("20,000 messages are done in one go: the last step counts, and the page around hears of it once", () =>
  withCourse("?embed&origin=ORIGIN", async ({ page, hear, count }) => {
    await hear("ready");
    const from = await count();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe");
      for (let message = 0; message < 20_000; message += 1) contentWindow.postMessage({ licensingLab: 1, do: "setStep", position: message % 14 }, "*");
      contentWindow.postMessage({ licensingLab: 1, do: "setStep", position: 5 }, "*");
      contentWindow.postMessage({ licensingLab: 1, do: "get", id: "last" }, "*");
    });
    const { position, id } = await hear("scenario", from);
    assert.deepEqual([position, id], [5, "last"]);
    // Messages come in batches, as the browser hands them over.
    assert.ok((await count()) - from < 200, `${(await count()) - from} messages`);
  }));

test("a frame that has stopped does not say that anything is stored", () =>
  withCourse(`?embed&origin=ORIGIN${GOLDEN}`, async ({ page, frame, hear }) => {
    await hear("ready");
    for (let time = 0; time < 3; time += 1) {
      const framed = page.frames()[1];
      const loaded = time < 2 ? framed.waitForNavigation() : undefined;
      await framed.evaluate(() => setTimeout(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }))));
      await loaded;
      if (time < 2) await frame.getByRole("heading", { level: 1 }).waitFor();
      else await frame.getByRole("alert").getByText("stopped several times").waitFor();
      assert.doesNotMatch(await frame.locator("body").innerText(), /stored in this browser|last saved/i, `after ${time + 1}`);
    }
    await frame.getByRole("alert").getByText("Licensing Lab has stopped several times in a row. Reload the page to go on.").waitFor();
  }));

test("without a named origin, and from another than the named one, nothing is heard", async () => {
  for (const query of ["?embed", "?embed&origin=https%3A%2F%2Felsewhere.example"]) {
    await withCourse(query, async ({ page, frame, tell, count }) => {
      await frame.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForTimeout(1_000);
      await tell({ licensingLab: 1, do: "setStep", position: 3 });
      await tell({ licensingLab: 1, do: "get" });
      await page.waitForTimeout(500);
      assert.match(await frame.getByRole("contentinfo").innerText(), /Moment 14 of 14/);
      assert.equal(await count(), 0);
    });
  }
});

test("a piece that does not come leads to no tenant but the one that was asked for", () => {
  /** The group that only the visitor's own, stored tenant has. */
  const OWN = "of the visitor alone";
  const keep = async (context) => {
    const page = await context.newPage();
    await page.goto(shared.host.url);
    await page.waitForFunction(() => globalThis.licensingLab);
    await page.evaluate((displayName) => globalThis.licensingLab.graph({ method: "POST", url: "/groups", body: { displayName, mailEnabled: false, mailNickname: "x", securityEnabled: true } }), OWN);
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => /\/s\//.test(key)));
    await page.close();
    await context.route("**/split_keeping.wasm", (route) => route.abort());
  };
  return withCourse(`?embed&origin=ORIGIN${GOLDEN}`, async ({ page, frame, hear, count, tell }) => {
    const retry = frame.getByRole("alert").getByRole("button", { name: "Retry" });
    await retry.click();
    await retry.waitFor();
    // The page around asks for something else meanwhile, which fails alike.
    let from = await count();
    await tell({ licensingLab: 1, do: "load", link: GOLDEN });
    await hear("failed", from);
    // What is shown then is nothing, and no other tenant.
    from = await count();
    await tell({ licensingLab: 1, do: "get", id: "early" });
    assert.equal((await hear("failed", from)).id, "early");
    await page.context().unroute("**/split_keeping.wasm");
    from = await count();
    await retry.click();
    // Who asks while it is on its way waits for it.
    await tell({ licensingLab: 1, do: "get", id: "a" });
    const { scenario } = await hear("scenario", from);
    assert.ok(scenario.base.state.groups.length > 0 && !JSON.stringify(scenario).includes(OWN));
  }, keep);
});

test("not embedded, messages do nothing", async () => {
  const context = await withoutWorkers(await shared.browser.newContext());
  const page = await context.newPage();
  await page.goto(`${shared.host.url}?origin=${encodeURIComponent(new URL(shared.host.url).origin)}`);
  await page.waitForFunction(() => globalThis.licensingLab);
  await page.evaluate(() => postMessage({ licensingLab: 1, do: "setStep", position: 3 }, "*"));
  await page.waitForTimeout(300);
  assert.match(await page.getByRole("contentinfo").innerText(), /Moment 14 of 14/);
  await context.close();
});
