// The article of 2019 section by section, first half: how errors are found, and what mends each of them.

import assert from "node:assert/strict";
import { E1, E3, AUDIO, EXCHANGE_1, EXCHANGE_2, AUDIO_NEEDS_E3, assignAudioToAnna, inBothLanguages, inEnglish } from "./seed-page.mjs";
import { TablePage } from "./table-page.mjs";

inBothLanguages("find users in an error state in a group: the notification, the list, one of the users", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 2 },
    users: { Anna: "NL", Bram: "NL", Chloe: "NL" },
    groups: { Sales: { members: ["Anna", "Bram", "Chloe"], gives: { ENTERPRISEPACK: [] } } },
  });
  await lab.openGroup("Sales");
  await lab.main.getByRole("heading", { name: lab.word("licenses"), exact: true }).waitFor();
  await lab.notification.getByText(lab.word("users-of-group-in-error", { number: 1 })).waitFor();
  await lab.notification.getByRole("link", { name: lab.word("show-users-in-error") }).click();
  const members = new TablePage(page);
  await members.row("Chloe").waitFor();
  await members.row("Anna").waitFor({ state: "hidden" });
  assert.match(await members.row("Chloe").innerText(), new RegExp(lab.word("heading-count")));
  await members.row("Chloe").getByRole("link", { name: "Chloe", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Chloe" }).waitFor();
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("heading-count")));
});

inBothLanguages("find all groups that contain an error: the overview's box, the list, one of the groups", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 3 },
    users: { Anna: "NL", Bram: "NL", Chloe: "NL" },
    groups: {
      Sales: { members: ["Anna"], gives: { ENTERPRISEPACK: [] } },
      Support: { members: ["Bram"], gives: { ENTERPRISEPACK: [] } },
      Legal: { members: ["Chloe"], gives: { ENTERPRISEPACK: [] } },
      Late: { members: ["Anna", "Chloe"] },
    },
  });
  await lab.openProduct(E3);
  await lab.setUnits(1);
  await lab.openGroup("Late");
  await lab.assign({ [E3]: undefined });
  await lab.run();
  // Nobody lost a seat by that: only somebody new fails.
  await lab.goTo("Overview");
  await lab.main.getByText(lab.word("nobody-in-error")).waitFor();
  await page.evaluate(() => {
    const ask = (method, url, body) => globalThis.licensingLab.graph({ method, url, body }).body;
    const user = ask("POST", "/users", { displayName: "Dana", userPrincipalName: "dana@contoso.onmicrosoft.com" });
    for (const name of ["Sales", "Support"]) {
      const [group] = ask("GET", `/groups?$filter=displayName eq '${name}'`).value;
      const member = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${user.id}` };
      ask("POST", `/groups/${group.id}/members/$ref`, member);
    }
  });
  await lab.run();
  const box = lab.main.getByRole("region", { name: lab.word("groups-need-attention", { number: 2 }) });
  await box.getByRole("link", { name: lab.word("show-groups-in-error") }).click();
  await page.getByRole("heading", { level: 1, name: lab.word("groups"), exact: true }).waitFor();
  const groups = new TablePage(page);
  await groups.row("Sales").waitFor();
  assert.deepEqual((await groups.names()).sort(), ["Sales", "Support"]);
  await groups.row("Support").getByRole("link", { name: "Support" }).click();
  await page.getByRole("heading", { level: 1, name: "Support" }).waitFor();
  await lab.notification.getByText(lab.word("users-of-group-in-error", { number: 1 })).waitFor();
});

inBothLanguages("not enough licenses: see how many there are, who uses them, then buy more or free some", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 2 },
    users: { Anna: "NL", Bram: "NL", Chloe: "NL", Dana: "NL" },
    direct: { Anna: { ENTERPRISEPACK: [] } },
    groups: { Sales: { members: ["Anna", "Bram", "Chloe", "Dana"], gives: { ENTERPRISEPACK: [] } } },
  });
  // All products: how many licenses are available.
  await lab.goTo("Products");
  const table = new TablePage(page);
  assert.match(await table.row(E3).innerText(), new RegExp(lab.word("none-free")));
  await table.row(E3).getByRole("link", { name: E3 }).click();
  // Licensed users, directly or through one or more groups.
  await table.row("Anna").waitFor();
  assert.match(await table.row("Anna").innerText(), new RegExp(`${lab.word("direct")}, Sales`));
  assert.match(await table.row("Chloe").innerText(), new RegExp(lab.word("heading-count")));
  await lab.openTab("licensed-groups");
  const groups = lab.main.getByRole("grid", { name: lab.word("licensed-groups") });
  await groups.getByRole("row").filter({ hasText: "Sales" }).waitFor();
  // Buy more: nothing happens by itself, the group is processed again.
  await lab.setUnits(3);
  await lab.openGroup("Sales");
  await lab.notification.getByText(lab.word("heading-count")).waitFor();
  await lab.reprocess();
  await lab.run();
  await lab.openUser("Chloe");
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("state-active")));
  // Or free a seat: Bram leaves, his seat is free, Dana gets it when she is processed again.
  await lab.openGroup("Sales");
  await table.row("Bram").getByRole("checkbox").check();
  await table.selection.getByRole("button", { name: lab.word("remove-members") }).click();
  await lab.run();
  await lab.openUser("Dana");
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("heading-count")), "a freed seat starts nothing");
  await lab.reprocess();
  await lab.run();
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("state-active")));
});

/** Noor, who holds E1 directly, has failed to get E3 through Sales E3. */
async function conflict(lab) {
  await lab.openExample();
  await lab.run();
  await lab.openUser("Noor Visser");
  const inherited = lab.path(E3, "Sales E3");
  assert.match(await inherited.innerText(), new RegExp(lab.word("heading-exclusive")));
  return inherited;
}

inBothLanguages("conflicting service plans: which ones, and the direct license removed", async (lab) => {
  const inherited = await conflict(lab);
  const explanation = await lab.why(inherited);
  for (const fact of [EXCHANGE_1, EXCHANGE_2, "SharePoint (Plan 1)", "SharePoint (Plan 2)"]) {
    assert.ok(explanation.includes(fact), fact);
  }
  assert.ok(explanation.includes("MutuallyExclusiveViolation"));
  await lab.closeExplanation();
  await lab.removeDirect(E1);
  assert.match(await inherited.innerText(), new RegExp(lab.word("heading-exclusive")), "nothing heals by itself");
  await lab.reprocess();
  await lab.run();
  assert.match(await inherited.innerText(), new RegExp(lab.word("state-active")));
});

inEnglish("conflicting service plans: both plans off in the direct license, then a reprocess", async (lab) => {
  const inherited = await conflict(lab);
  await lab.turnOff(E1, [EXCHANGE_1, "SharePoint (Plan 1)"]);
  assert.match(await inherited.innerText(), /Conflicting service plans/, "nothing heals by itself");
  await lab.reprocess();
  await lab.run();
  assert.match(await inherited.innerText(), /Active/);
});

inEnglish("conflicting service plans: both plans off in the group's license, without a reprocess", async (lab) => {
  await conflict(lab);
  await lab.openGroup("Sales E3");
  await lab.turnOff(E3, [EXCHANGE_2, "SharePoint (Plan 2)"]);
  await lab.run();
  await lab.openUser("Noor Visser");
  assert.match(await lab.path(E3, "Sales E3").innerText(), /Active/);
});

inBothLanguages("other products depend on this license: removing the user from the group fails until nothing depends", async (lab) => {
  await lab.given(AUDIO_NEEDS_E3);
  await assignAudioToAnna(lab);
  await lab.act("remove-from", { group: "Sales" });
  await lab.run();
  const kept = lab.path(E3, "Sales");
  assert.match(await kept.innerText(), new RegExp(lab.word("heading-dependency-2019")));
  assert.ok((await lab.why(kept)).includes("DependencyViolation"));
  await lab.closeExplanation();
  // She is no member, and yet on the group's list.
  await lab.openGroup("Sales");
  await lab.notification.getByText(lab.word("heading-dependency-2019")).waitFor();
  // The dependent service is turned off for her; then the license can be taken away.
  await lab.openUser("Anna");
  await lab.removeDirect(AUDIO);
  await lab.reprocess();
  await lab.run();
  await lab.main.getByText(lab.word("no-paths")).waitFor();
});

inEnglish("other products depend on this license: the required plan assigned by another method", async (lab) => {
  await lab.given(AUDIO_NEEDS_E3);
  await assignAudioToAnna(lab);
  await lab.act("remove-from", { group: "Sales" });
  await lab.run();
  await lab.assign({ [E3]: ["Skype for Business Online (Plan 2)"] });
  await lab.reprocess();
  await lab.run();
  await lab.path(E3, "Sales").waitFor({ state: "hidden" });
  assert.match(await lab.directPath(E3).innerText(), /Active/);
  assert.match(await lab.directPath(AUDIO).innerText(), /Active/);
});

inBothLanguages("usage location isn't allowed: out of the group, or another location; without one the tenant's counts", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5 },
    users: { Anna: "IR", Bram: "IR", Chloe: "" },
    groups: { Sales: { members: ["Anna", "Bram", "Chloe"], gives: { ENTERPRISEPACK: [] } } },
  });
  const heading = new RegExp(lab.word("heading-location-2019"));
  await lab.openUser("Chloe");
  await lab.main.getByText(lab.word("location-inherited")).waitFor();
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("state-active")));
  // A user whose location is right leaves the group.
  await lab.openUser("Anna");
  const failed = lab.path(E3, "Sales");
  assert.match(await failed.innerText(), heading);
  assert.ok((await lab.why(failed)).includes("ProhibitedInUsageLocationViolation"));
  await lab.closeExplanation();
  await lab.act("remove-from", { group: "Sales" });
  await lab.run();
  await lab.main.getByText(lab.word("no-paths")).waitFor();
  // A user whose location was wrong gets the right one, and the license the next time.
  await lab.openUser("Bram");
  await lab.setLocation("NL");
  assert.match(await lab.path(E3, "Sales").innerText(), heading, "a change of the location starts nothing");
  await lab.reprocess();
  await lab.run();
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("state-active")));
  // The note: who has no location inherits that of the directory.
  await lab.goTo("Settings");
  await lab.main.getByRole("combobox", { name: lab.word("country") }).selectOption("IR");
  await lab.act("save");
  await page.evaluate(() => {
    const user = { displayName: "Dana", userPrincipalName: "dana@contoso.onmicrosoft.com" };
    globalThis.licensingLab.graph({ method: "POST", url: "/users", body: user });
  });
  await lab.openUser("Dana");
  await lab.act("add-to-group");
  await lab.dialog.getByRole("radio", { name: "Sales" }).check();
  await lab.press("add");
  await lab.run();
  assert.match(await lab.path(E3, "Sales").innerText(), heading);
  // A direct license asks for a location of one's own, and says so at once.
  const button = await lab.fillAssign({ [E3]: undefined });
  await lab.dialog.getByRole("button", { name: lab.word(button), exact: true }).click();
  const refused = await lab.dialog.getByRole("alert").innerText();
  assert.ok(refused.includes("License assignment cannot be done for user with invalid usage location."), refused);
});

inBothLanguages("duplicate proxy addresses: find who holds the address, mend it, process the group again", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5 },
    users: { Anna: "NL", Bram: "NL" },
    groups: { Sales: { members: ["Anna", "Bram"] } },
  });
  // Somebody gave Bram the address that is Anna's.
  await lab.openUser("Bram");
  await lab.act("change-addresses");
  await lab.dialog.getByRole("textbox", { name: "proxyAddresses" }).fill("smtp:anna@contoso.onmicrosoft.com");
  await lab.press("save");
  await lab.openGroup("Sales");
  await lab.assign({ [E3]: undefined });
  await lab.run();
  await lab.notification.getByText(lab.word("heading-address")).waitFor();
  // What the article's Get-Recipient line finds out.
  const found = await lab.find("anna@contoso.onmicrosoft.com");
  const holder = found.filter({ hasText: lab.word("holds-the-address", { address: "anna@contoso.onmicrosoft.com" }) });
  await holder.first().waitFor();
  assert.equal(await holder.count(), 1);
  await holder.click();
  await page.getByRole("heading", { level: 1, name: "Bram" }).waitFor();
  await lab.act("change-addresses");
  await lab.dialog.getByRole("textbox", { name: "proxyAddresses" }).fill("SMTP:bram@contoso.onmicrosoft.com");
  await lab.press("save");
  await lab.openGroup("Sales");
  await lab.notification.waitFor();
  await lab.reprocess();
  await lab.run();
  await lab.notification.waitFor({ state: "hidden" });
  await lab.openUser("Anna");
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("state-active")));
});

inEnglish("duplicate proxy addresses: the holder may be a contact, made and found in the interface", async (lab) => {
  await lab.given({ products: { ENTERPRISEPACK: 5 }, users: { Anna: "NL" }, groups: { Sales: { members: ["Anna"] } } });
  await lab.page.getByRole("button", { name: "New", exact: true }).click();
  await lab.page.getByRole("button", { name: "New contact…" }).click();
  await lab.dialog.getByRole("textbox", { name: "Name" }).fill("Reception");
  await lab.dialog.getByRole("textbox", { name: "proxyAddresses" }).fill("SMTP:anna@contoso.onmicrosoft.com");
  await lab.press("create-contact");
  await lab.openGroup("Sales");
  await lab.assign({ [E3]: undefined });
  await lab.run();
  await lab.openUser("Anna");
  assert.match(await lab.why(lab.path(E3, "Sales")), /Reception/);
  await lab.closeExplanation();
  const found = await lab.find("anna@contoso.onmicrosoft.com");
  await found.filter({ hasText: "Reception" }).waitFor();
});

inEnglish("mail and proxyAddresses change while a license is updated, and the log says how", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5 },
    users: { Anna: "NL" },
    groups: { Sales: { members: ["Anna"] } },
  });
  await lab.openUser("Anna");
  await lab.main.getByText("None yet. They are computed once a license comes with a mailbox plan.").waitFor();
  await lab.openGroup("Sales");
  await lab.assign({ [E3]: undefined });
  await lab.run();
  await lab.openUser("Anna");
  await lab.main.getByText("SMTP:anna@contoso.onmicrosoft.com").waitFor();
  await lab.goTo("Audit log");
  const log = new TablePage(page);
  await log.search("anna");
  const changed = log.rows.filter({ hasText: "Update user" });
  await changed.first().getByRole("button", { name: /^Details/ }).click();
  await log.grid.getByText("proxyAddresses").first().waitFor();
  // The rules say what decided about it.
  await lab.goTo("Rules");
  await lab.main.getByRole("row", { name: /^R9\.1 / }).waitFor();
});
