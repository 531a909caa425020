// Starts the page's module. Trunk names its files by their content and leaves the names in preload links.

const preloaded = (selector) => document.querySelector(selector).href;

/** Says in place of the page what has happened to it. */
function say(english, dutch) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  const isDutch = navigator.language.toLowerCase().startsWith("nl");
  message.lang = isDutch ? "nl" : "en";
  message.textContent = isDutch ? dutch : english;
  document.body.replaceChildren(message);
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
  say(
    "Licensing Lab has stopped several times in a row. What you did is stored in this browser. Reload the page to go on.",
    "Licensing Lab is meerdere keren achter elkaar gestopt. Wat u hebt gedaan, is in deze browser bewaard. Laad de pagina opnieuw om verder te gaan.",
  );
}

addEventListener("error", restart);
addEventListener("unhandledrejection", restart);
// Nothing of a module that has trapped may be asked any more, and least of all to write.
const ASKING = ["click", "change", "drop", "input", "keydown", "pointerdown", "submit"];
for (const type of [...ASKING, "beforeunload", "hashchange", "message", "pagehide", "pageshow", "storage"]) {
  addEventListener(type, (event) => isTrapped && event.stopImmediatePropagation(), true);
}

try {
  const { default: start } = await import(preloaded('link[rel="modulepreload"]'));
  await start({ module_or_path: preloaded('link[rel="preload"][as="fetch"]') });
  // What the first screen does without; a page that is not built for release links all its styles itself.
  const later = document.querySelector('meta[name="later-styles"]');
  if (later) {
    const styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = later.content;
    document.head.append(styles);
  }
} catch (error) {
  say(
    "Licensing Lab could not start. It needs a current browser with WebAssembly.",
    "Licensing Lab kon niet starten. Er is een actuele browser met WebAssembly nodig.",
  );
  throw error;
}
