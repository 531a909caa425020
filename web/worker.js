// Keeps the page for when there is no network. `cargo xtask build` puts before it which release this is (RELEASE) and the
// digest of each of its files (FILES); a release is kept as a whole, or not at all.

const HERE = new URL("./", location).href;
/** Other pages of the same host have caches of their own. */
const OWN = `licensing-lab ${HERE} `;
const CACHE = OWN + RELEASE;
const PAGE = "index.html";
/** The newest page is waited for so long where one is kept, in milliseconds. */
const PATIENCE = 4_000;
/** Files that are fetched at once. */
const AT_ONCE = 6;

const stored = async (cache, name) => (await caches.open(cache)).match(HERE + name, { ignoreVary: true });
const own = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));

async function keep() {
  const cache = await caches.open(CACHE);
  const waiting = Object.entries(FILES);
  const fetchSome = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const [name, integrity] = file;
      // What is not of this release is no part of it, whatever its name.
      await cache.put(HERE + name, await fetch(HERE + name, { cache: "no-cache", integrity }));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function begin() {
  // Tabs of the release before this one still fetch pieces of it.
  const before = (await own()).filter((name) => name !== CACHE);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

/** A document: the newest one that there is; the one that is kept where the network gives none. */
async function newest(request, name) {
  const asked = fetch(new Request(request, { cache: "no-cache" })).catch(() => Response.error());
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const isGiven = ({ type, status }) => type !== "error" && status < 500;
  const answer = await Promise.race([asked, patience]);
  if (answer && isGiven(answer)) return answer;
  return (await stored(CACHE, name)) ?? asked;
}

/** A file of the release that asks for it: its name says what is in it, or its address which release is meant. */
async function file(request, name, release) {
  if (release === RELEASE || (!release && FILES[name])) return (await stored(CACHE, name)) ?? fetch(request);
  const other = release ? [OWN + release] : await own();
  for (const cache of other) {
    const found = (await caches.has(cache)) && (await stored(cache, name));
    if (found) return found;
  }
  return fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(begin()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  const { pathname, search } = new URL(request.url);
  const name = (HERE.endsWith(pathname) && PAGE) || pathname.slice(new URL(HERE).pathname.length);
  if (request.mode === "navigate") {
    if (FILES[name]) event.respondWith(newest(request, name));
  } else {
    event.respondWith(file(request, name, search.slice(1)));
  }
});

// A page says of which release it is: this one takes over if it is the same, and says that it is another one otherwise.
addEventListener("message", ({ data, source }) => {
  if (data === RELEASE || data === "take over") skipWaiting();
  else source?.postMessage("other release");
});
