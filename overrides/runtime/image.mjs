// The memory image: what the interpreter's memory holds once the rules are imported, without what nobody can read.

import { exportedGlobals } from "./globals.mjs";
import { freeNames } from "./interned.mjs";
import { start } from "./interpreter.mjs";

const PAGE = 1 << 16;
const STEP = 32;
/** A gap of zeros shorter than this costs less than an entry for another part. */
const GAP = 256;
const MAGIC = 0x454c5552; // "RULE"

/**
 * Start the stock code, import the rules, tidy up, and copy the memory.
 * @returns {Promise<{python, heap: Buffer, pages: number, globals: number[]}>} globals: every mutable global at rest
 */
export async function takeMemory({ pyodide, wasm, library, prepare }) {
  const { module: exporting, names } = exportedGlobals(wasm);
  const python = await start(pyodide, exporting, library.lean);
  prepare(python);
  const { module: m, heap } = python;
  const clearStack = () => heap.fill(0, m._emscripten_stack_get_end(), m._emscripten_stack_get_current());
  clearStack();
  let held = holdFreed(python);
  // only now do no old bytes look like references
  freeNames(python);
  held += holdFreed(python);
  clearStack();
  if (heap !== python.heap)
    throw new Error("the memory grew while it was tidied: its size is no longer known");
  let end = heap.length;
  while (!heap[end - 1]) end--;
  return {
    python,
    heap: Buffer.from(heap.slice(0, end)),
    // as much free memory as there was: the loader cannot give more
    pages: (heap.length + held + PAGE - 1) >>> 16,
    globals: names.map((name) => python.exports[name].value),
  };
}

/**
 * Freed blocks keep old bytes, and each carries two addresses for the list it stands in, which compress badly: take each
 * again, largest first, clear it, and do not give it back. Only what malloc owns is touched.
 * @returns {number} how many bytes are held
 */
function holdFreed({ module: m, heap }) {
  const top = m.HEAPU32[m._emscripten_get_sbrk_ptr() >>> 2];
  let held = 0;
  for (let size = 1 << 20; size >= 8; size = size > 512 ? size >> 1 : size - 8) {
    for (let at = m._malloc(size); at; at = m._malloc(size)) {
      if (at + size >= top) {
        m._free(at);
        break;
      }
      heap.fill(0, at, at + size);
      held += size;
    }
  }
  return held;
}

/** The parts of the memory that are not zero, as [start, length]. */
function parts(heap) {
  const found = [];
  for (let at = 0; at < heap.length; at += STEP) {
    const end = Math.min(heap.length, at + STEP);
    if (!heap.subarray(at, end).some((byte) => byte)) continue;
    const last = found.at(-1);
    if (last && at - (last[0] + last[1]) < GAP) last[1] = end - last[0];
    else found.push([at, end - at]);
  }
  return found;
}

/**
 * The file heap.bin: "RULE", 16 bytes of build id, the number of parts, all starts, all lengths, then the bytes.
 * Numbers are 32 bits, low byte first.
 */
export function packImage(heap, build) {
  const found = parts(heap);
  const head = new Uint32Array([
    found.length,
    ...found.map(([at]) => at),
    ...found.map(([, length]) => length),
  ]);
  const magic = new Uint32Array([MAGIC]);
  const bytes = found.map(([at, length]) => heap.subarray(at, at + length));
  return Buffer.concat([
    Buffer.from(magic.buffer),
    Buffer.from(build, "hex"),
    Buffer.from(head.buffer),
    ...bytes,
  ]);
}
