// The map as somebody uses it: nodes and marks are links by name, rows are rows; what stands out is what is seen.

import assert from "node:assert/strict";

/** What a link of the drawing is called: by its label, or by its title where the words on it are cut. */
const nameOf = (link) => link.getAttribute("aria-label") ?? link.querySelector("title").textContent;

/** The map in an open tab, on the overview or on its own screen. */
export class MapPage {
  constructor(page) {
    this.page = page;
    this.drawing = page.getByRole("group", { name: /^Map of users, groups and products/ });
    this.table = page.getByRole("table", { name: "Who gets which product, and how" });
  }

  /** Shows the map as a picture, or as a table that says the same. */
  async showAs(form) {
    await this.page.getByRole("main").getByRole("button", { name: form, exact: true }).click();
    await (form === "Map" ? this.drawing : this.table).waitFor();
  }

  /** The node whose name begins so. */
  node(name) {
    return this.drawing.getByRole("link", { name: new RegExp(`^${name}\\b`) });
  }

  /** The marks of all errors. */
  marks() {
    return this.drawing.getByRole("link", { name: /^Why\?/ });
  }

  /** The mark of one error. */
  mark(name) {
    return this.drawing.getByRole("link", { name });
  }

  /** The names of the nodes that fit. */
  async nodes(name) {
    const links = await this.drawing.getByRole("link", { name }).all();
    return Promise.all(links.map((link) => link.evaluate(nameOf)));
  }

  /** The line of a path that is not in error. */
  line(name) {
    return this.drawing.getByRole("link", { name: new RegExp(`^Highlight and explain: ${name}`) });
  }

  /** Where each node stands, by what it is called. */
  places() {
    return this.drawing.evaluate((drawing) => {
      const nodes = [...drawing.querySelectorAll("a.node")];
      return Object.fromEntries(nodes.map((node) => [node.querySelector("text").textContent, node.querySelector("rect").getAttribute("y")]));
    });
  }

  /** The row of the table in which both texts stand. */
  row(who, through) {
    return this.table.getByRole("row").filter({ hasText: who }).filter({ hasText: through });
  }

  /** How many elements the drawing is made of. */
  elements() {
    return this.drawing.evaluate((drawing) => drawing.querySelectorAll("*").length);
  }

  /** The names of the nodes that are not faded, in order. */
  standingOut() {
    return this.drawing.evaluate((drawing) => {
      const nameOf = (link) => link.getAttribute("aria-label") ?? link.querySelector("title").textContent;
      const nodes = [...drawing.querySelectorAll("a")].filter((link) => !/^(Why\?|Highlight and explain)/.test(nameOf(link)));
      const seen = nodes.filter((node) => Number(getComputedStyle(node).opacity) > 0.9);
      return seen.map((node) => nameOf(node).split(",")[0]).sort();
    });
  }

  /** Waits until these nodes stand out and no other. */
  async waitUntilOnly(names) {
    const wanted = [...names].sort();
    let seen;
    for (let tries = 0; tries < 50; tries += 1) {
      seen = await this.standingOut();
      if (seen.join() === wanted.join()) return;
      await this.page.waitForTimeout(50);
    }
    assert.deepEqual(seen, wanted);
  }

  /** Takes the pointer away. */
  async leave() {
    await this.page.mouse.move(2, 2);
  }

  /** How many places of the drawing Tab stops at. */
  stopsOfTab() {
    return this.drawing.locator('a[tabindex="0"]').count();
  }

  /** Goes into the drawing with the Tab key. */
  async focusByTab() {
    await this.page.getByRole("heading", { level: 1 }).focus();
    for (let tabs = 0; tabs < 5 && (await this.focused()) === undefined; tabs += 1) await this.page.keyboard.press("Tab");
    assert.notEqual(await this.focused(), undefined, "Tab reaches the drawing");
  }

  /** The name of what has the focus in the drawing. */
  async focused() {
    return this.drawing.evaluate((drawing) => {
      const focused = document.activeElement;
      return drawing.contains(focused)
        ? (focused.getAttribute("aria-label") ?? focused.querySelector("title").textContent)
        : undefined;
    });
  }

  /** Waits until one node has faded while another stands out. */
  async waitUntilFaded(faded, standing) {
    for (let tries = 0; tries < 50; tries += 1) {
      const seen = await this.standingOut();
      if (!seen.includes(faded) && seen.includes(standing)) return;
      await this.page.waitForTimeout(50);
    }
    assert.fail(`${faded} does not fade beside ${standing}`);
  }
}
