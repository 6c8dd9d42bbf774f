// Module worker between the page and the rules: strings in, strings out, no DOM, no law.
//
// in:  as the worker's name {script, manifest}: where our scripts lie, the manifest of the page's notice;
//      messages {id, request}
// out: {progress: {loaded, total}}, {ready: "answer" | "full", reason?}, {id, response, runtime}, {id, failure},
//      {failure, fault} where no runtime could start
//
// The answer runtime answers first. Whatever goes wrong with it - a missing file, an old browser, a wrong hash, a
// function that was left out - it is dropped for good and the full runtime is asked the same question. The rules are
// pure, so asking twice is safe.

/** @import { Answerer } from "pruned-pyodide" */
/** @import { Fault } from "../protocol.d.ts" */
/** @import { PageManifest } from "./manifest.d.ts" */

import { get, LoadError, startAnswer } from "pruned-pyodide";
import { failed, read } from "../shared/response.js";

/** @typedef {{kind: "answer" | "full", ask: Answerer}} Runtime */

const RUNTIME = new URL("../runtime/", import.meta.url);
/** How long the script of the full runtime may take: it is small. */
const SCRIPT_MS = 10_000;

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

/** What did not come is asked for once more, in its other form. @returns {Promise<Runtime>} */
async function begin() {
  /** @type {unknown} */
  let reason;
  for (const packed of [false, true]) {
    try {
      /** @type {Runtime} */
      const started = { kind: "answer", ask: await startAnswer(manifest, RUNTIME, progress(), packed) };
      post({ ready: "answer" });
      return started;
    } catch (error) {
      reason ??= error;
      if (!(error instanceof LoadError)) break;
    }
  }
  return startFull(reason);
}

/** @param {unknown} reason @returns {Promise<Runtime>} */
async function startFull(reason) {
  console.warn("rules-worker: full runtime:", reason);
  // the page knows by this that something is on its way again
  post({ progress: { loaded: 0, total: 0 } });
  try {
    const { startFull: start } = await fullRuntime();
    /** @type {Runtime} */
    const started = { kind: "full", ask: await start(importText, progress()) };
    post({ ready: "full", reason: String(reason) });
    return started;
  } catch (error) {
    // with the one that is asked first no other would have mattered
    const faults = [reason, error].map(faultOf);
    throw Object.assign(new Error(`${error} (${reason})`), {
      fault: /** @type {const} */ (["network", "host"]).find((each) => faults.includes(each)) ?? "browser",
    });
  }
}

/** Its script is no part of the page; it is checked as it comes. @returns {Promise<typeof import("./full-runtime.js")>} */
async function fullRuntime() {
  const { file, integrity } = manifest.full;
  const address = new URL(file, import.meta.url).href;
  const script = await get(address, { integrity, signal: AbortSignal.timeout?.(SCRIPT_MS) ?? null });
  return importText(await script.text(), address);
}

/**
 * A module from its text; where the browser is not allowed to, from its address.
 * @param {BlobPart} text @param {string} address
 */
async function importText(text, address) {
  const blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return import(/* @vite-ignore */ blob).catch(() => import(/* @vite-ignore */ address));
}

/** Whose fault an error is; what a host forbids is its own. @param {any} error @returns {Fault} */
const faultOf = (error) =>
  error?.fault ?? (/content.security.policy/i.test(String(error)) ? "host" : "browser");

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
    if (runtime === used) begun(startFull(error));
    return answer(request);
  }
}

/** @param {Promise<Runtime>} starting */
function begun(starting) {
  runtime = starting;
  starting.catch((error) => post({ failure: String(error), fault: error.fault }));
}

/** @type {{manifest: PageManifest}} */
const { manifest } = JSON.parse(self.name);
/** @type {Promise<Runtime>} */
let runtime;
begun(begin());

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
