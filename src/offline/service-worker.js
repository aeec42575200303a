// Runs beside the pages, in the browser. The build fills in the two constants; everything else is shipped as it stands.
const RELEASE = '';
const LIST = '';

const SCOPE = self.registration.scope;
/** Sites of one host share their caches: each has names of its own. */
const PREFIX = `kumo-note-${new URL(SCOPE).pathname}-`;
const CACHE = PREFIX + RELEASE;
const OFFLINE_PAGE = new URL('offline/', SCOPE).href;
/** Visited pages beyond this number are forgotten, the oldest first; those of the shell are always kept. */
const PAGES_KEPT = 100;
/** After this many milliseconds without an answer, a page that is kept is shown. */
const PATIENCE = 3000;
/** Files whose name changes with their content: a copy never grows old. */
const IMMUTABLE = /^(?:_astro\/|offline\/\w+\.json$|pagefind\/(?!pagefind-entry\.json$))/;
/** Files that keep their name. */
const NAMED = /^(?:previews\.json|manifest\.webmanifest|(?:favicon|icon)[\w-]*\.(?:svg|png))$/;
const SEARCH_ENTRY = 'pagefind/pagefind-entry.json';

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  const path = new URL(request.url).pathname.slice(new URL(SCOPE).pathname.length);
  if (request.mode === 'navigate') event.respondWith(answerPage(event));
  else if (IMMUTABLE.test(path)) event.respondWith(answerImmutable(request));
  else if (NAMED.test(path)) event.respondWith(answerNamed(request));
  else if (path === SEARCH_ENTRY) {
    event.respondWith(answerNamed(request));
    // Whoever searches once may search again without a network.
    event.waitUntil(keepIndex());
  }
});

/** Everything of the new release is fetched before it takes over; whoever has no network then keeps the old one. */
async function install() {
  const cache = await caches.open(CACHE);
  const { shell } = await readList();
  await fill(cache, shell);
  const kept = (await Promise.all((await oldCaches()).map((old) => old.keys()))).flat();
  const had = (test) => kept.map(({ url }) => url).filter(test);
  try {
    // The page that is open came before any worker did.
    const open = (await self.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => pageOf(url));
    await fill(cache, [...new Set([...had(isPage), ...open.filter(isPage)])], { lenient: true });
    if (had((url) => url.endsWith(SEARCH_ENTRY)).length > 0) await unpackIndex(cache);
    // Only now: until here, what was kept before is the better copy.
    for (const name of await oldNames()) await caches.delete(name);
  } catch {
    // The network went away. The old copies stay, complete in themselves, until the next release.
  }
  await self.skipWaiting();
}

/** The address under which a page is kept: whatever is searched for, `/search/` is one page. */
const pageOf = (url) => url.replace(/[?#].*$/, '');
const isPage = (url) => url.startsWith(SCOPE) && url.endsWith('/');
const oldNames = async () =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
const oldCaches = async () => Promise.all((await oldNames()).map((name) => caches.open(name)));

async function readList() {
  const response = await answerImmutable(new Request(new URL(LIST, SCOPE)));
  if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
  return response.json();
}

/** Puts files into a cache, few at a time; what an older cache has under a name that never changes is taken over. */
async function fill(cache, paths, { lenient = false } = {}) {
  const waiting = paths.map((path) => new URL(path, SCOPE).href);
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (await cache.match(url)) continue;
      const immutable = IMMUTABLE.test(url.slice(SCOPE.length));
      const response =
        (immutable && (await caches.match(url))) ||
        (await fetch(url, { cache: immutable ? 'default' : 'no-cache' }));
      // Browsers refuse to show a page that came by a redirect.
      if (response.ok && !response.redirected) await cache.put(url, response);
      // A visited page may be gone or moved; a part of the release may not, and a server in trouble says nothing.
      else if (!lenient || response.status >= 500) throw new Error(`${url}: ${response.status}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

let keeping;
async function keepIndex() {
  keeping ??= caches.open(CACHE).then(unpackIndex);
  await keeping.catch(() => (keeping = undefined));
}

/** Puts all files of the search into a cache, each under its own address. */
async function unpackIndex(cache) {
  if (navigator.connection?.saveData) return;
  const { index } = await readList();
  const pack = new URL(index, SCOPE).href;
  if (await cache.match(pack)) return;
  const response = await fetch(pack);
  if (!response.ok) throw new Error(`${pack}: ${response.status}`);
  const { texts, parts } = await response.json();
  const put = (path, body) => cache.put(new URL(path, SCOPE).href, new Response(body));
  for (const [path, text] of Object.entries(texts)) await put(path, text);
  for (const [path, base64] of Object.entries(parts))
    await put(
      path,
      Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)),
    );
  // Comes last, and so says that all others are there.
  await cache.put(pack, new Response());
}

/** The network first; what is kept when it fails, is broken, or takes too long; a page that says so when nothing is. */
async function answerPage(event) {
  const key = pageOf(event.request.url);
  const fresh = fetch(event.request).then(async (response) => {
    if (response.status >= 500) throw new Error(`${key}: ${response.status}`);
    if (response.ok && response.type === 'basic') await keepPage(key, response.clone());
    return response;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const kept = await match(key);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  try {
    return await (kept ? Promise.race([fresh, late]) : fresh);
  } catch {
    return kept ?? (await match(OFFLINE_PAGE)) ?? Response.error();
  }
}

async function keepPage(key, response) {
  try {
    const cache = await caches.open(CACHE);
    // Put anew, it is the youngest: caches list their entries in the order in which they came.
    await cache.delete(key);
    await cache.put(key, response);
    const pages = (await cache.keys()).filter(
      ({ url }) => isPage(url) && ![SCOPE, OFFLINE_PAGE].includes(url),
    );
    for (const page of pages.slice(0, -PAGES_KEPT)) await cache.delete(page);
  } catch {
    // No room left on the device; the reader has the page all the same.
  }
}

async function answerImmutable(request) {
  const kept = await match(request.url);
  return kept ?? keep(request, await fetch(request));
}

async function answerNamed(request) {
  try {
    return await keep(request, await fetch(request));
  } catch (error) {
    const kept = await match(request.url);
    if (kept) return kept;
    throw error;
  }
}

async function keep(request, response) {
  if (response.ok && response.type === 'basic') {
    const copy = response.clone();
    await caches
      .open(CACHE)
      .then((cache) => cache.put(request.url, copy))
      .catch(() => undefined);
  }
  return response;
}

/** This release's copy, or else an older one. */
const match = async (url) => (await (await caches.open(CACHE)).match(url)) ?? caches.match(url);
