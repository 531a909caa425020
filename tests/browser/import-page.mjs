// The screen of imports as somebody uses it.

import { readFile } from "node:fs/promises";

/** The open screen. */
export class ImportPage {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.form = page.getByRole("form", { name: "Your Graph files" });
    this.progress = this.main.getByRole("progressbar");
    this.error = this.main.getByRole("alert");
    this.read = page.getByRole("region", { name: "What was read" });
    this.notes = page.getByRole("region", { name: "Changed during import" });
    this.differences = page.getByRole("region", { name: "Where the simulator differs" });
  }

  /** Goes to the screen by the menu of what can be made. */
  async open() {
    await this.page.getByRole("button", { name: "New", exact: true }).click();
    await this.page.getByRole("link", { name: "Import a tenant" }).click();
    await this.page.getByRole("heading", { level: 1, name: "Import a tenant" }).waitFor();
  }

  /** Chooses files; each is `{ name, text }`, or the path of one on disk. */
  async choose(...files) {
    const chosen = files.map((file) =>
      typeof file === "string" ? file : { name: file.name, mimeType: "application/json", buffer: Buffer.from(file.text) },
    );
    await this.form.locator("input[type=file]").setInputFiles(chosen);
  }

  /** Drops a file. */
  async drop({ name, text }) {
    const files = await this.page.evaluateHandle(
      ([name, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name, { type: "application/json" }));
        return transfer;
      },
      [name, text],
    );
    await this.form.getByText("Drop files here").dispatchEvent("drop", { dataTransfer: files });
  }

  /** The names of the files that were chosen. */
  async files() {
    return this.form.getByRole("list").getByRole("listitem").locator("span.name").allInnerTexts();
  }

  /** Lets names stay as they are. */
  async keepNames() {
    await this.form.getByRole("switch", { name: /^Replace names/ }).click();
  }

  /** Whether names are to be replaced. */
  async replaces() {
    return this.form.getByRole("switch", { name: /^Replace names/ }).isChecked();
  }

  /** Pastes an answer. */
  async paste(text) {
    await this.form.getByRole("textbox", { name: "Or paste a response" }).fill(text);
  }

  /** How far the work is, in percent, once it is at least so far. */
  async percent(least) {
    const bar = await this.progress.elementHandle();
    await this.page.waitForFunction(([bar, least]) => bar.value >= least, [bar, least]);
    return bar.evaluate((bar) => bar.value);
  }

  /** Reads what was chosen. */
  async start() {
    await this.form.getByRole("button", { name: "Check files" }).click();
  }

  /** Reads what was chosen, to the end. */
  async readAll() {
    await this.start();
    await this.read.waitFor({ timeout: 60_000 });
  }

  /** How much was read of what. */
  async count(what) {
    const terms = await this.read.getByRole("term").allInnerTexts();
    return (await this.read.getByRole("definition").allInnerTexts())[terms.indexOf(what)];
  }

  /** Opens what was read. */
  async openTenant() {
    await this.main.getByRole("button", { name: "Open this tenant" }).click();
    // The example has a heading of its own, wherever it came from.
    await this.page.getByRole("heading", { level: 1, name: /^(See what Microsoft Entra ID does|Give a group a license)/ }).waitFor();
  }

  /** The tenant that is shown, as a bundle. */
  async download() {
    const [download] = await Promise.all([
      this.page.waitForEvent("download", { timeout: 120_000 }),
      this.main.getByRole("button", { name: "Download as bundle" }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  }

  /** The script that is offered. */
  async script() {
    const [download] = await Promise.all([
      this.page.waitForEvent("download", { timeout: 120_000 }),
      this.main.getByRole("link", { name: "Download the script" }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  }
}
