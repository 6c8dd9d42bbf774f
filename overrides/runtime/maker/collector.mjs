// What the cycle collector calls. When it runs, and what it then meets, depends on all that was asked before, so that no
// watch over one order of requests shows it all. It calls what the types of the interpreter have for it, and each type's
// own description in memory says which functions these are.

import { within } from "../leave-out/ranges.mjs";
import { MakeError } from "./errors.mjs";
import { script } from "./start.mjs";

/** @import { Range } from "../leave-out/ranges.mjs" */
/** @import { Stock } from "../wasm/stock.mjs" */
/** @import { Interpreter } from "./interpreter.mjs" */

/** Where in a PyTypeObject a pointer stands (CPython's Include/cpython/object.h, pointers of 32 bits). */
const AT = { flags: 84, traverse: 92 };
/** tp_dealloc, tp_traverse, tp_clear, tp_free, tp_is_gc, tp_del, tp_finalize. */
const CALLED = [24, AT.traverse, 96, 160, 164, 188, 196];
const HAVE_GC = 1 << 14;
/**
 * The functions that the collector can call for any type there is, and those that these call. Those in `never` are left
 * out: what would make an object of such a type is of the same file, and none of it is kept.
 * @param {Stock} stock @param {Interpreter} python @param {Range[]} never @returns {number[]} indices of the bodies
 */
export function collectorFunctions(stock, python, never) {
  const called = slots(stock, python);
  const further = called.flatMap((index) => stock.bodies[index]?.calls ?? []).filter((index) => index >= 0);
  return [...called, ...further].filter((index) => !never.some((range) => within(index, range)));
}

/** @param {Stock} stock @param {Interpreter} python */
function slots({ imported }, python) {
  python.run(script("all_types.py"));
  const types = python.read("/types.txt").toString("latin1").split("\n").map(Number);
  const word = (/** @type {number} */ at) => python.module.HEAPU32[at >>> 2] ?? 0;
  const table = /** @type {WebAssembly.Table} */ (python.exports.__indirect_function_table);
  // the name of a function that a module exports is its index
  const pointed = (/** @type {number} */ at) => Number(table.get(word(at))?.name) - imported;
  const wrong = types.find((type) => word(type + AT.flags) & HAVE_GC && !(pointed(type + AT.traverse) >= 0));
  if (types.length < 100 || wrong !== undefined)
    throw new MakeError("types are not laid out as collector.mjs says: look at CPython's PyTypeObject");
  return types.flatMap((type) => CALLED.map((at) => pointed(type + at))).filter((index) => index >= 0);
}
