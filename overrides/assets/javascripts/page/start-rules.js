// Stands in the head of a page with a calculator, before the stylesheets: the rules load while the page is being laid
// out. Defines `startRules`, and calls it unless the reader saves data; their rules load when they touch the form.

/** @import { WorkerMessage } from "../protocol.d.ts" */
/** @import { Rules } from "./rules.d.ts" */

import { savesData } from "./saves-data.js";

const { folder = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
/** @param {string} id */
const text = (id) => document.getElementById(id)?.textContent ?? "";
/** @type {Rules | undefined} */
let rules;

/** Start the worker; a second call gives the same one. Throws where the browser cannot run the rules. */
globalThis.startRules = () => {
  if (rules) return rules;
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  // The worker's script came with the page: no further trip over the line. What it must know is its name, for a message
  // would wait until this page has a free moment.
  const script = new URL(folder, location.href).href;
  const name = JSON.stringify({ script, manifest: JSON.parse(text("runtime-manifest")) });
  const source = URL.createObjectURL(new Blob([text("rules-worker")], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module", name });
  /** @type {WorkerMessage[]} */
  const early = [];
  /** @type {(message: WorkerMessage) => void} */
  let receive = (message) => early.push(message);
  worker.onmessage = ({ data }) => receive(data);
  // a browser that knows no module workers
  worker.onerror = ({ message }) => receive({ failure: message || "the worker did not start" });
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
