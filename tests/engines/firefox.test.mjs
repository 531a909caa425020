// The page in Firefox: the smoke. With `--heavy` the tests of `in-firefox.mjs` run in it as well.

import { test } from "node:test";
import { visits } from "../browser/visits.mjs";
import { changes, everyScreen, opensLink } from "./smoke.mjs";

const visitLab = visits("firefox");

for (const colorScheme of ["light", "dark"]) {
  test(`every screen in Firefox, ${colorScheme}`, () => visitLab({ colorScheme, reducedMotion: "reduce" }, everyScreen));
}

test("what is done in Firefox is stored and can be taken back", () => visitLab({}, changes));

test("a link opens in Firefox", () => visitLab({}, opensLink));

test("Microsoft's example is resolved in Firefox, step by step", () =>
  visitLab({ isExample: true }, async (lab) => {
    await lab.run();
    await lab.openUser("Noor Visser");
    await lab.why(lab.path("Office 365 E3", "Sales E3"));
    await lab.closeExplanation();
    await lab.removeDirect("Office 365 E1");
    await lab.reprocess();
    await lab.run();
    await lab.path("Office 365 E3", "Sales E3").getByText("Active", { exact: true }).filter({ visible: true }).first().waitFor();
  }));
