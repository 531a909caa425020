// The author's kit as a trainer uses it: by roles and by the words that are read.

/** The screen on which a lesson is written. */
export class AuthorPage {
  constructor(lab) {
    this.lab = lab;
    this.main = lab.main;
  }

  /** Goes there and waits until it is there. */
  async open() {
    await this.lab.goToAddress("#/author");
    await this.lab.arrived(this.lab.word("author"));
  }

  /** One of the cards, by the key of its heading. */
  card(key) {
    return this.main.getByRole("region", { name: this.lab.word(key), exact: true });
  }

  field(key) {
    return this.main.getByRole("textbox", { name: this.lab.word(key), exact: true });
  }

  async press(key, args) {
    await this.main.getByRole("button", { name: this.lab.word(key, args), exact: true }).click();
  }

  /** Writes title, summary and story. */
  async tell({ title, summary, story }) {
    await this.field("author-title").fill(title);
    await this.field("author-summary").fill(summary);
    await this.field("author-story").fill(story);
  }

  /** Adds a goal that is proposed. */
  async addProposed(said) {
    await this.press("author-add-named", { what: said });
  }

  /** Picks a condition from the lists of the open form, and takes it: the keys of fields with what is chosen or typed. */
  async pick(card, choices) {
    for (const [key, choice] of choices) {
      const label = this.lab.word(key);
      const list = card.getByRole("combobox", { name: label, exact: true });
      if ((await list.count()) > 0) await list.selectOption({ label: choice });
      else await card.getByRole("textbox", { name: label, exact: true }).fill(choice);
    }
    await card.getByRole("button", { name: this.lab.word("author-keep-change"), exact: true }).click();
  }

  /** What is still wrong, line by line; nothing where it works. */
  problems() {
    return this.card("author-check").getByRole("listitem").allInnerTexts();
  }

  /** Waits until the kit says that the lesson works. */
  async works() {
    await this.main.getByText(this.lab.word("author-works"), { exact: true }).waitFor();
  }
}
