// Stands in the head of a page with a calculator, before the stylesheets: the rules load while the page is being laid
// out. Defines `startRules`, and calls it unless the reader saves data; their rules load when they touch the form.
// Whatever is thrown in the page ends in its failure box, be it that the page's own script never comes.

/** @import { WorkerMessage } from "../protocol.d.ts" */
/** @import { Rules } from "./rules.d.ts" */

import { loadAnew, say } from "./failure.js";
import { savesData } from "./saves-data.js";

/** So long the page's own script may take, and so long until the reader is told that it does. */
const SCRIPT_MS = 10_000;
const SLOW_MS = 4000;
/** @param {string} id */
const text = (id) => document.getElementById(id)?.textContent ?? "";
/** @type {Rules | undefined} */
let rules;

globalThis.loadAnew = loadAnew;

/**
 * Start the worker; a second call gives the same one. Throws where the browser cannot run the rules.
 * @param {boolean} [again] another one
 * @param {boolean} [file] from its file: the page may not be allowed to make one of a text
 */
globalThis.startRules = (again, file) => {
  if (rules && !again) return rules;
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  // The worker's script came with the page: no further trip over the line. What it must know is its name, for a message
  // would wait until this page has a free moment.
  const path = document.querySelector("[data-worker]")?.getAttribute("data-worker") ?? "";
  const address = new URL(path, location.href);
  const script = new URL(".", address).href;
  const name = JSON.stringify({ script, manifest: JSON.parse(text("runtime-manifest")) });
  const source = file
    ? address
    : URL.createObjectURL(new Blob([text("rules-worker")], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module", name });
  /** @type {WorkerMessage[]} */
  const early = [];
  /** @type {(message: WorkerMessage) => void} */
  let receive = (message) => early.push(message);
  worker.onmessage = ({ data }) => receive(data);
  // a browser that knows no module workers, or that has ended this one
  for (const event of ["error", "messageerror"])
    worker.addEventListener(event, (what) => receive({ died: /** @type {ErrorEvent} */ (what).message }));
  rules = {
    worker,
    listen(listener) {
      receive = listener;
      early.forEach(listener);
    },
  };
  return rules;
};

if (!savesData()) {
  try {
    globalThis.startRules();
  } catch {
    // the calculator tries it again and tells the reader
  }
}

/** @param {Parameters<typeof say>[1]} which */
function fail(which) {
  if (document.readyState === "loading") return addEventListener("DOMContentLoaded", () => fail(which));
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-part="without"]')
  ))
    part.hidden = true;
  say(document, which);
}

/** Of ours, and no part of the theme: without that the calculator goes on. @param {unknown} place */
const ours = (place) =>
  String(place).includes(location.origin) && !/\/bundle\.\w+\.min\.js/.test(String(place));

/** @param {string} src of a script that did not come */
async function missing(src) {
  if (await loadAnew()) return;
  const status = await fetch(src).then(
    (response) => response.status,
    () => 0,
  );
  fail(status === 404 || status > 499 ? "host" : "network");
}

addEventListener(
  "error",
  ({ target, error, filename }) => {
    if (target instanceof HTMLScriptElement && target.async && target.type) missing(target.src);
    // it does not know the language in which our scripts are written
    else if (error && ours(filename)) fail(error instanceof SyntaxError ? "failed" : "failed_answer");
  },
  true,
);
addEventListener("unhandledrejection", ({ reason }) => {
  if (ours(reason?.stack)) fail("failed_answer");
});
/** @param {Parameters<typeof say>[1]} which */
function unlessDefined(which) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => unlessDefined(which));
  else if (document.querySelector("[data-notice]:not(:defined)")) fail(which);
}
setTimeout(unlessDefined, SLOW_MS, "slow");
setTimeout(unlessDefined, SCRIPT_MS, "network");
