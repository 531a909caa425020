// Every dialog of the page: where it is, and what opens it. The tenant has something for each of them.

import { still } from "./browser.mjs";
import { TablePage } from "./table-page.mjs";

/** Everything happens in it: errors, deleted things, a nested group, a suspended product, long and foreign names. */
const LONG = `Name ${"that goes on and on ".repeat(13)}`.slice(0, 256).trim();
export const TENANT = {
  products: { ENTERPRISEPACK: 5, STANDARDPACK: 2, EMS: 1, MCOMEETADV: 2 },
  users: { "Anna Berg": "NL", "فاطمة الزهراء": "NL", [LONG]: "NL", "Noor Visser": "NL", "Bram Iran": "IR", "Gone One": "NL" },
  accounts: { "فاطمة الزهراء": "fatima", [LONG]: "long" },
  contacts: { Reception: "SMTP:reception@contoso.onmicrosoft.com" },
  direct: { "Noor Visser": { STANDARDPACK: [] } },
  groups: {
    "Sales E3": { members: ["Anna Berg", "فاطمة الزهراء", LONG, "Noor Visser", "Bram Iran"], gives: { ENTERPRISEPACK: [], EMS: [] } },
    "Projectteam Informatiebeveiliging en Gegevensbescherming": { members: ["Anna Berg"], gives: { ENTERPRISEPACK: ["SWAY"] } },
    "Empty group": {},
    "Old group": { unified: true },
  },
  deleted: { users: ["Gone One"], groups: ["Old group"] },
};

/** Goes to an address within the page, and waits until its view is there. */
export async function go(page, address) {
  await page.evaluate(async (address) => {
    if ((location.hash || "#/") === address) return;
    const arrived = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    location.hash = address;
    await arrived;
  }, address);
  await still(page);
  await page.waitForFunction(() => document.querySelector("h1") && !document.querySelector(".later"));
  await still(page);
}

/** What of `Ask` (`web/src/ask.rs`) opens no dialog. */
export const NO_DIALOGS = ["FiveErrors"];

/**
 * Every dialog by its name: the address where it is opened, and how. `ask` is what the page calls it in `web/src/ask.rs`; the
 * dialogs that are opened in another way have none.
 */
export function everyDialog(lab) {
  const { page } = lab;
  const [plansOf] = lab.word("plans-of", { name: "@" }).split("@");
  const mend = lab.word("mend-errors", { number: 3 }).replace("3", "\\d+");
  const main = (key, args) => () => {
    const name = typeof key === "string" ? lab.word(key, args) : key;
    return lab.main.getByRole("button", { name }).first().click();
  };
  const fromMenu = (key) => async () => {
    await page.getByRole("button", { name: lab.word("new"), exact: true }).click();
    await page.getByRole("button", { name: lab.word(key), exact: true }).click();
  };
  const fromTenantMenu = (key) => async () => {
    await page.getByRole("navigation", { name: lab.word("main-nav"), exact: true }).getByRole("button").first().click();
    await page.getByRole("button", { name: lab.word(key), exact: true }).click();
  };
  const ofSelected = (key) => async () => {
    await new TablePage(page).rows.first().getByRole("checkbox").check();
    await new TablePage(page).selection.getByRole("button", { name: lab.word(key) }).click();
  };
  const ofProduct = (key, tab) => async () => {
    await lab.openProduct("Office 365 E3");
    if (tab) await lab.openTab(tab);
    await main(key)();
  };
  const inPreview = async () => {
    await lab.why(lab.path("Office 365 E3", "Sales E3"));
    const [preview] = lab.word("preview-repair", { what: "@" }).split("@");
    await page.getByRole("complementary").getByRole("button", { name: new RegExp(`^${preview}`) }).first().click();
    await lab.main.getByRole("button", { name: lab.word("apply-change"), exact: true, disabled: false }).waitFor();
    await lab.main.getByRole("table").getByRole("button", { name: lab.word("why") }).first().click();
  };
  return {
    "new user": { ask: "NewUser", address: "#/", open: fromMenu("new-user") },
    "new users": { ask: "NewUsers", address: "#/users", open: main("new-users") },
    "new group": { ask: "NewGroup", address: "#/", open: fromMenu("new-group") },
    "new contact": { ask: "NewContact", address: "#/", open: fromMenu("new-contact") },
    "change contact": { ask: "EditContact", address: "#/users/contacts", open: main("change-what", { name: "Reception" }) },
    buy: { ask: "BuyProduct", address: "#/", open: fromMenu("buy-product") },
    sample: { ask: "Sample", address: "#/", open: main("open-sample") },
    find: { ask: "Find", address: "#/", open: () => page.keyboard.press("Control+k") },
    keys: { ask: "Keys", address: "#/about", open: () => page.keyboard.press("?") },
    history: { ask: "History", address: "#/", open: fromTenantMenu("history-menu") },
    tenants: { ask: "Tenants", address: "#/", open: fromTenantMenu("tenants-menu") },
    link: { ask: "Link", address: "#/", open: fromTenantMenu("open-link") },
    share: { address: "#/", open: () => page.getByRole("banner").getByRole("button", { name: lab.word("share-title") }).click() },
    units: { ask: "Units", address: "#/products", open: ofProduct("units") },
    "add plan": { ask: "AddPlan", address: "#/products", open: ofProduct("add-plan", "service-plans") },
    "assign to a group": { ask: "AssignToGroup", address: "#/groups/1", open: main("assign") },
    "plans of a group": { ask: "ChangeGroupPlans", address: "#/groups/1", open: main(new RegExp(`^${plansOf}`)) },
    "add members": { ask: "AddMembers", address: "#/groups/1", open: main("add-members") },
    rename: { ask: "RenameGroup", address: "#/groups/1", open: main("rename") },
    "membership rule": { ask: "MembershipRule", address: "#/groups/2", open: main("edit-rule") },
    "assign to a user": { ask: "AssignToUser", address: "#/users/3", open: main("assign") },
    "plans of a user": { ask: "ChangeUserPlans", address: "#/users/3", open: main(new RegExp(`^${plansOf}`)) },
    location: { ask: "Location", address: "#/users/3", open: main("change-location") },
    addresses: { ask: "Addresses", address: "#/users/3", open: main("change-addresses") },
    "change user": { ask: "EditUser", address: "#/users/3", open: main("edit-user") },
    "add to a group": { ask: "AddToGroup", address: "#/users/3", open: main("add-to-group") },
    "add selected to a group": { ask: "AddSelectedToGroup", address: "#/users", open: ofSelected("add-selected-to-group") },
    "assign to users": { ask: "AssignToUsers", address: "#/users", open: ofSelected("assign") },
    "assign to groups": { ask: "AssignToGroups", address: "#/groups", open: ofSelected("assign") },
    "mend errors": { ask: "Mend", address: "#/groups/0", open: main(new RegExp(`^${mend}`)) },
    "why in a preview": { address: "#/users/3", open: inPreview },
  };
}
