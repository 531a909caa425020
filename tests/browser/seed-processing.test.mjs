// The article of 2019 section by section, second half: what the background does with several products, deleted groups and
// add-ons, and how processing is forced.

import assert from "node:assert/strict";
import { E1, E3, EMS, ANALYTICS, EXCHANGE_1, EXCHANGE_2, AUDIO_NEEDS_E3, assignAudioToAnna, inBothLanguages, inEnglish } from "./seed-page.mjs";
import { TablePage } from "./table-page.mjs";

inBothLanguages("LicenseAssignmentAttributeConcurrencyException: in the log, and settled without anybody's doing", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5 },
    users: { Anna: "NL", Bram: "NL", Chloe: "NL" },
    groups: { Sales: { members: ["Anna", "Bram"] }, Legal: { members: ["Anna", "Chloe"] } },
  });
  await lab.goTo("Settings");
  await lab.main.getByRole("combobox", { name: lab.word("workers") }).selectOption("2");
  for (const group of ["Sales", "Legal"]) {
    await lab.openGroup(group);
    await lab.assign({ [E3]: undefined });
  }
  await lab.run();
  await lab.goTo("Audit log");
  const log = new TablePage(page);
  await log.search("LicenseAssignmentAttributeConcurrencyException");
  const exception = log.row("Anna").first();
  assert.match(await exception.innerText(), new RegExp(lab.word("put-off")));
  await exception.getByRole("button", { name: lab.word("details-of", { what: "" }) }).click();
  await log.grid.getByText("LicenseAssignmentAttributeConcurrencyException").waitFor();
  // No action was required: she holds the license by both groups.
  await lab.openUser("Anna");
  for (const group of ["Sales", "Legal"]) {
    assert.match(await lab.path(E3, group).innerText(), new RegExp(lab.word("state-active")));
  }
  await lab.goTo("Products");
  await new TablePage(page).row(E3).waitFor();
});

inBothLanguages("more than one product on a group: all or nothing, and which product is the reason", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5, EMS: 1 },
    users: { Anna: "NL", Bram: "NL" },
    groups: { Sales: { members: ["Anna", "Bram"] } },
  });
  await lab.openGroup("Sales");
  await lab.assign({ [E3]: undefined, [EMS]: undefined });
  await lab.run();
  // What "Other" beside a product means, in a sentence with its rule.
  await lab.notification.getByText(lab.word("other-means", { heading: lab.word("heading-other") })).waitFor();
  // Which users were not assigned, and which products are affected.
  await lab.notification.getByRole("link", { name: lab.word("show-users-in-error") }).click();
  const members = new TablePage(page);
  await members.row("Bram").waitFor();
  assert.match(await members.row("Bram").innerText(), new RegExp(lab.word("heading-count")));
  await members.row("Bram").getByRole("link", { name: "Bram", exact: true }).click();
  assert.match(await lab.path(EMS, "Sales").innerText(), new RegExp(lab.word("heading-count")));
  assert.match(await lab.path(E3, "Sales").innerText(), new RegExp(lab.word("heading-other")));
  assert.ok((await lab.why(lab.path(E3, "Sales"))).includes(EMS), "the reason lies with the other product");
});

inBothLanguages("when a licensed group is deleted: refused first; then what is needed becomes direct", async (lab) => {
  await lab.given(AUDIO_NEEDS_E3);
  await assignAudioToAnna(lab);
  await lab.openGroup("Sales");
  await lab.act("delete-group");
  const exact = "Unable to delete the group because there is a product license assigned to the group.";
  assert.ok((await lab.refusal.innerText()).includes(exact));
  await lab.act("cancel");
  // All licenses are taken from the group; from the users the background takes them.
  await lab.removeFromGroup(E3);
  await lab.run();
  await lab.notification.getByText(lab.word("heading-dependency-2019")).waitFor();
  await lab.act("delete-group");
  await lab.applyPreview();
  await lab.run();
  await lab.openUser("Anna");
  await lab.directPath(E3).waitFor();
  assert.equal(await lab.path(E3, "Sales").count(), 0, "it is inherited from nothing");
  assert.match(await lab.directPath(E3).innerText(), new RegExp(lab.word("state-active")));
  await lab.openUser("Bram");
  await lab.main.getByText(lab.word("no-paths")).waitFor();
});

inBothLanguages("products with prerequisites: the add-on alone is refused in Microsoft's words, with E3 it is accepted", async (lab) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5, WORKPLACE_ANALYTICS: 5 },
    users: { Anna: "NL" },
    groups: { Office: { members: ["Anna"], gives: { ENTERPRISEPACK: [] } }, Analytics: { members: ["Anna"] } },
  });
  await lab.openGroup("Analytics");
  const button = await lab.fillAssign({ [ANALYTICS]: undefined });
  await lab.dialog.getByRole("button", { name: lab.word(button), exact: true }).click();
  const refused = await lab.dialog.getByRole("alert").innerText();
  const exact =
    "License operation failed. Make sure that the group has necessary services before adding or removing a dependent " +
    "service. The service Microsoft Workplace Analytics requires Exchange Online (Plan 2) to be enabled as well.";
  assert.ok(refused.includes(exact), refused);
  assert.ok(refused.includes(EXCHANGE_1), "in plain words: either plan would do");
  await lab.page.keyboard.press("Escape");
  // An existing group that holds the full E3 gets the add-on.
  await lab.openGroup("Office");
  await lab.assign({ [ANALYTICS]: undefined });
  await lab.run();
  await lab.openUser("Anna");
  assert.match(await lab.path(ANALYTICS, "Office").innerText(), new RegExp(lab.word("state-active")));
});

inEnglish("products with prerequisites: a standalone group with the least, one seat for who has all of E3 elsewhere", async (lab, page) => {
  await lab.given({
    products: { STANDARDPACK: 5, ENTERPRISEPACK: 2, WORKPLACE_ANALYTICS: 5 },
    users: { Anna: "NL", Bram: "NL", Chloe: "NL" },
    groups: {
      Everybody: { members: ["Anna"], gives: { ENTERPRISEPACK: [] } },
      Light: { members: ["Chloe"], gives: { STANDARDPACK: [] } },
      "Analytics for E3": { members: ["Anna", "Bram"] },
      "Analytics for E1": { members: ["Chloe"] },
    },
  });
  // Both products in one change: E3 with Exchange Online (Plan 2) alone, and the add-on.
  await lab.openGroup("Analytics for E3");
  await lab.assign({ [E3]: [EXCHANGE_2], [ANALYTICS]: undefined });
  await lab.run();
  await lab.openUser("Anna");
  for (const source of ["Everybody", "Analytics for E3"]) assert.match(await lab.path(E3, source).innerText(), /Active/);
  await lab.openUser("Bram");
  assert.match(await lab.path(ANALYTICS, "Analytics for E3").innerText(), /Active/);
  await lab.goTo("Products");
  assert.match(await new TablePage(page).row(E3).innerText(), /None free/, "two users, two seats");
  // The tip: one such group for each prerequisite.
  await lab.openGroup("Analytics for E1");
  await lab.assign({ [E1]: [EXCHANGE_1], [ANALYTICS]: undefined });
  await lab.run();
  await lab.openUser("Chloe");
  assert.match(await lab.path(ANALYTICS, "Analytics for E1").innerText(), /Active/);
});

inBothLanguages("force group license processing: licenses are freed directly, the group's button does the rest", async (lab, page) => {
  await lab.given({
    products: { ENTERPRISEPACK: 2 },
    users: { Anna: "NL", Bram: "NL", Chloe: "NL", Dana: "NL" },
    direct: { Chloe: { ENTERPRISEPACK: [] }, Dana: { ENTERPRISEPACK: [] } },
    groups: { Sales: { members: ["Anna", "Bram"], gives: { ENTERPRISEPACK: [] } } },
  });
  // Direct licenses are taken from several users at once.
  await lab.openProduct(E3);
  const users = new TablePage(page);
  for (const name of ["Chloe", "Dana"]) await users.row(name).getByRole("checkbox").check();
  await users.selection.getByRole("button", { name: lab.word("remove-direct-license") }).click();
  await lab.applyPreview();
  await users.row("Chloe").waitFor({ state: "hidden" });
  await lab.openGroup("Sales");
  await lab.notification.waitFor();
  await lab.reprocess();
  await lab.run();
  await lab.notification.waitFor({ state: "hidden" });
  await lab.main.getByText(lab.word("group-run-complete")).waitFor();
});

inBothLanguages("force user license processing: once the address is free, the user's button does the rest", async (lab) => {
  await lab.given({
    products: { ENTERPRISEPACK: 5 },
    users: { Anna: "NL" },
    groups: { Sales: { members: ["Anna"], gives: { ENTERPRISEPACK: [] } } },
    contacts: { Reception: "SMTP:anna@contoso.onmicrosoft.com" },
  });
  await lab.openUser("Anna");
  const path = lab.path(E3, "Sales");
  assert.match(await path.innerText(), new RegExp(lab.word("heading-address")));
  // Another name, and so another address.
  await lab.act("edit-user");
  await lab.dialog.getByRole("textbox", { name: lab.word("principal-name") }).fill("anna.b@contoso.onmicrosoft.com");
  await lab.dialog.getByRole("textbox", { name: "mailNickname" }).fill("anna.b");
  await lab.press("save");
  assert.match(await path.innerText(), new RegExp(lab.word("heading-address")), "nothing heals by itself");
  await lab.reprocess();
  await lab.run();
  assert.match(await path.innerText(), new RegExp(lab.word("state-active")));
});
