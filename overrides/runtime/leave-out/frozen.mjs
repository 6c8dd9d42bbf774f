// CPython carries the byte code of its start-up modules inside the binary ("frozen"): 400 kB that only importing reads.
// Importing is off in the image, so they are left out - if, and only if, no kept function can reach them.
//
// In CPython each frozen module is a `static const unsigned char[]` of Python/frozen.c. Being static, only that file can
// name it. That file has no functions: it only puts the addresses into three static tables, each behind a pointer whose
// address the module exports. So a function that reads a frozen module has to name a pointer first (or, where the
// compiler knows the pointer's value, a table). This file checks that no kept function names any of them. What does is
// Python/import.c; its functions are not kept: they trap.

import { noneNames, size } from "./ranges.mjs";

/** @import { Range, Taken } from "./ranges.mjs" */

const POINTERS = ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"];
/** struct _frozen: name, code, size, is_package; a table ends with a row of zeros. */
const ROW = 16;

/** Fill the frozen modules with zeros. @param {Taken} taken @returns {number} how many bytes */
export function blankFrozen(taken) {
  const { stock, heap } = taken;
  const exported = new Map(stock.variables);
  const modules = POINTERS.flatMap((name) => {
    const pointer = exported.get(name);
    if (pointer === undefined) throw new Error(`the module does not export ${name}: see frozen.mjs`);
    const table = readTable(heap, heap.readUInt32LE(pointer));
    noneNames(taken, "the frozen modules", { from: pointer, to: pointer + 4 });
    noneNames(taken, "the frozen modules", table);
    return table.modules;
  });
  for (const { from, to } of modules) heap.fill(0, from, to);
  return size(modules);
}

/** @param {Buffer} heap @param {number} from @returns {Range & {modules: Range[]}} */
function readTable(heap, from) {
  const modules = [];
  let at = from;
  for (; heap.readUInt32LE(at); at += ROW) {
    const code = heap.readUInt32LE(at + 4);
    if (code) modules.push({ from: code, to: code + heap.readUInt32LE(at + 8) });
  }
  return { from, to: at + ROW, modules };
}
