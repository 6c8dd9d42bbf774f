// Module worker between the page and the rules: strings in, strings out, no DOM, no law.
//
// in:  as the worker's name {script, manifest}: where our scripts lie, the manifest of the page's notice;
//      messages {id, request}
// out: {progress: {loaded, total}}, {ready: "answer" | "full", reason?}, {id, response, runtime}, {id, failure}
//
// The answer runtime answers first. Whatever goes wrong with it - a missing file, an old browser, a wrong hash, a
// function that was left out - it is dropped for good and the full runtime is asked the same question. The rules are
// pure, so asking twice is safe.

/** @import { Answerer, Manifest } from "pruned-pyodide" */

import { startAnswer } from "pruned-pyodide";
import { failed, read } from "../shared/response.js";
import { startFull as startPyodide } from "./full-runtime.js";

/** @typedef {{kind: "answer" | "full", ask: Answerer}} Runtime */

const RUNTIME = new URL("../runtime/", import.meta.url);

/** @param {object} message */
const post = (message) => globalThis.postMessage(message);

/** Progress at most ten times a second, in bytes; a total of 0 is an unknown total. */
function progress() {
  let last = 0;
  return (/** @type {number} */ loaded, /** @type {number} */ total) => {
    const now = performance.now();
    if (now - last < 100 && loaded !== total) return;
    last = now;
    post({ progress: { loaded, total } });
  };
}

/** @returns {Promise<Runtime>} */
async function begin() {
  try {
    if (!manifest) throw new Error("there is no answer runtime");
    /** @type {Runtime} */
    const started = { kind: "answer", ask: await startAnswer(manifest, RUNTIME, progress()) };
    post({ ready: "answer" });
    return started;
  } catch (error) {
    return startFull(error);
  }
}

/** @param {unknown} reason @returns {Promise<Runtime>} */
async function startFull(reason) {
  console.warn("rules-worker: full runtime:", reason);
  /** @type {Runtime} */
  const started = { kind: "full", ask: await startPyodide(manifest, progress()) };
  post({ ready: "full", reason: String(reason) });
  return started;
}

/** @param {string} request @returns {Promise<{response: string, runtime: "answer" | "full"}>} */
async function answer(request) {
  const used = runtime;
  const { kind, ask } = await used;
  try {
    const response = ask(request);
    // that the rules failed may be a failure of the runtime: the full one may know better
    if (kind === "full" || !failed(read(response))) return { response, runtime: kind };
    throw new Error("the rules failed");
  } catch (error) {
    if (kind === "full") throw error;
    // after a trap the instance is in no defined state: nobody may ask it again
    if (runtime === used) runtime = startFull(error);
    return answer(request);
  }
}

/** @type {{manifest: Manifest | null}} null: only the full runtime is left */
const { manifest } = JSON.parse(self.name);
let runtime = begin();
runtime.catch((error) => post({ failure: String(error) }));

globalThis.addEventListener("message", async ({ data }) => {
  try {
    // both runtimes get the same well-formed text: a lone surrogate has no UTF-8 form
    const request = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      new TextEncoder().encode(data.request),
    );
    post({ id: data.id, ...(await answer(request)) });
  } catch (error) {
    post({ id: data.id, failure: String(error) });
  }
});
