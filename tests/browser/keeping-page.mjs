// What is kept, as somebody uses it: the tenant's menu, the notices above the screen, the dialogs of tenants and sharing.

import { LabPage } from "./page.mjs";
import { visits } from "./visits.mjs";

/** Visits for tests of keeping: `withPage(steps, options)`, and the host and the browser in `shared`. */
export function keepingVisits() {
  const visitLab = visits();
  // Without motion, so that a dialog is there as soon as it is open.
  const wide = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" };
  const withPage = (steps, options = {}) =>
    visitLab({ ...wide, ...options }, (lab, page) => steps(new KeepingPage(lab), lab, page, page.context()));
  return { withPage, wide, shared: visitLab.shared };
}

/** The part of the page that is about keeping. */
export class KeepingPage {
  /** A tab of its own, in a language, with the page in it. */
  static async open(context, url, language = "en") {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(url);
    const keeping = new KeepingPage(new LabPage(page, language));
    await keeping.lab.complete();
    return keeping;
  }

  constructor(lab) {
    this.lab = lab;
    this.page = lab.page;
    this.tenant = this.page.getByRole("navigation", { name: lab.word("main-nav"), exact: true }).getByRole("button").first();
    this.notices = this.page.getByRole("complementary", { name: lab.word("notices") });
    this.slider = this.page.getByRole("slider", { name: lab.word("history-slider") });
  }

  word(key, args) {
    return this.lab.word(key, args);
  }

  /** Waits until everything that was done is stored. */
  async saved() {
    await this.tenant.filter({ hasText: new RegExp(`^.*${this.word("state-saved")} ·`, "s") }).waitFor();
  }

  /** Fills the browser's storage to its last byte. */
  fillStorage() {
    return this.page.evaluate(() => {
      for (let size = 1 << 22; size >= 1; size >>= 1) {
        for (let turn = 0; turn < 3; turn += 1) {
          try {
            localStorage.setItem(`filler ${size} ${turn}`, "x".repeat(size));
          } catch {
            break;
          }
        }
      }
    });
  }

  /** Makes room in it again. */
  emptyStorage() {
    return this.page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key);
    });
  }

  /** Waits until a tenant is open: one may be on its way, or a screen say why none is. */
  isOpen() {
    return this.page.waitForFunction(() => {
      try {
        return globalThis.licensingLab.graph({ method: "GET", url: "/users?$top=1" }).status === 200;
      } catch {
        return false;
      }
    });
  }

  /** Waits until a copy is shown that came by a link. */
  isCopy() {
    return this.notices.getByText("a copy that is not saved").waitFor();
  }

  /** Chooses something from the tenant's menu. */
  async choose(key) {
    await this.tenant.click();
    await this.page.getByRole("button", { name: this.word(key), exact: true }).click();
  }

  /** Opens the list of stored tenants. */
  async openTenants() {
    await this.choose("tenants-menu");
    const dialog = this.page.getByRole("dialog", { name: this.word("tenants") });
    await dialog.waitFor();
    return dialog;
  }

  /** Opens the dialog of sharing and answers with it, its link made. */
  async openShare() {
    await this.page.getByRole("button", { name: this.word("share-title"), exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name: this.word("share-title"), exact: true });
    await this.made(dialog);
    return dialog;
  }

  /** The link in the dialog, as soon as it is made. */
  async made(dialog) {
    const field = dialog.getByRole("textbox", { name: this.word("share-link") });
    await this.page.waitForFunction((field) => field.value && !field.hasAttribute("aria-busy"), await field.elementHandle());
    return field.inputValue();
  }

  /** Acts on what is told above the screen. */
  async answer(key) {
    await this.notices.getByRole("button", { name: this.word(key), exact: true }).click();
  }

  /** Asks the tenant as a script does. */
  graph(request) {
    return this.page.evaluate((request) => globalThis.licensingLab.graph(request), request);
  }

  /** Creates a group as a script does, which is one command: the nickname is the one that it has anyway. */
  create(name) {
    return this.graph({
      method: "POST",
      url: "/groups",
      body: { displayName: name, mailEnabled: false, mailNickname: name.replace(/[^A-Za-z0-9]/g, ""), securityEnabled: true },
    });
  }

  /** The names of all groups of the tenant that is open, or is on its way. */
  async groups() {
    await this.isOpen();
    const { body } = await this.graph({ method: "GET", url: "/groups?$select=displayName&$top=999" });
    return body.value.map(({ displayName }) => displayName).sort();
  }

  /** What is stored of tenants, by key. */
  stored() {
    return this.page.evaluate(() =>
      Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("licensing-lab/"))),
    );
  }
}
