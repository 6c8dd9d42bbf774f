// In the place of service-worker.js: forgets what was kept, and leaves the pages to the network.

/** @typedef {ServiceWorkerGlobalScope & typeof globalThis} Self */
const worker = /** @type {Self} */ (globalThis);
const { scope } = worker.registration;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => {
  const forget = async () => {
    const kept = (await caches.keys()).filter((name) => name.startsWith(`${scope}#`));
    await Promise.all(kept.map((name) => caches.delete(name)));
    await worker.registration.unregister();
  };
  event.waitUntil(forget());
});
