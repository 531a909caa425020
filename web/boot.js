// Starts the page's module. The build names files by their content and leaves the names in preload links.

const preloaded = (selector) => document.querySelector(selector).href;

/** What was remembered on an earlier visit. */
const remembered = (name) => {
  try {
    return localStorage.getItem(`licensing-lab.${name}`);
  } catch {
    return null;
  }
};

// What a first visit finds is in the page already. Whoever comes by a link, comes back to a tenant, or sees the page in
// another one gets what is theirs, once the program is there.
const first = document.getElementById("first");
const isFirst = () => {
  if (!["", "#", "#/"].includes(location.hash) || location.search) return false;
  try {
    const isCopy = sessionStorage.getItem("licensing-lab.copy") !== null;
    return !isCopy && !Object.keys(localStorage).some((key) => key.startsWith("licensing-lab/"));
  } catch {
    return true;
  }
};
let pressed;
/** What a button is called; one without words is not found again. */
const called = (button) => button.textContent.trim();
const isShown = Boolean(first) && isFirst();
if (isShown) {
  const theme = remembered("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if ((remembered("language") ?? navigator.language).startsWith("nl")) {
    document.documentElement.lang = "nl";
    for (const text of first.querySelectorAll("[data-nl]")) text.textContent = text.dataset.nl;
    for (const button of first.querySelectorAll("button[lang]")) button.ariaPressed = String(button.lang === "nl");
  }
  first.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    pressed?.removeAttribute("aria-busy");
    pressed = button;
    button.ariaBusy = "true";
  });
  first.hidden = false;
}

/** Says in place of the page what has happened to it, with a way to try again. */
function say(english, dutch) {
  const isDutch = navigator.language.toLowerCase().startsWith("nl");
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text, lang: isDutch ? "nl" : "en" });
  const message = element("p", isDutch ? dutch : english);
  message.setAttribute("role", "alert");
  const again = element("button", isDutch ? "Opnieuw proberen" : "Try again");
  again.className = "btn";
  again.addEventListener("click", () => location.reload());
  const said = element("div", "");
  said.className = "said";
  said.append(message, again);
  document.body.replaceChildren(said);
}

// A module that has trapped is in a state that nobody knows. What was done is in the records, so the page begins anew
// from them; where that does not help for long, it says so instead.
const TRAPPED = "licensing-lab.trapped";
// The second time the page begins with nothing open (`keeping`), and a third time it says so itself.
const STOPPED = "licensing-lab.stopped";
const PATIENCE = 10_000;
let isTrapped = false;

function restart({ error, reason }) {
  if (isTrapped || !((error ?? reason) instanceof WebAssembly.RuntimeError)) return;
  isTrapped = true;
  try {
    const now = Date.now();
    const isRecent = (name) => now - Number(sessionStorage.getItem(name)) <= PATIENCE;
    const next = isRecent(TRAPPED) ? STOPPED : TRAPPED;
    if (!isRecent(next)) {
      sessionStorage.setItem(next, now);
      location.reload();
      return;
    }
  } catch {
    // Where nothing can be remembered, nothing is tried twice.
  }
  // Inside another page nothing is stored.
  const isStored = !new URLSearchParams(location.search).has("embed");
  say(
    `Licensing Lab has stopped several times in a row. ${isStored ? "What you did is stored in this browser. " : ""}Reload the page to go on.`,
    `Licensing Lab is meerdere keren achter elkaar gestopt. ${isStored ? "Wat u hebt gedaan, is in deze browser bewaard. " : ""}Laad de pagina opnieuw om verder te gaan.`,
  );
}

addEventListener("error", restart);
addEventListener("unhandledrejection", restart);
// Nothing of a module that has trapped may be asked any more, and least of all to write.
const ASKING = ["click", "change", "drop", "input", "keydown", "pointerdown", "submit"];
for (const type of [...ASKING, "beforeunload", "hashchange", "message", "pagehide", "pageshow", "storage"]) {
  addEventListener(type, (event) => isTrapped && event.stopImmediatePropagation(), true);
}

// The styles that the first screen does without. A view in a piece asks for them and waits (`web/src/fetch.rs`), so that none
// is seen without them.
const later = document.querySelector('meta[name="later-styles"]');
const style = () => globalThis.laterStyles?.().catch(() => {});
let styled;
const ask = () =>
  new Promise((come, fail) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: later.content, onload: come });
    link.onerror = () => {
      // Whoever asks next tries again.
      link.remove();
      styled = undefined;
      fail(new Error("the styles did not arrive"));
    };
    document.head.append(link);
  }).then(() => delete globalThis.laterStyles);
if (later) globalThis.laterStyles = () => (styled ??= ask());

try {
  const { default: start } = await import(preloaded('link[rel="modulepreload"]'));
  await start({ module_or_path: preloaded('link[rel="preload"][as="fetch"]') });
  document.getElementById("late")?.remove();
  // A press that came before the program is not lost; it waits for the words where another language is spoken.
  const press = () => {
    if (document.getElementById("first")) requestAnimationFrame(press);
    else if (pressed) [...document.querySelectorAll("button")].find((button) => called(button) && called(button) === called(pressed))?.click();
  };
  press();
  if (!isShown) style();
  else if (navigator.connection?.saveData) for (const type of ["pointerdown", "keydown"]) addEventListener(type, style, { once: true });
  else (globalThis.requestIdleCallback ?? setTimeout)(style);
} catch (error) {
  // What the browser cannot do is one thing, what did not arrive another.
  if (typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError) {
    say(
      "Licensing Lab could not start. It needs a current browser with WebAssembly.",
      "Licensing Lab kon niet starten. Er is een actuele browser met WebAssembly nodig.",
    );
  } else {
    say(
      "Licensing Lab could not start: part of the program did not arrive. Check the connection, then try again.",
      "Licensing Lab kon niet starten: een deel van het programma is niet aangekomen. Controleer de verbinding en probeer het opnieuw.",
    );
  }
  throw error;
}
