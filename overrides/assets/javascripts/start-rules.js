// Stands in the head of a page with a calculator, before the stylesheets: the rules load while the page is being laid
// out. Defines `startRules`, and calls it unless the reader saves data; their rules load when they touch the form.

/** @import { Rules } from "./runtime.d.ts" */

const { worker: url = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
/** @type {Rules | undefined} */
let rules;

/** Start the worker; a second call gives the same one. Throws where the browser knows no workers. */
globalThis.startRules = () => {
  if (rules) return rules;
  // as its name, the worker has it at once; a message to it would wait until this page has a free moment
  const name = document.getElementById("runtime-manifest")?.textContent ?? "";
  const worker = new Worker(url, { type: "module", name });
  rules = { worker, early: [] };
  const { early } = rules;
  worker.onmessage = ({ data }) => early.push(data);
  // a file that is missing, or a browser that knows no module workers
  worker.onerror = ({ message }) => early.push({ failure: message || `${url} did not load` });
  return rules;
};

const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
if (!connection?.saveData && typeof WebAssembly === "object") globalThis.startRules();
