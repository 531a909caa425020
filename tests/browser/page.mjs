// The page as somebody uses it: by roles and by the words that are read, never by classes.

/** The overview's heading says what all this is. */
const HEADINGS = { Overview: "See what Microsoft Entra ID does" };

/** The words that lead to Microsoft's example. */
const EXAMPLE = { en: ["Open a sample…", "The example"], nl: ["Voorbeeld openen…", "Het voorbeeld"] };

/** Licensing Lab in an open tab. */
export class LabPage {
  constructor(page, language = "en") {
    this.page = page;
    this.language = language;
    this.time = page.getByRole("contentinfo", { name: "Time and processing" });
    this.paths = page.getByRole("region", { name: "Assignment paths table" });
    this.explanation = page.getByRole("region", { name: "Explanation" });
  }

  /** Waits until the page has started. */
  async started() {
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  /** Goes to a screen by the navigation that the width of the window shows; what has no place there is in the menu. */
  async goTo(screen) {
    const name = new RegExp(`^${screen}`);
    const shown = this.page.getByRole("navigation", { name: /^Main/ }).filter({ visible: true });
    if ((await shown.getByRole("link", { name }).count()) > 0) {
      await shown.getByRole("link", { name }).click();
    } else {
      await this.page.getByRole("button", { name: "Settings and more" }).click();
      await this.page.getByRole("link", { name }).click();
    }
    await this.page.getByRole("heading", { level: 1 }).filter({ hasText: HEADINGS[screen] ?? screen }).waitFor();
  }

  /** Opens Microsoft's example: Noor, who holds E1 directly, in a group that gets E3. */
  async openExample() {
    const [open, example] = EXAMPLE[this.language];
    const go = (hash) => this.page.evaluate((hash) => (location.hash = hash), hash);
    const before = new URL(this.page.url()).hash || "#/";
    await go("#/");
    await this.page.getByRole("main").getByRole("button", { name: open }).first().click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: example }).click();
    await dialog.waitFor({ state: "hidden" });
    await go(before);
  }

  /** Opens a user's screen. */
  async openUser(name) {
    await this.goTo("Users");
    await this.page.getByRole("main").getByRole("link", { name }).first().click();
    await this.page.getByRole("heading", { level: 1, name }).waitFor();
  }

  /** Lets the background work until nothing waits. */
  async run() {
    await this.time.getByRole("button", { name: "Run" }).click();
    await this.time.getByRole("button", { name: "Run", disabled: true }).waitFor();
  }

  /** The row of a user's assignment paths in which both texts stand. */
  path(product, source) {
    return this.paths.getByRole("row").filter({ hasText: product }).filter({ hasText: source });
  }

  /** Opens the explanation of a path and reads it. */
  async why(path) {
    await path.getByRole("link", { name: /^Why\?/ }).click();
    return this.explanation.innerText();
  }

  /** Closes the explanation. */
  async closeExplanation() {
    await this.page.getByRole("complementary").getByRole("button", { name: "Close" }).click();
    await this.explanation.waitFor({ state: "hidden" });
  }

  /** Takes a direct license away. */
  async removeDirect(product) {
    await this.path(product, "Direct").getByRole("button", { name: `Remove ${product}` }).click();
    await this.path(product, "Direct").waitFor({ state: "hidden" });
  }

  /** Opens a group's screen. */
  async openGroup(name) {
    await this.goTo("Groups");
    await this.page.getByRole("main").getByRole("link", { name }).first().click();
    await this.page.getByRole("heading", { level: 1, name }).waitFor();
  }

  /** Switches plans of a product off, on the open user or group. */
  async turnOff(product, plans) {
    await this.page.getByRole("main").getByRole("button", { name: `Plans of ${product}` }).click();
    const dialog = this.page.getByRole("dialog", { name: `Plans of ${product}` });
    for (const plan of plans) await dialog.getByRole("switch", { name: plan }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Queues the open user or group once more. */
  async reprocess() {
    await this.page.getByRole("main").getByRole("button", { name: "Reprocess", exact: true }).click();
  }
}

/** Every screen that the navigation leads to. */
export const SCREENS = ["Overview", "Groups", "Users", "Products", "Processing", "Audit log", "Graph console"];
