// The full runtime: stock Pyodide from ../pyodide/. It is slower and bigger than the answer runtime and leaves nothing out.
// A file of its own, fetched when the answer runtime has failed; the build writes what it is made of in front of it.
//
// Every file is fetched, counted and checked here, and only then is Pyodide started: where a file does not come
// it says nothing, and waits for ever.

/** @import { Answerer, Progress, RuntimeFile } from "pruned-pyodide" */

import { counter, fetchFile, LoadError, patience } from "pruned-pyodide";

const { files, lock } = globalThis.FULL_RUNTIME;
const ASSETS = new URL("../", import.meta.url);
/** How long Pyodide may take to start once all its files are there. */
const START_MS = 30_000;

/** @param {RuntimeFile} file */
const address = ({ file }) => new URL(file, ASSETS).href;

/**
 * Start Pyodide with the calculator's wheel. Rejects with LoadError where a file does not come.
 * @param {(text: BlobPart, address: string) => Promise<any>} importText @param {Progress} progress
 * @returns {Promise<Answerer>}
 */
export async function startFull(importText, progress) {
  const came = await fetchAll(progress);
  const imported = (/** @type {RuntimeFile} */ file) =>
    importText(came.get(address(file)) ?? new ArrayBuffer(0), address(file));
  const { failed, restore } = standIn(came);
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new LoadError("Pyodide does not start", "host")), START_MS);
  });
  try {
    // it tries WebAssembly as soon as it is there
    const { loadPyodide } = await imported(files.loader);
    const glue = await imported(files.glue);
    const started = loadPyodide({
      indexURL: new URL("./", address(files.loader)).href,
      packageBaseUrl: new URL("./", address(files.wheel)).href,
      packages: Object.keys(lock.packages),
      lockFileContents: JSON.stringify(lock),
      stdLibURL: address(files.stdlib),
      // it would import the script from its address, and nobody could tell which bytes came
      createPyodideModule: glue.default,
    });
    const pyodide = await Promise.race([started, failed, late]);
    return pyodide.pyimport("calculator").answer;
  } finally {
    restore();
  }
}

/** Every file, whole and checked, by its address. @param {Progress} progress @returns {Promise<Map<string, ArrayBuffer>>} */
async function fetchAll(progress) {
  const all = Object.values(files);
  const counted = counter(all, progress);
  /** The second is for what has not come in the first. @type {ReturnType<typeof round>[]} */
  const rounds = [round()];
  /** @type {typeof counted} */
  const count = (...come) => {
    for (const { more } of rounds) more();
    counted(...come);
  };
  /** @param {RuntimeFile} file @param {boolean} packed @param {AbortSignal} [signal] */
  const fetched = async (file, packed, signal = new AbortController().signal) => {
    const { bytes, checked } = await fetchFile({ folder: ASSETS, file, count, signal }, packed);
    await checked;
    return bytes;
  };
  /** In its other form, where it does not come as it is. @param {RuntimeFile} file @returns {Promise<[string, ArrayBuffer]>} */
  const either = async (file) => {
    const bytes = await fetched(file, false, rounds[0]?.signal).catch((error) => {
      rounds[1] ??= round();
      return fetched(file, true, rounds[1].signal).catch(() => {
        throw error;
      });
    });
    return [address(file), bytes];
  };
  try {
    return new Map(await Promise.all(all.map(either)));
  } finally {
    for (const { abort } of rounds) abort();
  }
}

/** Files that are given up together, when nothing comes of any of them. */
function round() {
  const stop = new AbortController();
  const { more, end } = patience(stop);
  const abort = () => {
    end();
    stop.abort();
  };
  return { signal: stop.signal, more, abort };
}

/**
 * Pyodide gets what has come already, and tells nobody where WebAssembly refuses it: so it is heard here.
 * @param {Map<string, ArrayBuffer>} came
 */
function standIn(came) {
  const { fetch: browserFetch, WebAssembly: wasm } = globalThis;
  const { instantiateStreaming } = wasm;
  globalThis.fetch = async (input, init) => {
    const bytes = came.get(String(input));
    if (!bytes) return browserFetch(input, init);
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  };
  const ended = new AbortController();
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { signal: ended.signal });
    wasm.instantiateStreaming = async (response, imports) => {
      try {
        return await wasm.instantiate(await (await response).arrayBuffer(), imports);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  failed.catch(() => {});
  const restore = () => {
    ended.abort();
    globalThis.fetch = browserFetch;
    wasm.instantiateStreaming = instantiateStreaming;
  };
  return { failed, restore };
}
