// Leaves out the two largest tables in the image that no rule needs: the maps of the CJK codecs (590 kB) and the names
// and properties of `unicodedata` (690 kB). Missing code traps; missing data would lie. So this is done only where the
// following holds, and every point is checked here; a point that fails stops the build.
//
// 1. In CPython these tables are `static const` arrays in headers that only the codecs' own C files
//    (Modules/cjkcodecs/*.c) or unicodedata.c include. C lets no function of another file name a static array.
// 2. The linker keeps the functions of one C file together, in the order of the files. Between the first function of
//    the first codec and the first of the file after unicodedata.c no function of another file is exported.
// 3. No function between these two is kept, so whoever calls one ends in a trap.
// 4. None of them ran before the image was taken, so nothing in the image came from them: no object points there.
// 5. The codecs' maps are found through the codecs' own index tables, row by row: each row says where it starts and how
//    long it is, and the rows lie side by side.
// 6. unicodedata's tables lie between the first and the last address that its functions name; no variable that the
//    module exports lies there, and the bytes are those that this was worked out on.
//
// 7. No function of another file names an address in these tables that a function of these files names: none of them was
//    inlined elsewhere.
//
// A function elsewhere may contain a number that looks like an address in here (1,000,000 is one). By point 1 it is a
// number.

import { addresses } from "./globals.mjs";
import { inspect } from "./instructions.mjs";
import { bodyIndices } from "./prune.mjs";
import { sha256 } from "./report.mjs";
import { readBodies, readSections, SECTION, section } from "./wasm.mjs";

const CODECS = ["cn", "hk", "iso2022", "jp", "kr", "tw"].map((name) => `PyInit__codecs_${name}`);
const FILES = [...CODECS, "PyInit__multibytecodec", "PyInit_unicodedata"];
const AFTER = "PyInit_fcntl";
// Pyodide 314.0.7. An index table has 256 rows of {map, first, last}; a map's entries take two bytes.
const INDEX = { from: 3631264, to: 3687840, row: 8, entry: 2 };
const MAPS = { from: 800544, to: 1389872, rows: 1869 };
const UNICODEDATA = {
  from: 1391264,
  to: 2077440,
  sha256: "c5389091c81ca5ff770a4860df943044dd66334aa4166a13b6af370093eebf74",
};

const within = (address, { from, to }) => address >= from && address < to;

/** The functions of the codecs' and unicodedata's files, as indices of bodies: {from, to, unicodedata}. */
export function tableReaders(stock) {
  const named = bodyIndices(readSections(stock));
  const [from, to] = [named.get(FILES[0]), named.get(AFTER)];
  const inside = [...named].filter(([, index]) => index >= from && index < to).map(([name]) => name);
  const foreign = inside.filter((name) => !FILES.includes(name) && !name.startsWith("_PyUnicode"));
  if (foreign.length || inside.length < FILES.length) {
    throw new Error(`functions of other files between the codecs and ${AFTER}: ${foreign.join(", ")}`);
  }
  return { from, to, unicodedata: named.get("PyInit_unicodedata") };
}

/**
 * Fill the tables in `heap` with zeros.
 * @returns {number} how many bytes
 */
export function blankTables({ stock, keep, heap }) {
  const readers = tableReaders(stock);
  const kept = [...keep].filter((index) => index >= readers.from && index < readers.to);
  if (kept.length) throw new Error(`functions ${kept.join(", ")} of the codecs or unicodedata are kept`);
  checkNames(stock, readers);
  const rows = mapRows(heap);
  if (sha256(heap.subarray(UNICODEDATA.from, UNICODEDATA.to)) !== UNICODEDATA.sha256) {
    throw new Error("unicodedata's tables are not where they were: see tables.mjs");
  }
  for (const { from, to } of [...rows, UNICODEDATA]) heap.fill(0, from, to);
  return [...rows, UNICODEDATA].reduce((sum, { from, to }) => sum + to - from, 0);
}

function checkNames(stock, readers) {
  for (const [name, address] of addresses(stock)) {
    if ([INDEX, MAPS, UNICODEDATA].some((range) => within(address, range))) {
      throw new Error(`the exported variable ${name} lies in the tables`);
    }
  }
  const bodies = readBodies(section(readSections(stock), SECTION.code));
  const codecs = { from: readers.from, to: readers.unicodedata };
  onlyNamedBy(bodies, codecs, INDEX);
  onlyNamedBy(bodies, { from: readers.unicodedata, to: readers.to }, UNICODEDATA);
}

/** No address in `range` that one of `files` functions names is named by any other function. */
function onlyNamedBy(bodies, files, range) {
  const named = bodies.map((body) => inspect(body).addresses.filter((address) => within(address, range)));
  const own = new Set(named.filter((_, index) => within(index, files)).flat());
  const other = named.findIndex(
    (list, index) => !within(index, files) && list.some((address) => own.has(address)),
  );
  if (other >= 0) throw new Error(`function ${other} names a table of the codecs or of unicodedata`);
}

/** @returns {{from: number, to: number}[]} the rows of the codecs' maps, checked to lie side by side */
function mapRows(heap) {
  const rows = [];
  for (let at = INDEX.from; at < INDEX.to; at += INDEX.row) {
    const [from, first, last] = [heap.readUInt32LE(at), heap[at + 4], heap[at + 5]];
    if (from >= MAPS.from && from < MAPS.to && last >= first && !heap.readUInt16LE(at + 6)) {
      rows.push({ from, to: from + (last - first + 1) * INDEX.entry });
    }
  }
  rows.sort((one, other) => one.from - other.from);
  const apart = rows.filter(({ to }, index) => index + 1 < rows.length && to > rows[index + 1].from);
  const ends = rows.length && rows[0].from === MAPS.from && rows.at(-1).to === MAPS.to;
  if (rows.length !== MAPS.rows || !ends || apart.length) {
    throw new Error("the codecs' maps are not where they were: see tables.mjs");
  }
  return rows;
}
