// The map: a path is followed by pointer and by keys, errors are marked and lead to their explanation, and a large
// tenant is drawn by groups.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflowsSideways, violationsInBothThemes } from "./browser.mjs";
import { MapPage } from "./map-page.mjs";
import { PHONE, WIDE, visits } from "./visits.mjs";

const visitLab = visits();

/** Visits the map of the example, or another address. */
function withMap(options, steps, address = "#/map") {
  return visitLab({ viewport: WIDE, isExample: true, address, ...options }, (lab, page) => steps(new MapPage(page), lab, page));
}

const NOORS_PATH = ["Noor Visser", "Office 365 E3", "Sales E3"];

test("the pointer lets a path stand out from end to end, and the rest fades", () =>
  withMap({}, async (map, lab) => {
    await lab.run();
    const everything = await map.standingOut();
    await map.node("Office 365 E1").hover();
    await map.waitUntilOnly(["Noor Visser", "Office 365 E1"]);
    await map.mark(/^Why\? Noor Visser, Sales E3, Conflicting service plans/).hover();
    await map.waitUntilOnly(NOORS_PATH);
    await map.leave();
    await map.waitUntilOnly(everything);
  }));

test("the arrow keys follow a path from end to end, and Enter explains the error on it", () =>
  withMap({}, async (map, lab, page) => {
    await lab.run();
    assert.equal(await map.stopsOfTab(), 1);
    await map.focusByTab();
    await page.keyboard.press("Home");
    while ((await map.focused()) !== "Noor Visser, in error") {
      const before = await map.focused();
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await map.focused(), before, "Noor is in the column");
    }
    await map.waitUntilOnly([...NOORS_PATH, "Office 365 E1"]);
    await page.keyboard.press("ArrowRight");
    assert.match(await map.focused(), /^Why\? Noor Visser, Sales E3/);
    await map.waitUntilOnly(NOORS_PATH);
    await page.keyboard.press("ArrowRight");
    assert.match(await map.focused(), /^Sales E3/);
    await page.keyboard.press("ArrowRight");
    assert.match(await map.focused(), /^Office 365 E3/);
    await page.keyboard.press("ArrowRight");
    assert.match(await map.focused(), /^Office 365 E3/, "there is nothing further");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await lab.explanation.waitFor();
    assert.match(await lab.explanation.innerText(), /Exchange Online \(Plan 1\)/);
    assert.match(page.url(), /#\/map\?why=/);
    await lab.closeExplanation();
    assert.match(await map.focused(), /^Why\? Noor Visser/, "the focus comes back to where it was");
  }));

test("a click on a line keeps its path in sight and explains it, until the explanation is closed", () =>
  withMap({}, async (map, lab, page) => {
    await lab.run();
    const everything = await map.standingOut();
    const line = map.line("Sanne de Wit, Sales E3");
    await line.click();
    await lab.explanation.waitFor();
    assert.match(page.url(), /#\/map\?why=/);
    await map.leave();
    await map.waitUntilOnly(["Sanne de Wit", "Office 365 E3", "Sales E3"]);
    // What is pointed at goes before it, and it comes back.
    await map.node("Office 365 E1").hover();
    await map.waitUntilOnly(["Noor Visser", "Office 365 E1"]);
    await map.leave();
    await map.waitUntilOnly(["Sanne de Wit", "Office 365 E3", "Sales E3"]);
    await lab.closeExplanation();
    await page.getByRole("heading", { level: 1 }).focus();
    await map.waitUntilOnly(everything);
    // The band in which a line is met is 24 pixels wide.
    const widths = await map.drawing.evaluate((drawing) => [...drawing.querySelectorAll(".way .reach")].map((band) => getComputedStyle(band).strokeWidth));
    assert.deepEqual([...new Set(widths)], ["24px"]);
    // By the keyboard the same line is between the user and the group.
    await map.node("Sanne de Wit").focus();
    await page.keyboard.press("ArrowRight");
    assert.match(await map.focused(), /^Highlight and explain: Sanne de Wit, Sales E3, Active/);
    await page.keyboard.press("Enter");
    await lab.explanation.waitFor();
    await map.waitUntilOnly(["Sanne de Wit", "Office 365 E3", "Sales E3"]);
    assert.deepEqual(await accessibilityViolations(page), []);
  }));

/** Each of twelve users is in three of six groups: many lines run close together. */
const names = (word, number) => Array.from({ length: number }, (_, at) => `${word} ${String(at + 1).padStart(2, "0")}`);
const DENSE = {
  products: { ENTERPRISEPACK: 40, EMS: 40, MCOMEETADV: 40 },
  users: Object.fromEntries(names("Person", 12).map((name) => [name, "NL"])),
  groups: Object.fromEntries(
    names("Team", 6).map((name, group) => [
      name,
      { members: names("Person", 12).filter((_, user) => [0, 1, 3].some((step) => (user + step) % 6 === group)), gives: { [["ENTERPRISEPACK", "EMS"][group % 2]]: [] } },
    ]),
  ),
};

test("of lines that lie close together the nearest one is met, by a click as well as beside it in another tab", () =>
  visitLab({ isExample: true, viewport: WIDE }, async (lab, page) => {
    await lab.given(DENSE);
    await lab.goToAddress("#/map");
    const map = new MapPage(page);
    await map.drawing.waitFor();
    // Places in the middle of lines where the bands of others lie as well, nothing else being there.
    const places = await map.drawing.evaluate((drawing) => {
      const ways = [...drawing.querySelectorAll("a.way")];
      const toScreen = drawing.getScreenCTM();
      // Each line as the points that it leads through, asked for once: finding one takes the browser long.
      const lines = ways.map((way) => {
        const edge = way.querySelector(".edge");
        const length = edge.getTotalLength();
        return Array.from({ length: 201 }, (_, at) => edge.getPointAtLength((length * at) / 200).matrixTransform(toScreen));
      });
      const far = (line, { x, y }) => Math.min(...line.map((point) => Math.hypot(point.x - x, point.y - y)));
      return ways.flatMap((way, at) => {
        const { x, y } = lines[at][80];
        const beside = lines.map((line) => far(line, { x, y })).filter((_, other) => other !== at);
        const isInSight = y > 120 && y < innerHeight - 80;
        // Where another line crosses it either could be meant.
        const isClear = Math.min(...beside) > 4 && beside.some((distance) => distance < 11);
        return isInSight && isClear ? [{ x, y, href: way.getAttribute("href"), spot: way.dataset.spot }] : [];
      });
    });
    assert.ok(places.length >= 8, `${places.length} places`);
    for (const { x, y, href, spot } of places) {
      await page.mouse.move(x, y);
      await page.waitForFunction(
        ([x, y, spot]) => document.elementFromPoint(x, y)?.closest(".way")?.dataset.spot === spot && document.querySelector(`.way[data-spot="${spot}"] .edge[data-lit]`),
        [x, y, spot],
      );
      assert.equal(await page.evaluate(([x, y]) => document.elementFromPoint(x, y).closest("a").getAttribute("href"), [x, y]), href);
    }
    // A finger comes without having pointed before.
    for (const { x, y, href } of places.slice(0, 4)) {
      await page.mouse.move(2, 2);
      await page.evaluate(([x, y]) => {
        const target = document.elementFromPoint(x, y);
        target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, detail: 1, clientX: x, clientY: y }));
      }, [x, y]);
      await page.waitForFunction((href) => location.hash === href, href);
      await page.goBack();
      await lab.explanation.waitFor({ state: "hidden" });
    }
  }));

test("what is looked for is shown with its paths, and only errors where only these are wanted; going back takes it back", () =>
  withMap({}, async (map, lab, page) => {
    await lab.run();
    const field = page.getByRole("searchbox", { name: "Search the map" });
    await field.fill("sanne");
    await map.node("Noor Visser").waitFor({ state: "detached" });
    assert.deepEqual(await map.standingOut(), ["Office 365 E3", "Sales E3", "Sanne de Wit"]);
    assert.match(page.url(), /#\/map\?q=sanne$/);
    await page.getByText("2 lines shown").waitFor();
    await field.fill("nobody");
    await page.getByText("Nothing on the map matches.").waitFor();
    await page.getByRole("button", { name: "Show everything" }).click();
    await map.node("Noor Visser").waitFor();
    await page.getByRole("button", { name: "Errors only" }).click();
    await map.node("Sanne de Wit").waitFor({ state: "detached" });
    assert.deepEqual(await map.standingOut(), ["Noor Visser", "Office 365 E3", "Sales E3"]);
    assert.deepEqual(await accessibilityViolations(page), []);
    await map.mark(/^Why\? Noor Visser, Sales E3/).click();
    await lab.explanation.waitFor();
    assert.match(page.url(), /state=error/, "what is left out stays left out beside the explanation");
    await lab.closeExplanation();
    // Past the open explanation and what was left out.
    for (let back = 0; back < 3; back += 1) await page.goBack();
    await map.node("Sanne de Wit").waitFor();
  }));

test("while steps are taken only lines change, and they are the thicker the more people they stand for", () =>
  withMap({}, async (map, lab) => {
    const before = await map.places();
    for (let steps = 4; steps > 0; steps -= 1) {
      await lab.time.getByRole("button", { name: "Step", exact: true }).click();
      assert.deepEqual(await map.places(), before);
    }
    await lab.idle();
    assert.equal(await map.marks().count(), 1);
    const width = (name) => map.drawing.evaluate((drawing, name) => Math.max(...[...drawing.querySelectorAll(name)].map((line) => parseFloat(getComputedStyle(line).strokeWidth))), name);
    assert.ok((await width(".edge--2")) > (await width(".way .edge:not(.edge--err, .edge--direct)")), "four people get E3 through the group");
  }));

test("nodes lead to their screens", () =>
  withMap({}, async (map, lab, page) => {
    for (const [node, heading] of [["Noor Visser", /Noor Visser/], ["Sales E3", /Sales E3/], ["Office 365 E3", /Office 365 E3/]]) {
      await map.node(node).click();
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.goBack();
      await map.node(node).waitFor();
    }
  }));

test("what waits becomes what is done or what failed, step by step, in picture and table alike", () =>
  withMap({}, async (map, lab) => {
    assert.equal(await map.marks().count(), 0);
    await map.showAs("Table");
    assert.equal(await map.row("Noor Visser", "Sales E3").getByText("Waiting").count(), 1);
    await lab.run();
    assert.match(await map.row("Noor Visser", "Sales E3").innerText(), /Conflicting service plans/);
    assert.match(await map.row("Sanne de Wit", "Sales E3").innerText(), /Active/);
    await map.showAs("Map");
    assert.equal(await map.marks().count(), 1);
    assert.match(await map.drawing.getAttribute("aria-label"), /1 line in error/);
  }));

test("above two hundred users it goes by groups, and stays small", () =>
  withMap({}, async (map, lab, page) => {
    await lab.openSample("A company of 500");
    await map.drawing.waitFor();
    await page.getByText(/the map shows groups and counts their/).waitFor();
    const groups = await map.nodes(/members?, \d+ in error$/);
    assert.ok(groups.length > 3, "groups in error have nodes with their numbers");
    assert.ok((await map.nodes(/^\d+ users?$/)).length > 3, "users are sets");
    assert.ok((await map.elements()) < 1_000);
    const troubled = groups[0].split(",")[0];
    await map.node(troubled).hover();
    await map.waitUntilFaded("Office 365 F3", troubled);
    assert.deepEqual(await accessibilityViolations(page), []);
  }));

test("the overview has it as a card, which a narrow screen begins as a table", () =>
  withMap({ viewport: PHONE }, async (map, lab, page) => {
    await lab.run();
    assert.equal(await map.drawing.count(), 0);
    await map.row("Noor Visser", "Sales E3").getByRole("link", { name: "Why? Noor Visser" }).click();
    await lab.explanation.waitFor();
    await lab.closeExplanation();
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await map.drawing.waitFor();
    assert.equal(await overflowsSideways(page), false, "it scrolls within its card");
    await page.getByRole("link", { name: "Whole map" }).click();
    await page.getByRole("heading", { level: 1, name: "Map" }).waitFor();
    assert.equal(await overflowsSideways(page), false);
  }, "#/"));

test("an empty tenant says how to begin", () =>
  withMap({}, async (map, lab, page) => {
    await page.getByRole("button", { name: "Empty tenant" }).click();
    await page.evaluate(() => {
      location.hash = "#/map";
    });
    await page.getByText("Add a user, a group and a product.").waitFor();
    assert.equal(await map.drawing.count(), 0);
    assert.deepEqual(await accessibilityViolations(page), []);
  }, "#/"));

test("it moves nothing where motion is reduced", () =>
  withMap({ reducedMotion: "reduce" }, async (map) => {
    assert.equal(await map.node("Noor Visser").evaluate((node) => getComputedStyle(node).transitionDuration), "0s");
  }));

for (const [device, viewport] of Object.entries({ desktop: WIDE, phone: PHONE })) {
  test(`the map is accessible and fits: ${device}`, () =>
    withMap({ viewport }, async (map, lab, page) => {
      await lab.run();
      for (const form of ["Map", "Table"]) {
        await map.showAs(form);
        assert.deepEqual(await violationsInBothThemes(page), [], form);
        assert.equal(await overflowsSideways(page), false, form);
      }
    }));
}

test("beside an open explanation the overview's map is whole, and its letters keep their size", () =>
  visitLab({ viewport: { width: 1366, height: 900 } }, async (lab, page) => {
    const why = lab.main.getByRole("table").first().getByRole("link", { name: /^Why\?/ }).first();
    const map = lab.main.getByRole("region", { name: "Map", exact: true });
    await map.getByRole("link", { name: /Noor Visser/ }).first().waitFor();
    await why.click();
    await lab.explanation.waitFor();
    for (const width of [1366, 1200, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      const measured = await page.waitForFunction(() => {
        const frame = document.querySelector(".map-frame");
        const svg = frame?.querySelector("svg");
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 0;
        return scale > 0.75 && frame.scrollWidth <= frame.clientWidth;
      });
      assert.ok(await measured.jsonValue(), `${width} px`);
    }
  }));
