// The answer runtime: a pruned CPython and a memory image in which the rules are already imported.
// Anything unexpected throws; the page then drops it and asks the full runtime. How it is made and why a gap in it cannot
// give a wrong answer: README.md.

import { counter, fetchFile, get, hex, LoadError, patience, startModule } from "./files.js";
import { imports } from "./host.js";

export { counter, fetchFile, get, imports, LoadError, patience };

/** @typedef {import("./types.d.ts").Answerer} Answerer */
/** @typedef {import("./types.d.ts").Manifest} Manifest */
/** @typedef {import("./types.d.ts").Progress} Progress */
/** @typedef {import("./types.d.ts").RuntimeFile} RuntimeFile */
/** @import { Exports, Host, State } from "./host.js" */

const MAGIC = 0x454c5552;
const BUILD_SECTION = "rules-build";
const ENTRY = "answer";

/**
 * Fetch module and image side by side and put them together. Rejects with LoadError where a file does not come.
 * @param {Pick<Manifest, "build" | "answer" | "image_as">} manifest
 * @param {URL} folder where it lies
 * @param {Progress} progress bytes on the wire
 * @param {boolean} [packed] both as .gz: another way to the same, for whoever was refused the first
 * @returns {Promise<Answerer>}
 */
export async function startAnswer(manifest, folder, progress, packed = false) {
  if (!manifest.answer) throw new Error("there is no answer runtime");
  const { wasm, image } = manifest.answer;
  const host = imports();
  const stop = new AbortController();
  const { more, end } = patience(stop);
  const counted = counter([wasm, image], progress);
  /** @type {typeof counted} */
  const count = (...come) => {
    more();
    counted(...come);
  };
  const { signal } = stop;
  try {
    const [started, { bytes, checked }] = await Promise.all([
      startModule({ folder, file: wasm, count, signal }, host.imports, packed),
      fetchFile({ folder, file: image, count, signal }, packed || manifest.image_as === "gz"),
    ]);
    const { build } = manifest;
    // hashing the image takes as long as copying it: side by side, and nothing is asked before both are done
    const connected = (async () => connect({ ...started, host, image: bytes, build }))();
    // a changed image fails in both: that it was changed is what went wrong
    connected.catch(() => {});
    await checked;
    const ask = await connected;
    const { module } = started;
    return steady(ask, () => {
      const host = imports();
      return connect({
        instance: new WebAssembly.Instance(module, host.imports),
        module,
        host,
        image: bytes,
        build,
      });
    });
  } catch (error) {
    // the full runtime needs the line now
    stop.abort();
    throw error;
  } finally {
    end();
  }
}

/**
 * After a trap the same is asked once more, of a new instance: there nothing is left of earlier questions, so that a
 * question is answered if it ever was. What traps there too throws.
 * @param {Answerer} ask @param {() => Answerer} fresh
 * @returns {Answerer}
 */
export function steady(ask, fresh) {
  return (request) => {
    try {
      return ask(request);
    } catch {
      ask = fresh();
      return ask(request);
    }
  };
}

/**
 * Put the image into the instance's memory and return the function that answers.
 * @param {{instance: WebAssembly.Instance, module: WebAssembly.Module, host: Host, image: ArrayBuffer, build: string}} parts
 * @returns {Answerer}
 */
export function connect({ instance, module, host, image, build }) {
  const [section] = WebAssembly.Module.customSections(module, BUILD_SECTION);
  const [magic] = new Uint32Array(image, 0, 1);
  if (!section || hex(section) !== build || magic !== MAGIC || hex(image.slice(4, 20)) !== build) {
    throw new Error("module, image and manifest are of different builds");
  }
  const x = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  host.state.exports = x;
  copyImage(image, x.memory);
  return answerer(x, host.state);
}

/** @param {ArrayBuffer} image @param {WebAssembly.Memory} memory */
function copyImage(image, memory) {
  const view = new DataView(image);
  const count = view.getUint32(20, true);
  const heap = new Uint8Array(memory.buffer);
  let at = 24 + 8 * count;
  for (let part = 0; part < count; part++) {
    const start = view.getUint32(24 + 4 * part, true);
    const length = view.getUint32(24 + 4 * (count + part), true);
    heap.set(new Uint8Array(image, at, length), start);
    at += length;
  }
  if (at !== image.byteLength) throw new Error("the image has not the length it says");
}

/** @param {Exports} x @param {State} state @returns {Answerer} */
function answerer(x, state) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** @param {string} text */
  const put = (text) => {
    const bytes = encoder.encode(text);
    const at = x.malloc(bytes.length + 1);
    if (!at) throw new Error("no memory");
    const heap = new Uint8Array(x.memory.buffer);
    heap.set(bytes, at);
    heap[at + bytes.length] = 0;
    return { at, length: bytes.length };
  };
  const main = x.PyImport_AddModule(put("__main__").at);
  const callable = x.PyObject_GetAttrString(main, put(ENTRY).at);
  const size = x.malloc(4);
  return (request) => {
    const { at, length } = put(request);
    const argument = x.PyUnicode_FromStringAndSize(at, length);
    x.free(at);
    const result = argument && x.PyObject_CallOneArg(callable, argument);
    if (!result) throw new Error("Python raised an exception");
    const bytes = x.PyUnicode_AsUTF8AndSize(result, size);
    const view = new DataView(x.memory.buffer);
    const response = decoder.decode(new Uint8Array(x.memory.buffer, bytes, view.getUint32(size, true)));
    x.Py_DecRef(argument);
    x.Py_DecRef(result);
    if (state.dead) throw new Error(state.dead);
    return response;
  };
}
