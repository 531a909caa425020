// WebKit, as the system has it: a small browser of its own, driven by WebDriver over plain requests.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const LIBRARIES = "/usr/lib";
const PATIENCE = 30_000;
/** A browser begins in so long, or not at all; and so often another one is tried. */
const BEGINNING = 30_000;
const TRIES = 3;
/** A driver that answers nothing for so long has lost its browser. */
const SILENCE = 90_000;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** The browser that comes with the library; it is on no path. */
function miniBrowser() {
  const own = process.env.MINI_BROWSER;
  if (own) return own;
  for (const system of readdirSync(LIBRARIES)) {
    for (const version of ["4.1", "4.0"]) {
      const file = join(LIBRARIES, system, `webkit2gtk-${version}`, "MiniBrowser");
      if (existsSync(file)) return file;
    }
  }
  throw new Error("there is no MiniBrowser");
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** What WebDriver says of something that moved away between its look and its click. */
const MISSED = ["element not interactable", "element click intercepted", "stale element reference", "no such element"];

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts the driver with a screen and a bus of its own: how to ask it something, and how all of it ends. */
async function startDriver() {
  const port = await freePort();
  const driver = ["--auto-servernum", "WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"];
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: "1", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  // A group of its own, so that all of it ends together.
  const child = spawn("dbus-run-session", ["--", "xvfb-run", ...driver], { detached: true, env, stdio: "ignore" });
  const end = () => {
    process.off("exit", end);
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended already.
    }
  };
  process.once("exit", end);

  async function ask(method, path, body, patience = SILENCE) {
    const asked = { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { ...asked, signal: AbortSignal.timeout(patience) });
    const { value } = await answer.json();
    if (answer.ok) return value;
    throw Object.assign(new Error(`${method} ${path}: ${value.error}: ${value.message}`), { code: value.error });
  }

  for (const until = Date.now() + PATIENCE; ; ) {
    const status = await ask("GET", "/status").catch(() => undefined);
    if (status?.ready) return { ask, end };
    if (Date.now() > until) {
      end();
      throw new Error("the driver of WebKit does not start");
    }
    await pause(100);
  }
}

/** A browser with one tab, at an address. */
export async function openInWebKit(url) {
  const options = { binary: miniBrowser(), args: ["--automation"] };
  const wanted = { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } };
  for (let tries = 1; ; tries += 1) {
    const { ask, end } = await startDriver();
    // Under load a driver now and then waits for ever for its browser to report: another pair is tried then.
    const begun = await ask("POST", "/session", wanted, BEGINNING).catch((error) => error);
    if (begun instanceof Error) {
      end();
      if (tries === TRIES) throw begun;
      continue;
    }
    const { sessionId, capabilities } = begun;
    const tab = new WebKitTab((method, path, body) => ask(method, `/session/${sessionId}${path}`, body), capabilities.browserVersion, end);
    await tab.ask("POST", "/window/rect", { width: 1280, height: 900 });
    await tab.go(url);
    return tab;
  }
}

/** A tab, as far as the tests need one. */
class WebKitTab {
  constructor(ask, version, end) {
    this.ask = ask;
    this.version = version;
    this.end = end;
  }

  go(url) {
    return this.ask("POST", "/url", { url });
  }

  reload() {
    return this.ask("POST", "/refresh", {});
  }

  /** What a function answers in the page. */
  run(body, ...args) {
    return this.ask("POST", "/execute/sync", { script: `return (${body}).apply(undefined, arguments);`, args });
  }

  /** Lets a program run in the page, which its policy says nothing of. */
  load(program) {
    return this.ask("POST", "/execute/sync", { script: program, args: [] });
  }

  /** Waits until a function answers with something in the page. */
  async until(body, ...args) {
    for (const until = Date.now() + PATIENCE; ; ) {
      const found = await this.run(body, ...args);
      if (found) return found;
      if (Date.now() > until) throw new Error(`never so: ${body}`);
      await pause(50);
    }
  }

  /** Clicks what a selector finds first among what is seen, with these words if any are given. */
  async click(selector, words) {
    const find = (selector, words) =>
      [...document.querySelectorAll(selector)].find((element) => element.checkVisibility() && !element.disabled && (!words || (element.ariaLabel ?? element.textContent).includes(words)));
    for (const until = Date.now() + PATIENCE; ; ) {
      const found = await this.until(find, selector, words);
      const missed = await this.ask("POST", `/element/${found[ELEMENT]}/click`, {}).catch((error) => error);
      if (!missed) return;
      // What is still coming in, or is drawn anew at this moment, is there the next time.
      if (!MISSED.includes(missed.code) || Date.now() > until) throw missed;
      await pause(50);
    }
  }

  /** Presses keys; the first may be held down. */
  async press(...keys) {
    const actions = [...keys.map((value) => ({ type: "keyDown", value })), ...keys.reverse().map((value) => ({ type: "keyUp", value }))];
    await this.ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  /** Closes it, and ends all that was started for it. */
  async close() {
    await this.ask("DELETE", "").catch(() => {});
    this.end();
  }
}
