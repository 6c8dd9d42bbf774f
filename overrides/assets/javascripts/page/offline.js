// Has the page kept for when there is no network. Begins when the page has loaded and the rules are on their way: what
// they are made of comes over the line once.

import { savesData } from "./saves-data.js";

const WORKER = new URL("../../service-worker.js", import.meta.url);
const LATER_MS = 3000;

async function keep() {
  await navigator.serviceWorker.register(WORKER);
  const { active } = await navigator.serviceWorker.ready;
  if (!savesData()) active?.postMessage("keep");
}

// Without https, or where the browser forbids it, there is no such worker; the page does without.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => setTimeout(() => keep().catch(() => {}), LATER_MS));
}
