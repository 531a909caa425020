// A table as somebody uses it, whatever it lists.

import { readFile } from "node:fs/promises";

/** The table that is shown. */
export class TablePage {
  constructor(page) {
    this.page = page;
    this.grid = page.getByRole("grid");
    this.field = page.getByRole("main").getByRole("searchbox");
    this.selection = page.getByRole("group", { name: /(selected|geselecteerd)$/ });
    this.clearFilters = page.getByRole("button", { name: "Clear filters" });
  }

  /** Types words into the search field, and waits until the address has followed. */
  async search(words) {
    await this.field.fill(words);
    await this.page.waitForURL((url) => new URLSearchParams(url.hash.split("?")[1]).get("q") === (words || null));
  }

  /** Presses a named filter. */
  filter(word) {
    return this.page.getByRole("main").getByRole("button", { name: word, exact: true }).click();
  }

  /** Picks a choice of a named filter that is a menu. */
  pick(menu, choice) {
    return this.page.getByRole("combobox", { name: menu }).selectOption({ label: choice });
  }

  head(name) {
    return this.grid.getByRole("columnheader", { name, exact: true });
  }

  /** Presses a head and answers how the column is sorted then. */
  async sortBy(name) {
    await this.head(name).getByRole("button").click();
    return this.head(name).getAttribute("aria-sort");
  }

  /** The rows that are drawn, without the heads. */
  get rows() {
    return this.grid.locator("tbody").getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  /** The row that stands at a place, counted from 0, if it is drawn. */
  rowAt(place) {
    return this.grid.locator(`tr[aria-rowindex="${place + 2}"]`);
  }

  row(name) {
    return this.rows.filter({ hasText: name });
  }

  /** What the rows are about, in order, as far as they are drawn. */
  names() {
    return this.rows.getByRole("rowheader").evaluateAll((cells) =>
      cells.map((cell) => (cell.querySelector("a") ?? cell).innerText.trim().split("\n")[0]),
    );
  }

  /** What one column says, in order. */
  async column(name) {
    const heads = await this.grid.getByRole("columnheader").allInnerTexts();
    const at = heads.findIndex((head) => head.trim() === name);
    return this.rows.evaluateAll((rows, at) => rows.map((row) => row.children[at].innerText.trim()), at);
  }

  /** How many rows there are, drawn or not. */
  async count() {
    return Number(await this.grid.getAttribute("aria-rowcount")) - 1;
  }

  /** What was read aloud last. */
  said() {
    return this.page.getByRole("status").first().innerText();
  }

  /** Waits until something is read aloud. */
  async hears(words) {
    await this.page.getByRole("status").first().filter({ hasText: words }).waitFor({ state: "attached" });
  }

  /** The name of what has the focus, and the number of its row. */
  focus() {
    return this.page.evaluate(() => {
      const focused = document.activeElement;
      const row = focused.closest("tr")?.getAttribute("aria-rowindex");
      return [row ? Number(row) : null, (focused.getAttribute("aria-label") ?? focused.innerText).trim()];
    });
  }

  /** Saves the table and reads the file. */
  async export() {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }
}

/** The tenant that is generated with so many users takes the place of the open one. */
export async function openCompany(lab, users) {
  await lab.openSample(lab.word("sample-company", { number: users }));
}
