// CPython carries the byte code of its start-up modules inside the binary ("frozen"): 400 kB that only importing reads.
// Importing is off in the image, so they are left out - if, and only if, no kept function can reach them.
//
// In CPython each frozen module is a `static const unsigned char[]` of Python/frozen.c. Being static, only that file can
// name it. That file has no functions: it only puts the addresses into three static tables, each behind a pointer whose
// address the module exports. So a function that reads a frozen module has to name a pointer first (or, where the
// compiler knows the pointer's value, a table). This file checks that no kept function names any of them. What does is
// Python/import.c; its functions are not kept: they trap.

import { addresses } from "./globals.mjs";
import { inspect } from "./instructions.mjs";
import { readBodies, readSections, SECTION, section } from "./wasm.mjs";

const POINTERS = ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"];
/** struct _frozen: name, code, size, is_package; a table ends with a row of zeros. */
const ROW = 16;

/**
 * Fill the frozen modules in `heap` with zeros.
 * @returns {number} how many bytes
 * @throws Error naming the kept function that could read them
 */
export function blankFrozen({ stock, keep, heap }) {
  const exported = addresses(stock);
  const pointers = POINTERS.map((name) => ({ from: exported.get(name), to: exported.get(name) + 4 }));
  const tables = pointers.map(({ from }) => readTable(heap, heap.readUInt32LE(from)));
  const modules = tables.flatMap((table) => table.modules);
  const forbidden = [...pointers, ...tables];
  const within = (address) => forbidden.some(({ from, to }) => address >= from && address < to);
  const bodies = readBodies(section(readSections(stock), SECTION.code));
  const reader = [...keep].find((index) => namesAddress(bodies[index], within));
  if (reader !== undefined)
    throw new Error(`kept function ${reader} names the frozen modules: they must stay in the image`);
  for (const { from, to } of modules) heap.fill(0, from, to);
  return modules.reduce((sum, { from, to }) => sum + to - from, 0);
}

const namesAddress = (body, within) => inspect(body).addresses.some(within);

function readTable(heap, from) {
  const modules = [];
  let at = from;
  for (; heap.readUInt32LE(at); at += ROW) {
    const code = heap.readUInt32LE(at + 4);
    if (code) modules.push({ from: code, to: code + heap.readUInt32LE(at + 8) });
  }
  return { from, to: at + ROW, modules };
}
