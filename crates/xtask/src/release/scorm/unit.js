// One unit of a course: the lab in a frame, and what a learning platform (SCORM 1.2) hears of it.

import { LESSONS } from "./lessons.js";

/** The most characters that `cmi.suspend_data` takes. */
const MOST = 4096;
/** So many windows around or before this one are asked for the platform's interface. */
const FARTHEST = 12;

/** The platform's interface: of a window around this one, or of the one that opened it. None on a plain host. */
function find(from) {
  let around = from;
  for (let far = 0; around && far < FARTHEST; far += 1) {
    try {
      if (around.API) return around.API;
    } catch {
      // A window of another origin has none for us.
      return undefined;
    }
    if (around.parent === around) break;
    around = around.parent;
  }
  return undefined;
}

const api = find(window.parent) ?? (window.opener ? find(window.opener) : undefined);
/** Asks the platform; one that fails is as none. */
function ask(what, ...values) {
  try {
    return api ? String(api[`LMS${what}`](...values)) : "";
  } catch {
    return "";
  }
}

/** The lessons in the order of the course: which are solved, and the way through each, the one of last first. */
const solved = new Set();
const ways = new Map();
let finished = false;

function read(data) {
  try {
    const { solved: done = [], ways: kept = [] } = JSON.parse(data);
    const isOurs = (id) => LESSONS.some((lesson) => lesson.id === id);
    done.filter(isOurs).forEach((id) => solved.add(id));
    // The fragment leads to a lesson and nowhere else.
    kept.filter(([id, way]) => isOurs(id) && /^#\/l\/[\w-]+$/.test(way)).forEach(([id, way]) => ways.set(id, way));
  } catch {
    // What is there was written by something else.
  }
}

/** What is kept, within what the platform takes: of ways the latest ones. */
function written() {
  const kept = [...ways].reverse();
  for (;;) {
    const data = JSON.stringify({ solved: [...solved], ways: [...kept].reverse() });
    if (data.length <= MOST || kept.length === 0) return data;
    kept.pop();
  }
}

/** How a lesson stands, by the last message; a course of one lesson is graded by its goals. */
const stands = new Map();
function report() {
  if (finished) return;
  const share = ({ id }) => {
    if (solved.has(id)) return 1;
    const { reached = 0, of = 0 } = stands.get(id) ?? {};
    return LESSONS.length === 1 && of > 0 ? Math.min(reached / of, 0.99) : 0;
  };
  const score = Math.floor((100 * LESSONS.reduce((sum, lesson) => sum + share(lesson), 0)) / LESSONS.length);
  ask("SetValue", "cmi.core.score.min", "0");
  ask("SetValue", "cmi.core.score.max", "100");
  ask("SetValue", "cmi.core.score.raw", String(score));
  ask("SetValue", "cmi.core.lesson_status", solved.size === LESSONS.length ? "passed" : "incomplete");
  ask("SetValue", "cmi.suspend_data", written());
  ask("SetValue", "cmi.core.exit", "suspend");
  ask("Commit", "");
}

const frame = document.getElementById("lab");
let open = LESSONS[0].id;
const language = (navigator.languages ?? []).find((tag) => /^(en|nl)\b/i.test(tag))?.slice(0, 2).toLowerCase() ?? "en";

function show(id) {
  open = id;
  const origin = encodeURIComponent(location.origin);
  const hash = ways.get(id) ?? `#/lessons/${id}`;
  frame.src = `lab/index.html?embed&lesson=${id}&origin=${origin}${hash}`;
  list();
}

function list() {
  const nav = document.getElementById("lessons");
  nav.hidden = LESSONS.length === 1;
  const hadFocus = nav.contains(document.activeElement);
  nav.replaceChildren(
    ...LESSONS.map(({ id, titles }) => {
      const button = document.createElement("button");
      button.textContent = `${solved.has(id) ? "✓ " : ""}${titles[language]}`;
      if (id === open) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => show(id));
      return button;
    }),
  );
  const current = nav.querySelector("[aria-current]");
  current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (hadFocus) current?.focus();
}

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== location.origin || source !== frame.contentWindow || data?.licensingLab !== 1 || data.event !== "lesson") return;
  const { lesson, reached, of, way } = data;
  if (lesson !== open) return;
  stands.set(lesson, { reached, of });
  ways.delete(lesson);
  ways.set(lesson, way);
  // What was solved stays solved.
  if (data.solved) solved.add(lesson);
  list();
  report();
});

addEventListener("pagehide", () => {
  if (finished) return;
  report();
  ask("Finish", "");
  finished = true;
});

ask("Initialize", "");
read(ask("GetValue", "cmi.suspend_data"));
report();
show((LESSONS.find(({ id }) => !solved.has(id)) ?? LESSONS[0]).id);
