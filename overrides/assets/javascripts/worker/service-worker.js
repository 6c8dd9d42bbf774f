// Keeps the pages that a reader has visited, with all they need, so that they can be read and answer without a network.
// Nothing that is typed comes here.
//
// A file's name changes with its content, so what is kept under a name is right for good, and a page asks for the files
// of its own build alone: builds never mix. A page itself comes from the network where there is one.
//
// To switch it off, put service-worker-off.js in its place.

/** @typedef {ServiceWorkerGlobalScope & typeof globalThis} Self */
const worker = /** @type {Self} */ (globalThis);
const { scope } = worker.registration;

/** What this build keeps; other sites of the same host have other scopes. */
const NAME = `${scope}#{{ build }}`;
/** A page on a line that gives nothing is shown as it was kept. */
const PATIENCE_MS = 4000;
const HASH = "(?:[0-9a-f]{8,64}|[0-9A-Z]{8})";
const HASHED = new RegExp(String.raw`^assets/.*\.${HASH}\.[\w.]+$`);
/** What runs the rules is named after the first figures of its own SHA-256. */
const RUNTIME = /\/assets\/runtime\/\w+\.([0-9a-f]{12})\.\w+$/;
/** As a page names its files: by address, or what runs the rules by name alone. */
const NAMED = new RegExp(
  String.raw`(?<=["'])(?:(?:\.\./)*assets/[\w/-]+|rt|heap)\.${HASH}\.[\w.]+(?=["'])`,
  "g",
);
/** And a script its parts, or what is searched the script that does it. */
const PART = new RegExp(String.raw`(?<=["'])\.\.?/[\w/-]+\.${HASH}\.\w+(?=["'])`, "g");
const HAS_PARTS = /\.js(?:on)?$/;
/** The theme's search, which is not in the site although its settings name it. */
const NOT_THERE = /\/workers\//;
/** Its address tells what the reader has replied. */
const PRIVATE = /<meta name="robots" content="[^"]*noindex/;

/** @param {string} url @param {Response} response whole, or it is not kept */
async function put(url, response) {
  try {
    await (await caches.open(NAME)).put(url, response);
  } catch {
    // the storage is full or forbidden, or the line broke
  }
}

/** @param {string} url @param {Response} response unless its address is private */
async function putPage(url, response) {
  const html = await response.clone().text();
  if (!PRIVATE.test(html)) await put(url.replace(/[?#].*/, ""), response);
}

/** @param {string} url @param {Response} response unless a byte of what runs the rules is wrong */
async function putFile(url, response) {
  const [, hash] = RUNTIME.exec(url) ?? [];
  if (hash) {
    const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!hex.startsWith(hash)) return;
  }
  await put(url, response);
}

/**
 * A file, kept from the first time on; a host that says with 200 that there is none sends a page.
 * @param {string} url
 * @param {ExtendableEvent} event
 * @param {RequestInit} [options]
 */
async function file(url, event, options) {
  const kept = await caches.match(url);
  if (kept) return kept;
  const response = await fetch(url, options);
  const is = response.ok && !response.headers.get("content-type")?.includes("html");
  if (is) event.waitUntil(putFile(url, response.clone()).catch(() => {}));
  return response;
}

/** @param {Request} request @param {FetchEvent} event @returns {Promise<Response>} */
async function page(request, event) {
  const kept = await caches.match(request, { ignoreSearch: true });
  const fresh = fetch(request).then((response) => {
    if (response.ok && !response.redirected)
      event.waitUntil(putPage(request.url, response.clone()).catch(() => {}));
    return response;
  });
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fresh.then((response) => (response.status < 500 ? response : kept)), late]).catch(
    () => kept,
  );
}

/** Everything that a page may need later, also after the site has been built anew. @param {string} url @param {ExtendableEvent} event */
async function keep(url, event) {
  const page =
    (await caches.match(url, { ignoreSearch: true })) ?? (await fetch(url, { cache: "force-cache" }));
  await putPage(url, page.clone());
  const names = (await page.text()).match(NAMED) ?? [];
  for (const name of new Set(names.filter((each) => !NOT_THERE.test(each))))
    await keepFile(new URL(name, name.includes("/") ? url : `${scope}assets/runtime/`).href, event);
}

/** @param {string} url @param {ExtendableEvent} event */
async function keepFile(url, event) {
  const response = await file(url, event, { cache: "force-cache" }).catch(() => null);
  if (!response?.ok || !HAS_PARTS.test(url)) return;
  for (const part of (await response.text()).match(PART) ?? [])
    await keepFile(new URL(part, url).href, event);
}

/** What builds before the last one have kept goes; an open page may still need what the last one has. */
async function clear() {
  const old = (await caches.keys()).filter((name) => name.startsWith(`${scope}#`) && name !== NAME);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(clear().then(() => worker.clients.claim())));
worker.addEventListener("message", (event) => {
  const { source } = event;
  if (source && "url" in source) event.waitUntil(keep(source.url.replace(/#.*/, ""), event).catch(() => {}));
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request, event));
  else if (HASHED.test(request.url.slice(scope.length))) event.respondWith(file(request.url, event));
});
