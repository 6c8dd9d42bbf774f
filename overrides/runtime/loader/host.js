// What the module may call of the page, and what the page may call of it.

/**
 * What the module exports.
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {WebAssembly.Table} __indirect_function_table
 * @property {(size: number) => number} malloc
 * @property {(at: number) => void} free
 * @property {(name: number) => number} PyImport_AddModule
 * @property {(object: number, name: number) => number} PyObject_GetAttrString
 * @property {(text: number, size: number) => number} PyUnicode_FromStringAndSize
 * @property {(callable: number, argument: number) => number} PyObject_CallOneArg
 * @property {(object: number, size: number) => number} PyUnicode_AsUTF8AndSize
 * @property {(object: number) => void} Py_DecRef
 */
const PAGE = 1 << 16;

/** @typedef {{exports: Exports | null, dead: string}} State `dead`: which import was asked for that was left out */
/** @typedef {{imports: WebAssembly.Imports, state: State}} Host */

/**
 * What the module may call. An import that was left out marks the instance dead before it throws, so that even code
 * that swallowed the exception could not bring an answer out.
 * @returns {Host}
 */
export function imports() {
  /** @type {State} */
  const state = { exports: null, dead: "" };
  const exported = () => /** @type {Exports} */ (state.exports);
  /** @type {Record<string, Function>} */
  const provided = {
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    /** @param {number} slot @param {number} a @param {number} b @param {number} c */
    _PyEM_TrampolineCall_JS: (slot, a, b, c) => exported().__indirect_function_table.get(slot)(a, b, c),
    /** @param {number} clock @param {bigint} _precision @param {number} at */
    clock_time_get(clock, _precision, at) {
      const milliseconds = clock === 0 ? Date.now() : performance.now();
      const nanoseconds = BigInt(Math.round(milliseconds * 1e6));
      new DataView(exported().memory.buffer).setBigUint64(at >>> 0, nanoseconds, true);
      return 0;
    },
    /** A quarter more than there was, lest it be asked for often. @param {number} wanted bytes in all */
    emscripten_resize_heap(wanted) {
      const { memory } = exported();
      const size = memory.buffer.byteLength;
      try {
        memory.grow(Math.ceil((Math.max(wanted >>> 0, size * 1.25) - size) / PAGE));
        return 1;
      } catch {
        return 0; // Python then raises MemoryError
      }
    },
  };
  const absent = (/** @type {string} */ name) => () => {
    state.dead = `left out: ${name}`;
    throw new Error(state.dead);
  };
  const env = new Proxy(provided, { get: (own, name) => own[String(name)] ?? absent(String(name)) });
  return { state, imports: /** @type {any} */ ({ env, wasi_snapshot_preview1: env }) };
}
