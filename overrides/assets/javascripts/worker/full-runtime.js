// The full runtime: stock Pyodide from ../pyodide/, documented options only.
// It is slower and bigger than the answer runtime and leaves nothing out.

/** @import { Answerer, Manifest, Progress } from "pruned-pyodide" */

const PYODIDE = new URL("../pyodide/", import.meta.url);
const WHEELS = new URL("../wheels/", import.meta.url);
const RUNTIME = new URL("../runtime/", import.meta.url);

/**
 * Start Pyodide with the calculator's wheel; throws what Pyodide throws.
 * @param {Manifest | null} manifest
 * @param {Progress} progress
 * @returns {Promise<Answerer>}
 */
export async function startFull(manifest, progress) {
  const full = manifest?.full;
  const restore = countDownloads(full?.bytes ?? 0, progress);
  try {
    const lock = full?.lock ?? (await (await fetch(new URL("pyodide-lock.json", WHEELS))).json());
    const { loadPyodide } = await import(/* @vite-ignore */ new URL("pyodide.mjs", PYODIDE).href);
    const pyodide = await loadPyodide({
      indexURL: PYODIDE.href,
      packageBaseUrl: WHEELS.href,
      packages: Object.keys(lock.packages),
      lockFileContents: JSON.stringify(lock),
      ...(full?.stdlib && { stdLibURL: new URL(full.stdlib.file, RUNTIME).href }),
    });
    return pyodide.pyimport("calculator").answer;
  } finally {
    restore();
  }
}

/**
 * Pyodide has no progress of its own, so its downloads are counted as they pass through this worker's fetch.
 * @param {number} total bytes as they will be counted (decoded); 0 when not known
 * @param {Progress} progress
 * @returns {() => void} puts the browser's own fetch back
 */
function countDownloads(total, progress) {
  const browserFetch = globalThis.fetch;
  let loaded = 0;
  globalThis.fetch = async (input, init) => {
    const response = await browserFetch(input, init);
    if (!response.ok || !response.body) return response;
    const counted = response.body.pipeThrough(
      new TransformStream({
        transform(chunk, controller) {
          loaded += chunk.byteLength;
          progress(loaded, total);
          controller.enqueue(chunk);
        },
      }),
    );
    // status and type must stay: instantiateStreaming asks for application/wasm
    return new Response(counted, { status: response.status, headers: response.headers });
  };
  return () => {
    globalThis.fetch = browserFetch;
  };
}
