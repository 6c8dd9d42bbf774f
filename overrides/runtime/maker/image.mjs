// The memory image: what the interpreter's memory holds once the rules are imported, without what nobody can read.

import { freeNames } from "../leave-out/interned.mjs";
import { exportedGlobals } from "../wasm/globals.mjs";
import { start } from "./start.mjs";

/** @import { Common, Memory, Prepare } from "./types.d.ts" */
/** @import { Interpreter } from "./interpreter.mjs" */

const PAGE = 1 << 16;
const STEP = 32;
/** A gap of zeros shorter than this costs less than an entry for another part. */
const GAP = 256;
const MAGIC = 0x454c5552; // "RULE"

/**
 * Start the stock code, import the rules, tidy up, and copy the memory.
 * @param {Common} common @param {Prepare} prepare @returns {Promise<Memory>}
 */
export async function takeMemory({ pyodide, wasm, library }, prepare) {
  const { module: exporting, names } = exportedGlobals(wasm);
  const python = await start(pyodide, exporting, library.lean);
  prepare(python);
  const { module: m } = python;
  const clearStack = () =>
    python.heap.fill(0, m._emscripten_stack_get_end(), m._emscripten_stack_get_current());
  clearStack();
  let held = holdFreed(python);
  // only now do no old bytes look like references
  freeNames(m);
  held += holdFreed(python);
  clearStack();
  // only now: the memory may have grown while it was tidied
  const { heap } = python;
  const end = heap.findLastIndex((byte) => byte) + 1;
  return {
    heap: Buffer.from(heap.slice(0, end)),
    // as much free memory as there was
    pages: Math.ceil((heap.length + held) / PAGE),
    globals: names.map((name) => /** @type {WebAssembly.Global} */ (python.exports[name]).value),
  };
}

/**
 * Freed blocks keep old bytes, and each carries two addresses for the list it stands in, which compress badly: take each
 * again, largest first, clear it, and do not give it back. Only what malloc owns is touched.
 * @param {Interpreter} python @returns {number} how many bytes are held
 */
function holdFreed(python) {
  const m = python.module;
  const top = m.HEAPU32[m._emscripten_get_sbrk_ptr() >>> 2] ?? 0;
  let held = 0;
  for (let size = 1 << 20; size >= 8; size = size > 512 ? size >> 1 : size - 8) {
    for (let at = m._malloc(size); at; at = m._malloc(size)) {
      if (at + size >= top) {
        m._free(at);
        break;
      }
      python.heap.fill(0, at, at + size);
      held += size;
    }
  }
  return held;
}

/** The parts of the memory that are not zero. @param {Buffer} heap */
export function parts(heap) {
  /** @type {{at: number, end: number}[]} */
  const found = [];
  for (let at = 0; at < heap.length; at += STEP) {
    const end = Math.min(heap.length, at + STEP);
    if (!heap.subarray(at, end).some((byte) => byte)) continue;
    const last = found.at(-1);
    if (last && at - last.end < GAP) last.end = end;
    else found.push({ at, end });
  }
  return found;
}

/**
 * The file heap.bin: "RULE", 16 bytes of build id, the number of parts, all starts, all lengths, then the bytes.
 * Numbers are 32 bits, low byte first.
 * @param {Buffer} heap @param {string} build
 */
export function packImage(heap, build) {
  const found = parts(heap);
  const starts = found.map(({ at }) => at);
  const lengths = found.map(({ at, end }) => end - at);
  const numbers = (/** @type {number[]} */ ...list) => Buffer.from(new Uint32Array(list).buffer);
  return Buffer.concat([
    numbers(MAGIC),
    Buffer.from(build, "hex"),
    numbers(found.length, ...starts, ...lengths),
    ...found.map(({ at, end }) => heap.subarray(at, end)),
  ]);
}
