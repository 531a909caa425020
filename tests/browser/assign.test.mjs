// Licenses for one and for many: plan switches, several products, a swap, several users or groups; and what else can be
// changed of users, products and addresses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TablePage } from "./table-page.mjs";
import { visits } from "./visits.mjs";

const visitLab = visits();

const E1 = "Office 365 E1";
const E3 = "Office 365 E3";
const EMS = "Enterprise Mobility + Security E3";

test("plans are switched on and off, all at once, and found by typing", () =>
  visitLab({ isExample: true }, async (lab) => {
    await lab.given({ products: { ENTERPRISEPACK: 5 }, groups: { Sales: {} } });
    await lab.openGroup("Sales");
    await lab.act("assign");
    await lab.dialog.getByRole("checkbox", { name: E3 }).check();
    const switches = lab.dialog.getByRole("switch");
    assert.equal(await switches.count(), 20);
    await lab.dialog.getByRole("searchbox").fill("exchange");
    assert.equal(await switches.count(), 1);
    await lab.dialog.getByRole("searchbox").fill("");
    await lab.dialog.getByRole("button", { name: "All off", exact: true }).click();
    await lab.dialog.getByText("0 of 20 on").first().waitFor();
    await lab.dialog.getByRole("button", { name: "All on", exact: true }).click();
    await lab.dialog.getByRole("switch", { name: "SWAY" }).click();
    await lab.press("assign-now");
    await lab.main.getByText("19 of 20 plans on").waitFor();
    await lab.main.getByText("Off: SWAY").waitFor();
  }));

test("plans stand by service, which is switched as a whole; under a filter nothing that is hidden is", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await lab.given({ products: { ENTERPRISEPACK: 5, EXCHANGESTANDARD: 5 }, groups: { Sales: { gives: { ENTERPRISEPACK: [] } } } });
    await lab.openGroup("Sales");
    await lab.main.getByText("Plans of Office 365 E3", { exact: true }).click();
    const of = (service) => lab.main.getByRole("group", { name: service, exact: true });
    const meetings = of("Teams and telephony");
    const switches = meetings.getByRole("switch");
    await switches.first().waitFor();
    const all = await switches.count();
    assert.ok(all > 1, `${all} plans of meetings`);
    await meetings.getByText(`${all} of ${all} on`, { exact: true }).waitFor();
    await meetings.getByRole("button", { name: "All off: Teams and telephony" }).click();
    await meetings.getByText(`0 of ${all} on`, { exact: true }).waitFor();
    for (const one of await switches.all()) assert.equal(await one.isChecked(), false);
    await lab.main.getByText(`${20 - all} of 20 plans on`).waitFor();
    // The keyboard goes on where it was: the button says the other way now.
    await meetings.getByRole("button", { name: "All on: Teams and telephony" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await meetings.getByText(`${all} of ${all} on`, { exact: true }).waitFor();

    await lab.main.getByRole("searchbox", { name: "Filter service plans" }).fill("teams");
    await of("Mail and calendars").waitFor({ state: "detached" });
    const found = await switches.count();
    assert.ok(found >= 1 && found < all, `${found} of ${all} plans found`);
    assert.equal(await meetings.getByRole("button").count(), 0);
    await lab.main.getByRole("button", { name: "Turn off what is shown" }).click();
    await meetings.getByText(`${all - found} of ${all} on`, { exact: true }).waitFor();
    await lab.main.getByText(`${20 - found} of 20 plans on`).waitFor();
  }));

test("a swap is one change: E1 goes and E3 comes in the same step, and one undo takes both back", () =>
  visitLab({ isExample: true }, async (lab) => {
    await lab.given({
      products: { STANDARDPACK: 5, ENTERPRISEPACK: 5 },
      users: { Anna: "NL" },
      direct: { Anna: { STANDARDPACK: [] } },
      groups: { Sales: { members: ["Anna"], gives: {} } },
    });
    await lab.openUser("Anna");
    // Beside E1 it is refused: the two exclude each other.
    const button = await lab.fillAssign({ [E3]: undefined });
    await lab.dialog.getByRole("button", { name: lab.word(button), exact: true }).click();
    await lab.dialog.getByRole("alert").getByText(/are mutually exclusive/).waitFor();
    await lab.dialog.getByRole("group", { name: "Remove in the same change" }).getByRole("checkbox", { name: E1 }).check();
    await lab.press("apply-change");
    await lab.directPath(E3).waitFor();
    assert.equal(await lab.directPath(E1).count(), 0);
    await lab.time.getByRole("button", { name: /^Undo: / }).click();
    await lab.directPath(E1).waitFor();
    assert.equal(await lab.directPath(E3).count(), 0);
  }));

test("several users get several products at once; who is refused stays selected, with the reason", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await lab.given({
      products: { ENTERPRISEPACK: 9, EMS: 9 },
      users: { Anna: "NL", Bram: "NL", Chloe: "", Dana: "NL" },
    });
    await lab.goTo("Users");
    const users = new TablePage(page);
    for (const name of ["Anna", "Bram", "Chloe"]) await users.row(name).getByRole("checkbox").check();
    await users.selection.getByRole("button", { name: "Assign…" }).click();
    await page.getByRole("dialog", { name: "Assign licenses to 3 users" }).waitFor();
    for (const product of [E3, EMS]) await lab.dialog.getByRole("checkbox", { name: product }).check();
    await lab.dialog.getByRole("button", { name: "Assign", exact: true }).click();
    await lab.dialog.getByRole("alert").getByText(/invalid usage location/).waitFor();
    await page.keyboard.press("Escape");
    await lab.dialog.waitFor({ state: "hidden" });
    await page.getByRole("group", { name: "1 selected" }).waitFor();
    assert.equal(await users.row("Chloe").getByRole("checkbox").isChecked(), true);
    for (const name of ["Anna", "Bram"]) assert.match(await users.row(name).innerText(), /E3[\s\S]*EMS E3|EMS E3[\s\S]*E3/);
    assert.match(await users.row("Dana").innerText(), /None/);
    // All of it is undone together.
    await lab.time.getByRole("button", { name: /^Undo: / }).click();
    await users.row("Anna").filter({ hasText: "None" }).waitFor();
    assert.match(await users.row("Bram").innerText(), /None/);
  }));

test("several groups get a product at once, and lose it at once where it is licensed", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await lab.given({ products: { ENTERPRISEPACK: 9 }, groups: { Sales: {}, Legal: {}, Support: {} } });
    await lab.goTo("Groups");
    const table = new TablePage(page);
    for (const name of ["Sales", "Legal"]) await table.row(name).getByRole("checkbox").check();
    await table.selection.getByRole("button", { name: "Assign…" }).click();
    await lab.dialog.getByRole("checkbox", { name: E3 }).check();
    await lab.press("assign-now");
    await table.row("Sales").filter({ hasText: "E3" }).waitFor();
    assert.match(await table.row("Legal").innerText(), /E3/);
    assert.doesNotMatch(await table.row("Support").innerText(), /E3/);
    await lab.openProduct(E3);
    await lab.openTab("licensed-groups");
    const licensed = page.getByRole("grid", { name: "Licensed groups" });
    for (const name of ["Sales", "Legal"]) await licensed.getByRole("checkbox", { name: `Select ${name}` }).check();
    await table.selection.getByRole("button", { name: "Remove from the group" }).click();
    await lab.applyPreview();
    await lab.main.getByText("No group assigns it.").waitFor();
  }));

test("under today's rules at most twenty users are processed again in one go, and groups are not", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    const users = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`User ${at + 10}`, "NL"]));
    await lab.given({ products: { ENTERPRISEPACK: 50 }, users, groups: { Sales: { members: Object.keys(users) } } });
    await lab.goTo("Settings");
    await lab.main.getByRole("button", { name: "Today" }).click();
    await lab.goTo("Users");
    const table = new TablePage(page);
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    const again = table.selection.getByRole("button", { name: "Reprocess" });
    await table.selection.getByText("At most 20 users at a time under today's rules.").waitFor();
    assert.equal(await again.getAttribute("aria-disabled"), "true");
    await again.press("Enter");
    await lab.time.getByText("Nothing waiting").waitFor();
    await table.row("User 10").getByRole("checkbox").uncheck();
    await again.click();
    await lab.time.getByText("20 steps waiting").waitFor();
    await lab.openGroup("Sales");
    assert.equal(await lab.main.getByRole("button", { name: "Reprocess", exact: true }).count(), 0);
  }));

test("a user's names and sign-in are changed; blocking takes nothing away", () =>
  visitLab({ isExample: true }, async (lab) => {
    await lab.given({ products: { ENTERPRISEPACK: 5 }, users: { Anna: "NL" }, direct: { Anna: { ENTERPRISEPACK: [] } } });
    await lab.openUser("Anna");
    await lab.act("edit-user");
    await lab.dialog.getByRole("textbox", { name: "Display name" }).fill("Anna Berg");
    await lab.dialog.getByRole("switch", { name: "Sign-in allowed" }).click();
    await lab.press("save");
    await lab.page.getByRole("heading", { level: 1, name: "Anna Berg" }).waitFor();
    await lab.main.getByText("Sign-in blocked").first().waitFor();
    assert.match(await lab.directPath(E3).innerText(), /Active/);
  }));

test("Microsoft adds a plan to a product: at once it is on for who holds it, without a run", () =>
  visitLab({ isExample: true }, async (lab) => {
    await lab.given({ products: { STANDARDPACK: 5 }, users: { Anna: "NL" }, direct: { Anna: { STANDARDPACK: [] } } });
    await lab.openProduct(E1);
    await lab.openTab("service-plans");
    await lab.act("add-plan");
    await lab.dialog.getByRole("searchbox").fill("intune_a");
    await lab.dialog.getByRole("radio", { name: /INTUNE_A\b/ }).first().check();
    await lab.press("add-plan-now");
    await lab.openUser("Anna");
    await lab.matrix.getByRole("row").filter({ hasText: "Intune" }).first().getByText("On").first().waitFor();
    await lab.time.getByText("Nothing waiting").waitFor();
  }));

test("an address that somebody else holds says who, on the user's own screen", () =>
  visitLab({ isExample: true }, async (lab, page) => {
    await lab.given({
      products: { ENTERPRISEPACK: 5 },
      users: { Anna: "NL", Bram: "NL" },
      direct: { Anna: { ENTERPRISEPACK: [] } },
    });
    await lab.openUser("Anna");
    await lab.main.getByText("No other object uses these addresses").waitFor();
    await lab.openUser("Bram");
    await lab.act("change-addresses");
    await lab.dialog.getByRole("textbox", { name: "proxyAddresses" }).fill("smtp:anna@contoso.onmicrosoft.com");
    await lab.press("save");
    await lab.main.getByText("also used by").waitFor();
    await lab.main.getByRole("region", { name: "Mail and proxy addresses" }).getByRole("link", { name: "Anna" }).click();
    await page.getByRole("heading", { level: 1, name: "Anna" }).waitFor();
  }));
