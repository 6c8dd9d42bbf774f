// Leaves out the maps of the CJK codecs (590 kB), which no rule needs. Missing code traps; missing data would lie. So this
// is done only where the following holds, and every point is checked here; a point that fails stops the making.
//
// 1. In CPython these maps are `static const` arrays in headers that only the codecs' own C files (Modules/cjkcodecs/*.c)
//    include. C lets no function of another file name a static array.
// 2. The linker keeps the functions of one C file together, in the order of the files. Between the first function of
//    the first codec and that of the file after them no function of another file is exported.
// 3. No function between these two is kept, so whoever calls one ends in a trap.
// 4. None of them ran before the image was taken, so nothing in the image came from them: no object points there.
// 5. The maps are found through the codecs' own index tables, row by row: each row says where it starts and how long it
//    is, and the rows lie side by side.
// 6. No function of another file names an index table that a function of these files names: none of them was inlined
//    elsewhere.
//
// A function elsewhere may contain a number that looks like an address in here (1,000,000 is one). By point 1 it is a
// number.

import { functionsOf, noForeignVariable, noneKept, onlyNamedBy, size } from "./ranges.mjs";

/** @import { Tables } from "./found.mjs" */
/** @import { Range, Taken } from "./ranges.mjs" */

export const CODECS = {
  name: "the CJK codecs",
  first: "PyInit__codecs_cn",
  after: "PyInit_unicodedata",
  exported: /^PyInit__(codecs_(cn|hk|iso2022|jp|kr|tw)|multibytecodec)$/,
};
/** An index table: rows of {map, first, last}; a map's entries take two bytes. */
const TABLE = { rows: 256, row: 8, entry: 2 };
export const TABLE_BYTES = TABLE.rows * TABLE.row;

/** Fill the maps with zeros. @param {Taken} taken @param {Tables["codecs"]} tables @returns {number} how many bytes */
export function blankCodecs(taken, { index, maps, rows }) {
  const { stock, heap } = taken;
  const functions = functionsOf(stock, CODECS);
  noneKept(taken, CODECS.name, functions);
  noForeignVariable(stock, CODECS.name, maps);
  for (const from of index) {
    const table = { from, to: from + TABLE_BYTES };
    noForeignVariable(stock, CODECS.name, table);
    onlyNamedBy(stock, CODECS.name, functions, table);
  }
  const found = index.flatMap((at) => mapRows(heap, at) ?? []);
  if (found.length !== rows || !fill(found, maps))
    throw new Error("the codecs' maps are not where they were: run pruned-pyodide-tables");
  for (const { from, to } of found) heap.fill(0, from, to);
  return size(found);
}

/** Whether the rows lie side by side, from the first byte to the last. @param {Range[]} rows @param {Range} maps */
function fill(rows, maps) {
  const sorted = rows.toSorted((one, other) => one.from - other.from);
  const apart = sorted.every(({ to }, index) => to <= (sorted[index + 1]?.from ?? to));
  return apart && sorted[0]?.from === maps.from && sorted.at(-1)?.to === maps.to;
}

/**
 * The rows of the maps that an index table lists; undefined where this is none.
 * @param {Buffer} heap @param {number} table @returns {Range[] | undefined}
 */
export function mapRows(heap, table) {
  if (table % 4 || table + TABLE_BYTES > heap.length) return undefined;
  const rows = [];
  for (let at = table; at < table + TABLE_BYTES; at += TABLE.row) {
    const [from, first, last] = [heap.readUInt32LE(at), heap.readUInt8(at + 4), heap.readUInt8(at + 5)];
    const to = from + (last - first + 1) * TABLE.entry;
    if (heap.readUInt16LE(at + 6) || first > last || to > heap.length || from % TABLE.entry) return undefined;
    if (from) rows.push({ from, to });
    else if (last) return undefined;
  }
  return rows.length ? rows : undefined;
}
