// Stands in the head of a page with a calculator, before the stylesheets: the rules load while the page is being laid
// out. Defines `startRules`, and calls it unless the reader saves data; their rules load when they touch the form.

/** @import { Rules } from "./runtime.d.ts" */

const { folder = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
/** @param {string} id */
const text = (id) => document.getElementById(id)?.textContent ?? "";
/** @type {Rules | undefined} */
let rules;

/** Start the worker; a second call gives the same one. Throws where the browser knows no workers. */
globalThis.startRules = () => {
  if (rules) return rules;
  // The worker's script came with the page: no further trip over the line. What it must know is its name, for a message
  // would wait until this page has a free moment.
  const script = new URL(folder, location.href).href;
  const name = JSON.stringify({ script, manifest: JSON.parse(text("runtime-manifest")) });
  const source = URL.createObjectURL(new Blob([text("rules-worker")], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module", name });
  rules = { worker, early: [] };
  const { early } = rules;
  worker.onmessage = ({ data }) => early.push(data);
  // a browser that knows no module workers
  worker.onerror = ({ message }) => early.push({ failure: message || "the worker did not start" });
  return rules;
};

const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
if (!connection?.saveData && typeof WebAssembly === "object") globalThis.startRules();
