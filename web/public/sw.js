// @ts-check
/// <reference lib="webworker" />

// Keeps what was read last, for when there is no connection. What the network says always comes first, so that nothing old
// is shown to anybody who is connected. Pages hold nothing but what is public: accounts, drafts and secrets are in the
// browser's own storage, which this does not touch. Worst case: a page of an earlier block, which says that it is one.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const PAGES = "azora-pages-1";
const FILES = "azora-files-1";
const OFFLINE = "/offline";
/** So many are kept, the last ones. */
const MOST_PAGES = 60;
const MOST_FILES = 400;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const pages = await caches.open(PAGES);
      await pages.add(new Request(OFFLINE, { cache: "reload" }));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== PAGES && name !== FILES) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  // Named by their content.
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(keptFile(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { path } = event.notification.data ?? {};
  if (typeof path === "string" && path.startsWith("/")) event.waitUntil(open(path));
});

/** @param {string} path */
async function open(path) {
  const [window] = await worker.clients.matchAll({ type: "window" });
  if (window === undefined) return worker.clients.openWindow(path);
  await window.navigate(path);
  return window.focus();
}

/** @param {Request} request */
async function keptFile(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(files, request, answer.clone(), MOST_FILES);
  return answer;
}

/** @param {Request} request */
async function page(request) {
  const pages = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(pages, request, answer.clone(), MOST_PAGES);
    return answer;
  } catch (error) {
    const kept = (await pages.match(request)) ?? (await pages.match(OFFLINE));
    if (kept === undefined) throw error;
    return kept;
  }
}

/**
 * @param {Cache} cache
 * @param {Request} request
 * @param {Response} answer
 * @param {number} most
 */
async function keep(cache, request, answer, most) {
  // Again at the end: the first ones are those that were read the longest ago.
  await cache.delete(request);
  await cache.put(request, answer);
  const keys = (await cache.keys()).filter(({ url }) => new URL(url).pathname !== OFFLINE);
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}
