// The page as somebody uses it, in either language: by roles and by the words that are read, never by classes.

import { words } from "./words.mjs";

/** The screens by their English names, with the keys of their names and of the headings that they can have. */
const PLACES = {
  Overview: ["overview", "overview-title", "act-title", "act-title-done"],
  Groups: ["groups", "groups"],
  Users: ["users", "users"],
  Products: ["products", "all-products"],
  Processing: ["processing", "processing"],
  "Audit log": ["audit", "audit"],
  "Graph console": ["graph", "graph"],
  Rules: ["rules", "rules"],
  Glossary: ["glossary", "glossary"],
  Lessons: ["lessons", "lessons"],
  About: ["about", "about"],
  Settings: ["settings-screen", "settings-screen"],
};

/** Letters that mean something in a pattern, taken as they are. */
function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Licensing Lab in an open tab. */
export class LabPage {
  constructor(page, language = "en") {
    this.page = page;
    this.language = language;
    // By their elements: to find a role, the driver looks at every element there is.
    this.main = page.locator("main");
    this.time = page.getByRole("contentinfo", { name: this.word("time-bar") });
    this.paths = page.getByRole("region", { name: this.word("paths-table") });
    this.matrix = page.getByRole("region", { name: this.word("matrix-table") });
    this.explanation = page.getByRole("region", { name: this.word("explanation") });
    this.notification = page.getByRole("group", { name: this.word("notification") });
    this.dialog = page.locator("dialog[open]");
    this.refusal = page.getByRole("alert").filter({ hasText: this.word("refused") });
  }

  /** A text of the page in its language, by its key. */
  word(key, args) {
    return words(this.language, key, args);
  }

  /** Types into a field in the place of what it holds, key by key as somebody does. */
  async retype(field, text) {
    await field.press("Control+a");
    await field.pressSequentially(text);
  }

  /** Waits until the page has started. */
  async started() {
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  /** Waits until everything is there that comes after the first view. */
  async complete() {
    await this.started();
    await this.page.waitForFunction(() => globalThis.licensingLab);
  }

  /** Goes to a screen by the navigation that the width of the window shows; what has no place there is in the menu. */
  async goTo(screen) {
    const [name, ...headings] = PLACES[screen];
    const link = { name: new RegExp(`^${literally(this.word(name))}`) };
    const bars = new RegExp(`^(${literally(this.word("main-nav"))}|${literally(this.word("main-nav-compact"))})$`);
    const bar = this.page.getByRole("navigation", { name: bars }).filter({ visible: true });
    const shown = bar.getByRole("link", link).first();
    if (!(await shown.isVisible())) {
      // Before the program has come there is nothing in it, and that says nothing of where the link is.
      await bar.getByRole("link").first().waitFor();
    }
    if (await shown.isVisible()) {
      await shown.click();
    } else {
      await this.page.getByRole("button", { name: this.word("settings") }).click();
      await this.page.getByRole("link", link).click();
    }
    const heading = new RegExp(headings.map((heading) => literally(this.word(heading))).join("|"));
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  /** Opens something that a screen lists. */
  async openFrom(screen, name) {
    await this.goTo(screen);
    await this.main.getByRole("link", { name }).first().click();
    await this.arrived(name);
  }

  /** Waits until a screen has the focus: what is focused before would lose it again. */
  async arrived(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).and(this.page.locator(":focus")).waitFor();
  }

  /** Opens a user's screen. */
  openUser(name) {
    return this.openFrom("Users", name);
  }

  /** Opens a group's screen. */
  openGroup(name) {
    return this.openFrom("Groups", name);
  }

  /** Opens a product's screen. */
  openProduct(name) {
    return this.openFrom("Products", name);
  }

  /** Opens one of the parts of a screen. */
  async openTab(key) {
    await this.main.getByRole("navigation").getByRole("link", { name: new RegExp(`^${literally(this.word(key))}`) }).click();
  }

  /** Goes to an address within the page. */
  async goToAddress(hash) {
    await this.page.evaluate((hash) => (location.hash = hash), hash);
  }

  /** Opens the sample that is called so, whatever is open, and comes back to where one was. */
  async openSample(name) {
    const before = new URL(this.page.url()).hash || "#/";
    await this.goToAddress("#/");
    await this.main.getByRole("button", { name: this.word("open-sample") }).first().click();
    await this.dialog.getByRole("button", { name }).click();
    await this.dialog.waitFor({ state: "hidden", timeout: 120_000 });
    await this.goToAddress(before);
  }

  /** Opens Microsoft's example: Noor, who holds E1 directly, in a group that gets E3. */
  openExample() {
    return this.openSample(this.word("sample-example"));
  }

  /** Opens a tenant without anything. */
  async openEmpty() {
    await this.goToAddress("#/");
    const button = this.main.getByRole("button", { name: this.word("empty-tenant") });
    const isEmpty = this.main.getByRole("button", { name: this.word("buy-product") });
    await button.or(isEmpty).first().waitFor();
    if (await button.isVisible()) await button.click();
    // Where there is nothing already, it is one of the samples.
    else await this.openSample(this.word("new-tenant"));
    await isEmpty.waitFor();
  }

  /**
   * What is there before a story begins: products with their units, users with their locations, groups with their
   * members and licenses (plans that are off), direct licenses, contacts. The background has worked.
   */
  async given(tenant) {
    await this.complete();
    await this.openEmpty();
    await this.page.evaluate(build, tenant);
  }

  /** Lets the background work until nothing waits. */
  async run() {
    await this.time.getByRole("button", { name: this.word("run"), exact: true }).click();
    await this.idle();
  }

  /** Waits until nothing waits. */
  async idle() {
    await this.time.getByRole("button", { name: this.word("run"), exact: true, disabled: true }).waitFor();
  }

  /** The row of a user's assignment paths in which both texts stand. */
  path(product, source) {
    return this.paths.getByRole("row").filter({ hasText: product }).filter({ hasText: source });
  }

  /** The row of a user's direct license. */
  directPath(product) {
    return this.path(product, this.word("direct"));
  }

  /** Opens the explanation of a path and reads it. */
  async why(path) {
    await path.getByRole("link", { name: new RegExp(`^${literally(this.word("why"))}`) }).click();
    return this.explanation.innerText();
  }

  /** Closes the explanation. */
  async closeExplanation() {
    await this.page.getByRole("complementary").getByRole("button", { name: this.word("close") }).click();
    await this.explanation.waitFor({ state: "hidden" });
  }

  /** Takes a direct license of the open user away. */
  async removeDirect(product) {
    const remove = this.word("remove-license", { name: product });
    await this.directPath(product).getByRole("button", { name: remove }).click();
    await this.directPath(product).waitFor({ state: "hidden" });
  }

  /** Takes a license from the open group. */
  async removeFromGroup(product) {
    const remove = this.main.getByRole("button", { name: this.word("remove-license", { name: product }) });
    await remove.click();
    await this.applyPreview();
    await this.main.getByRole("heading", { name: this.word("licenses") }).waitFor();
    await remove.waitFor({ state: "hidden" });
  }

  /** Does what the preview shows that a wide change has opened. */
  async applyPreview() {
    const apply = this.main.getByRole("group", { name: this.word("actions") }).getByRole("button", { name: this.word("apply-change"), exact: true });
    await apply.click();
    await apply.waitFor({ state: "detached" });
  }

  /** Switches plans of a product off, on the open user or group. */
  async turnOff(product, plans) {
    await this.main.getByRole("button", { name: this.word("plans-of", { name: product }) }).click();
    for (const plan of plans) await this.dialog.getByRole("switch", { name: plan }).click();
    await this.press("save");
  }

  /** Asks for products on the open user or group: those with a list of plans get no other. */
  async fillAssign(products, removed = []) {
    await this.main.getByRole("button", { name: this.word("assign") }).first().click();
    for (const [product, only] of Object.entries(products)) {
      await this.dialog.getByRole("checkbox", { name: product }).check();
      if (!only) continue;
      await this.dialog.getByRole("button", { name: this.word("all-off"), exact: true }).filter({ visible: true }).click();
      for (const plan of only) await this.dialog.getByRole("switch", { name: plan }).filter({ visible: true }).click();
    }
    const taken = this.dialog.getByRole("group", { name: this.word("take-away-too") });
    for (const product of removed) await taken.getByRole("checkbox", { name: product }).check();
    return removed.length > 0 ? "apply-change" : "assign-now";
  }

  /** Assigns products to the open user or group. */
  async assign(products, removed) {
    await this.press(await this.fillAssign(products, removed));
  }

  /** Presses the button of the open dialog that does it; the dialog closes. */
  async press(key, args) {
    await this.dialog.getByRole("button", { name: this.word(key, args), exact: true }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  /** Presses a button of the screen. */
  async act(key, args) {
    await this.main.getByRole("button", { name: this.word(key, args), exact: true }).first().click();
  }

  /** Queues the open user or group once more. */
  reprocess() {
    return this.act("reprocess");
  }

  /** Changes the enabled units of the open product. */
  async setUnits(enabled) {
    await this.act("units");
    await this.dialog.getByRole("textbox", { name: "enabled" }).fill(String(enabled));
    await this.press("save");
  }

  /** Sets or clears the usage location of the open user. */
  async setLocation(country) {
    await this.act("change-location");
    await this.dialog.getByRole("combobox", { name: this.word("usage-location") }).fill(country);
    await this.press("save");
  }

  /** Finds with Ctrl K; answers what is found. */
  async find(text) {
    await this.page.keyboard.press("Control+k");
    await this.dialog.getByRole("combobox").fill(text);
    return this.dialog.getByRole("option");
  }

  /** What was read aloud last. */
  heard() {
    return this.page.getByRole("status").first();
  }
}

/** In the page: makes a tenant by what scripts may do. */
function build({ products = {}, users = {}, accounts = {}, groups = {}, direct = {}, contacts = {}, deleted = {} }) {
  const lab = globalThis.licensingLab;
  const ask = (method, url, body) => {
    const answer = lab.graph({ method, url, body });
    if (answer.status >= 400) throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const skus = {};
  for (const [sku, units] of Object.entries(products)) skus[sku] = lab.setUnits(sku, units);
  const plans = {};
  for (const sku of ask("GET", "/subscribedSkus").value) {
    for (const plan of sku.servicePlans) plans[plan.servicePlanName] = plan.servicePlanId;
  }
  const licenses = (wanted) => ({
    addLicenses: Object.entries(wanted).map(([sku, off]) => ({ skuId: skus[sku], disabledPlans: off.map((plan) => plans[plan]) })),
    removeLicenses: [],
  });
  for (const [name, address] of Object.entries(contacts)) lab.addContact(name, [address]);
  const ids = {};
  for (const [name, location] of Object.entries(users)) {
    const account = accounts[name] ?? name.toLowerCase().replaceAll(" ", ".");
    const user = { displayName: name, userPrincipalName: `${account}@contoso.onmicrosoft.com` };
    if (location) user.usageLocation = location;
    ids[name] = ask("POST", "/users", user).id;
  }
  for (const [name, wanted] of Object.entries(direct)) ask("POST", `/users/${ids[name]}/assignLicense`, licenses(wanted));
  for (const [name, { members = [], gives = {}, unified = false }] of Object.entries(groups)) {
    const kind = { mailEnabled: unified, securityEnabled: !unified, groupTypes: unified ? ["Unified"] : [] };
    const { id } = ask("POST", "/groups", { displayName: name, mailNickname: name.replace(/[^A-Za-z0-9]/g, "") || "group", ...kind });
    for (const member of members) {
      ask("POST", `/groups/${id}/members/$ref`, { "@odata.id": `https://graph.microsoft.com/v1.0/users/${ids[member]}` });
    }
    if (Object.keys(gives).length > 0) ask("POST", `/groups/${id}/assignLicense`, licenses(gives));
  }
  for (const name of deleted.users ?? []) ask("DELETE", `/users/${ids[name]}`);
  for (const name of deleted.groups ?? []) {
    const [{ id }] = ask("GET", `/groups?$filter=displayName eq '${name}'`).value;
    ask("DELETE", `/groups/${id}`);
  }
  lab.settle();
}

/** Every screen that the navigation leads to. */
export const SCREENS = ["Overview", "Groups", "Users", "Products", "Processing", "Audit log", "Graph console"];
