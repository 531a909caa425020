// What people met who tried everything from an empty tenant: each stays mended (the faults of the page's list that no other
// file of tests is about).

import assert from "node:assert/strict";
import { test } from "node:test";
import { KeepingPage } from "./keeping-page.mjs";
import { TablePage } from "./table-page.mjs";
import { PHONE, visits } from "./visits.mjs";
import { CONFLICT } from "./worlds.mjs";

const visitLab = visits();

const E1 = "Office 365 E1";
const E3 = "Office 365 E3";

for (const language of ["en", "nl"]) {
  test(`what is said fits the cause: where the location is missing or prohibited, what a swap left, two workers (${language})`, () =>
    visitLab({ isExample: true, language }, async (lab, page) => {
      // Under today's rules the portal's heading says that there is no location, which is so for one of them alone.
      await lab.given({
        products: { ENTERPRISEPACK: 5, STANDARDPACK: 4 },
        users: { Anna: "NL", Bram: "IR", Chloe: "", Dana: "NL", Eva: "NL", Finn: "NL" },
        groups: {
          Sales: { members: ["Anna", "Dana"] },
          Legal: { members: ["Anna", "Dana"] },
          Abroad: { members: ["Bram", "Chloe"] },
          Office: { members: ["Eva", "Finn"], gives: { STANDARDPACK: [] } },
        },
      });
      await page.evaluate(() => globalThis.licensingLab.setRules("today"));
      await lab.goTo("Settings");
      await lab.main.getByRole("combobox", { name: lab.word("country") }).selectOption("IR");
      await lab.act("save");
      await lab.openGroup("Abroad");
      await lab.assign({ [E3]: undefined });
      await lab.run();
      const headings = { Bram: "heading-location-2019", Chloe: "heading-location-today" };
      for (const [name, heading] of Object.entries(headings)) {
        const other = Object.values(headings).find((other) => other !== heading);
        await lab.openUser(name);
        const row = await lab.path(E3, "Abroad").innerText();
        assert.ok(row.includes(lab.word(heading)), `${name}: ${row}`);
        assert.ok(!row.includes(lab.word(other)), `${name}: ${row}`);
        const why = await lab.why(lab.path(E3, "Abroad"));
        assert.ok(why.includes("ProhibitedInUsageLocationViolation") && !why.includes(lab.word(other)), why);
        await lab.closeExplanation();
        await lab.openGroup("Abroad");
        const member = await new TablePage(page).row(name).innerText();
        assert.ok(member.includes(lab.word(heading)) && !member.includes(lab.word(other)), member);
      }

      // Two groups of one user, two workers: both are taken, who was put off is named, and that nothing has to be done.
      await lab.goTo("Settings");
      await lab.main.getByRole("combobox", { name: lab.word("workers") }).selectOption("2");
      for (const group of ["Sales", "Legal"]) {
        await lab.openGroup(group);
        await lab.assign({ [E1]: undefined });
      }
      await lab.time.getByRole("button", { name: lab.word("step"), exact: true }).click();
      await lab.goTo("Processing");
      const exception = "LicenseAssignmentAttributeConcurrencyException";
      const putOff = page.getByText(lab.word("taken-put-off", { exception }));
      await putOff.first().waitFor();
      const step = lab.main.getByRole("row").filter({ has: putOff }).first();
      assert.match(await step.innerText(), /Anna[\s\S]*Anna/, "both groups took her");
      await lab.run();
      for (const group of ["Sales", "Legal"]) {
        await lab.openUser("Anna");
        assert.ok((await lab.path(E1, group).innerText()).includes(lab.word("state-active")));
      }

      // A swap with too few seats: the group says how many keep the old product, and so does the user.
      await lab.openProduct(E3);
      await lab.setUnits(0);
      await lab.openGroup("Office");
      await lab.assign({ [E3]: undefined }, [E1]);
      await lab.run();
      const kept = lab.word("users-keep", { number: 2, product: E1 });
      await lab.notification.getByText(kept).waitFor();
      await lab.openUser("Eva");
      assert.ok((await lab.path(E1, "Office").innerText()).includes(lab.word("state-active-with-error")));
    }));
}

test("copying says so in front of what is open, things in an explanation are links, and a script asks for a password unseen", () =>
  visitLab({ reducedMotion: "reduce" }, async (lab, page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await lab.given(CONFLICT);
    await lab.openUser("Noor");
    await lab.why(lab.path(E3, "Sales"));
    const named = await lab.explanation.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const things = [/^#\/groups\/0$/, /^#\/users\/1$/, /^#\/products\/\d+\/users$/, /^#\/products\/\d+\/plans\?q=EXCHANGE_S_ENTERPRISE$/, /^#\/rules\/R6\.1$/];
    for (const wanted of things) assert.ok(named.some((href) => wanted.test(href)), `${wanted} among ${named}`);
    // A plan leads to where it stands in its product.
    await lab.explanation.getByRole("link", { name: "Exchange Online (Plan 2)", exact: true }).first().click();
    await lab.main.getByRole("grid").getByRole("row").filter({ hasText: "EXCHANGE_S_ENTERPRISE" }).waitFor();
    await lab.page.goBack();
    await lab.explanation.waitFor();
    await page.getByRole("complementary").getByRole("button", { name: lab.word("copy-as-text") }).click();
    const isInFront = () =>
      page.waitForFunction((words) => {
        const toast = document.getElementById("toast");
        // What was shown last stands in front of what was open, and is in sight.
        if (!toast?.matches(":popover-open") || toast.textContent !== words) return false;
        const { left, top, right, bottom } = toast.getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      }, lab.word("copied"));
    await isInFront();
    // What is explained is shown on the map, with its explanation beside it.
    await page.getByRole("complementary").getByRole("link", { name: lab.word("show-on-the-map") }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/map") && document.querySelector(".map .way[data-lit]"));
    assert.ok(await lab.explanation.isVisible());
    await page.goBack();
    await lab.explanation.waitFor();
    await lab.closeExplanation();
    const keeping = new KeepingPage(lab);
    const share = await keeping.openShare();
    await page.waitForFunction(() => !document.querySelector("#toast:popover-open"));
    await share.getByRole("button", { name: lab.word("copy"), exact: true }).click();
    await isInFront();
    await page.keyboard.press("Escape");
    await lab.goToAddress("#/graph");
    const transcript = page.getByRole("region", { name: lab.word("transcript") });
    await transcript.getByRole("button", { name: "PowerShell" }).click();
    await transcript.getByRole("button", { name: lab.word("copy"), exact: true }).click();
    await page.waitForFunction(async () => /Read-Host '[^']+' -AsSecureString/.test(await navigator.clipboard.readText()));
  }));

test("on a phone going back closes a dialog, and the screen stays", () =>
  visitLab({ isExample: true, viewport: PHONE, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.given(CONFLICT);
    await lab.goToAddress("#/users");
    await lab.act("new-user");
    await lab.dialog.waitFor();
    await page.goBack();
    await lab.dialog.waitFor({ state: "hidden" });
    assert.equal(new URL(page.url()).hash, "#/users");
  }));
