// The Graph console as somebody uses it.

import { readFile } from "node:fs/promises";

/** The open console. */
export class ConsolePage {
  constructor(page) {
    this.page = page;
    this.request = page.getByRole("form", { name: "Request" });
    this.answer = page.getByRole("region", { name: "Response", exact: true });
    this.transcript = page.getByRole("region", { name: "Transcript" });
    this.url = this.request.getByRole("textbox", { name: "Address" });
    this.examples = this.request.getByRole("button", { name: "Examples" });
    this.sent = page.getByRole("region", { name: "Sent" }).getByRole("button");
  }

  /** Writes a request and sends it. */
  async send(method, url, body, headers) {
    await this.request.getByRole("combobox", { name: "Method" }).selectOption(method);
    await this.url.fill(url);
    if (body !== undefined) await this.request.getByRole("textbox", { name: "Body of the request" }).fill(body);
    if (headers !== undefined) {
      await this.request.getByText("Headers", { exact: true }).click();
      await this.request.getByRole("textbox", { name: "Headers of the request" }).fill(headers);
    }
    await this.sendNow();
  }

  /** Sends what is written. */
  async sendNow() {
    await this.request.getByRole("button", { name: "Send" }).click();
  }

  /** Fills an example in. */
  async example(name) {
    await this.examples.click();
    await this.request.getByRole("button", { name }).click();
  }

  /** What the ids of the request are. */
  async names() {
    return (await this.request.getByRole("list", { name: "Names behind the ids" }).innerText()).replaceAll(/\s+/g, " ").trim();
  }

  /** The status of the answer. */
  async status() {
    return (await this.answer.getByText(/^\d{3} [A-Z]/).innerText()).trim();
  }

  /** The body of the answer. */
  async body() {
    return JSON.parse(await this.answer.getByRole("region", { name: "Body of the response" }).innerText());
  }

  /** The headers of the answer as text. */
  async headers() {
    await this.answer.getByRole("button", { name: /^Headers/ }).click();
    const text = await this.answer.innerText();
    return text;
  }

  /** What is said of where the answer differs from Graph's. */
  async deviations() {
    const [, text = ""] = (await this.answer.innerText()).split("Different from Graph on purpose");
    return text;
  }

  /** Brings a request back that was sent. */
  async bringBack(name) {
    await this.sent.filter({ hasText: name }).click();
  }

  /** An entry of the transcript as text, counted from the newest. */
  async entry(number) {
    return (await this.transcript.getByRole("listitem").nth(number).innerText()).trim();
  }

  /** The transcript as the file that the open language has. */
  async download(name) {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.transcript.getByRole("button", { name: `Download ${name}` }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  }
}
