// Every dialog by the keyboard alone: where the focus is when it opens, whom it names, and what Enter does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { still } from "./browser.mjs";
import { NO_DIALOGS, TENANT, everyDialog, go } from "./dialogs-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

/** Presses keys one after the other; what is no key of its own name is typed. */
const KEYS = /^(Enter|Tab|Space|ArrowDown|(Control|Shift)\+\w+)$/;
async function type(page, ...strokes) {
  for (const stroke of strokes) await (KEYS.test(stroke) ? page.keyboard.press(stroke) : page.keyboard.type(stroke));
}

/**
 * What is done in each: `first` is what has the focus, as its role and name; `about` whom the dialog names; `strokes` are
 * pressed then, of which the last does what the dialog is for; `done` is what is seen of it, and `stays` that the dialog is not
 * closed by it.
 */
const deeds = (lab) => {
  const { page } = lab;
  const word = (key, args) => lab.word(key, args);
  const heading = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
  const ask = (url) => page.evaluate((url) => globalThis.licensingLab.graph({ method: "GET", url }).body, url);
  const user = async (name) => (await ask(`/users?$filter=displayName eq '${name}'&$select=id,department,mail,usageLocation,assignedLicenses`)).value[0];
  const members = async (group) => {
    const [{ id }] = (await ask(`/groups?$filter=displayName eq '${group}'`)).value;
    return (await ask(`/groups/${id}/members`)).value.map(({ displayName }) => displayName);
  };
  const assigned = async (group) => {
    const [found] = (await ask(`/groups?$filter=displayName eq '${group}'&$select=id,assignedLicenses`)).value;
    return found.assignedLicenses.length;
  };
  const TEAM = "Projectteam Informatiebeveiliging en Gegevensbescherming";
  const NAME = ["textbox", word("name")];
  return {
    "new user": { first: ["textbox", word("display-name")], strokes: ["Öznur Öztürk", "Enter"], done: () => heading("Öznur Öztürk") },
    "new users": { first: ["textbox", word("new-users-lines")], strokes: ["Ada Lovelace", "Enter", "Grace Hopper", "Control+Enter"], done: async () => assert.ok((await user("Ada Lovelace")) && (await user("Grace Hopper"))) },
    "new group": { first: NAME, strokes: ["Marketing", "Enter"], done: () => heading("Marketing") },
    "new contact": { first: NAME, strokes: ["Desk", "Tab", "SMTP:desk@contoso.onmicrosoft.com", "Control+Enter"], done: async () => {
      await lab.goToAddress("#/users/contacts");
      await lab.main.getByRole("row").filter({ hasText: "Desk" }).waitFor();
    } },
    "change contact": { first: NAME, strokes: ["Control+a", "Front desk", "Enter"], done: () => lab.main.getByRole("row").filter({ hasText: "Front desk" }).waitFor() },
    buy: { first: ["searchbox", word("product-filter")], strokes: ["POWER_BI_PRO", "Enter", "Enter"], done: async () => assert.ok((await ask("/subscribedSkus")).value.some(({ skuPartNumber }) => skuPartNumber === "POWER_BI_PRO")) },
    sample: { first: ["button", word("sample-example")], strokes: ["Enter"], done: () => heading(word("act-title")) },
    find: { first: ["combobox", word("find-hint")], strokes: ["Noor Visser", "Enter"], done: () => heading("Noor Visser") },
    keys: { first: ["group", word("keys")], strokes: ["Enter"], stays: true },
    history: { first: ["button", /./], strokes: ["Tab", "Enter"], stays: true, done: () => lab.time.getByRole("button", { name: new RegExp(`^${word("redo")}`), disabled: false }).waitFor() },
    tenants: { first: ["textbox", word("tenant-name")], strokes: ["Control+a", "Renamed in the list", "Enter"], stays: true, done: () => page.getByRole("navigation").getByText("Renamed in the list").first().waitFor() },
    link: { first: ["textbox", word("paste-link")], strokes: ["#/users", "Control+Enter"], done: () => heading(word("users")) },
    share: { first: ["textbox", word("tenant-name")], strokes: ["Control+a", "Renamed to be shared", "Enter"], stays: true, done: () => page.getByRole("navigation").getByText("Renamed to be shared").first().waitFor() },
    units: { first: ["textbox", "enabled"], strokes: ["Control+a", "7", "Enter"], done: async () => assert.ok((await ask("/subscribedSkus")).value.some(({ prepaidUnits }) => prepaidUnits.enabled === 7)) },
    "add plan": { first: ["searchbox", word("plan-filter")], about: "Office 365 E3", strokes: ["EXCHANGE_S_STANDARD", "Enter", "Enter"], done: () => lab.main.getByRole("row").filter({ hasText: "EXCHANGE_S_STANDARD" }).first().waitFor() },
    "assign to a group": { first: ["checkbox", /./], about: TEAM, strokes: ["Tab", "Space", "Enter"], done: async () => assert.equal(await assigned(TEAM), 2) },
    "plans of a group": { first: ["searchbox", word("plan-filter")], about: TEAM, strokes: ["EXCHANGE", "Enter", "Tab", "Tab", "Tab", "Space", "Enter"] },
    "add members": { first: ["searchbox", word("filter-by-name")], about: TEAM, strokes: ["Noor", "Enter", "Control+a", "Bram", "Enter", "Enter"], done: async () => assert.deepEqual((await members(TEAM)).sort(), ["Anna Berg", "Bram Iran", "Noor Visser"]) },
    rename: { first: NAME, about: TEAM, strokes: ["Control+a", "Privacy", "Enter"], done: () => heading("Privacy") },
    "membership rule": { first: ["combobox", word("membership-type")], about: "Empty group", strokes: ["ArrowDown", "Tab", 'user.department -eq "Sales"', "Control+Enter"], done: () => lab.main.getByText("user.department").first().waitFor() },
    "assign to a user": { first: ["checkbox", /./], about: "Noor Visser", strokes: ["Tab", "Space", "Enter"] },
    "plans of a user": { first: ["searchbox", word("plan-filter")], about: "Noor Visser", strokes: ["EXCHANGE", "Enter", "Tab", "Tab", "Tab", "Space", "Enter"] },
    location: { first: ["combobox", word("usage-location")], about: "Noor Visser", strokes: ["Control+a", "BE", "Enter"], done: async () => assert.equal((await user("Noor Visser")).usageLocation, "BE") },
    addresses: { first: ["textbox", "mail"], about: "Noor Visser", strokes: ["Control+a", "noor@contoso.onmicrosoft.com", "Enter"], done: async () => assert.equal((await user("Noor Visser")).mail, "noor@contoso.onmicrosoft.com") },
    "change user": { first: ["textbox", word("display-name")], about: "Noor Visser", strokes: ["Control+a", "Noor Vos", "Enter"], done: () => heading("Noor Vos") },
    "add to a group": { first: ["radio", /./], about: "Noor Visser", strokes: ["Space", "Enter"], done: async () => assert.ok((await members(TEAM)).includes("Noor Visser") || (await members("Empty group")).includes("Noor Visser")) },
    "add selected to a group": { first: ["radio", /./], about: word("count-users", { number: 1 }), strokes: ["Space", "ArrowDown", "ArrowDown", "Enter"] },
    "assign to users": { first: ["checkbox", /./], about: word("assign-to-users", { number: 1 }), strokes: ["Tab", "Tab", "Tab", "Space", "Enter"] },
    "assign to groups": { first: ["checkbox", /./], about: word("assign-to-groups", { number: 1 }), strokes: ["Space", "Enter"] },
    "mend errors": { first: ["group", word("mending")], strokes: ["Enter"], stays: true },
    "why in a preview": { first: ["group", /^Why does .*\?$/], about: "Why does", strokes: ["Enter"], stays: true },
  };
};

/** What shows another tenant afterwards, or another moment of this one. */
const LEAVES = ["sample", "history"];
/** What leads to another screen and changes nothing. */
const LEADS = ["find", "link"];

test("each dialog that the page can ask for is walked", () => {
  const source = readFileSync("web/src/ask.rs", "utf8");
  const [, variants] = /enum Ask \{([\s\S]*?)\n\}/.exec(source);
  const asked = [...variants.matchAll(/^ {4}(\w+)/gm)].map(([, name]) => name);
  const lab = { page: undefined, word: (key, { name = "" } = {}) => `${key} ${name}` };
  const walked = Object.values(everyDialog(lab)).map(({ ask }) => ask).filter(Boolean);
  assert.deepEqual(walked.concat(NO_DIALOGS).sort(), asked.sort());
});

test("every dialog has the focus where one begins, names whom it is about, and Enter does what it is for", () =>
  visitLab({ isExample: true, reducedMotion: "reduce" }, async (lab, page) => {
    await lab.given(TENANT);
    const all = everyDialog(lab);
    const done = deeds(lab);
    assert.deepEqual(Object.keys(done), Object.keys(all));
    const moment = page.getByRole("slider", { name: lab.word("history-slider") });
    const begins = (name) => (typeof name === "string" ? new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`) : name);
    const walk = async (name, { address, open }) => {
      const { first: [role, called], about, strokes, stays, done: check } = done[name];
      await go(page, address);
      await open();
      await lab.dialog.waitFor();
      const focused = lab.dialog.getByRole(role, { name: begins(called) }).and(page.locator(":focus"));
      await focused.waitFor({ timeout: 3_000 }).catch(async () => {
        assert.fail(`the focus is on ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))}`);
      });
      const head = await lab.dialog.getByRole("heading").first().locator("..").innerText();
      assert.ok(head.includes(about ?? ""), `it is about ${about}: ${head}`);
      const before = await moment.inputValue();
      await type(page, ...strokes);
      if (stays) {
        assert.equal(await lab.dialog.count(), 1, "it stays");
        await check?.();
        await page.keyboard.press("Escape");
      }
      await lab.dialog.waitFor({ state: "hidden", timeout: 5_000 }).catch(async () => assert.fail(`it is still open: ${await lab.dialog.innerText()}`));
      if (!stays) await check?.();
      if (await lab.dialog.count()) await page.keyboard.press("Escape");
      // The next one finds what this one found.
      if (LEAVES.includes(name)) {
        await lab.given(TENANT);
      } else if (!stays && !LEADS.includes(name)) {
        assert.notEqual(await moment.inputValue(), before, "it did something");
        await page.keyboard.press("Control+z");
        await page.waitForFunction(([slider, before]) => slider.value === before, [await moment.elementHandle(), before]);
      }
    };
    const faults = [];
    for (const [name, dialog] of Object.entries(all)) {
      await walk(name, dialog).catch(async ({ message }) => {
        faults.push(`${name}: ${message}`);
        for (let times = 0; times < 3 && (await lab.dialog.count()) > 0; times += 1) {
          await page.keyboard.press("Escape");
          await still(page);
        }
        await lab.given(TENANT);
      });
    }
    assert.deepEqual(faults, [], faults.join("\n\n"));
  }));
