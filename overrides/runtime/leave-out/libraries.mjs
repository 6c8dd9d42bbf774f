// Tables that only functions which are never kept can read: those of `unicodedata`, of musl's iconv and crypt, of libc++'s
// conversion of floating-point numbers (Python brings its own), of liblzma, sqlite, zstd, bzip2 and zlib. As in codecs.mjs,
// every point of the proof is checked each time, and one that fails stops the making.
//
// 1. A row of OWNERS names the functions of one C file, or of libraries that lie side by side; tables.json says which piece
//    of memory holds nothing but their own constant tables: `static` in C, or declared in headers that the library does
//    not install. So nobody else can name them. Text that the linker shares among files lies elsewhere.
// 2. The bytes are those that this was worked out on, and the module exports no variable in there but their own.
// 3. None of these functions is kept, so a call to one ends in a trap.
// 4. None of them ran before the image was taken, so nothing in the image came from them.
// 5. No kept function, of whatever file, contains a number that would be an address in there. This is more than point 1
//    asks for: a kept function that happens to contain such a number stops the making, too. Not asked of `unicodedata`,
//    whose tables take so much room that ordinary numbers fall into it: there, no function of another file names an
//    address that a function of its own file names.

import { sha256 } from "../maker/files.mjs";
import { functionsOf, noForeignVariable, noneKept, noneNames, onlyNamedBy } from "./ranges.mjs";

/** @import { Stock } from "../wasm/stock.mjs" */
/** @import { Found, Tables } from "./found.mjs" */
/** @import { Taken } from "./ranges.mjs" */

/**
 * `first`: the owner's first exported function; `after`: the first that is no longer the owner's. `variables`: the
 * owner's exported variables; `exported`: its exported functions, where they have names of their own. `wide`: point 5.
 *
 * @typedef {{name: string, first: string, after: string, exported?: RegExp,
 *   variables?: RegExp, wide?: boolean}} Owner
 */

/** @type {Owner[]} */
export const OWNERS = [
  {
    name: "unicodedata",
    first: "PyInit_unicodedata",
    after: "PyInit_fcntl",
    exported: /^(PyInit_unicodedata$|_PyUnicode)/,
    wide: true,
  },
  {
    name: "liblzma, sqlite, zstd and bzip2",
    first: "lzma_version_number",
    after: "adler32_z",
    variables: /^sqlite3(_version|one)$/,
  },
  {
    // crc32 lies before it and stays: reading the library's zip runs it
    name: "zlib's deflate and inflate",
    first: "deflateInit_",
    after: "waitid",
    variables: /^((de|in)flate_copyright|_(dist|length)_code)$/,
  },
  {
    name: "musl's crypt_*.c",
    first: "crypt",
    after: "csin",
  },
  {
    // charmaps, gb18030, hkscs, jis0208, big5, ksc, legacy_chars, rev_jis: the arrays of the file, side by side
    name: "musl's iconv.c",
    first: "iconv_open",
    after: "if_indextoname",
  },
  {
    // _General_precision_tables and the powers of ten of from_chars
    name: "libc++'s charconv.cpp",
    first: "_ZNSt3__216__parse_exponentEPKcmmc",
    after: "_ZNSt3__26chrono12system_clock3nowEv",
    variables: /^_ZNSt3__225_General_precision_tablesI/,
  },
  {
    // __POW10_SPLIT, __POW10_SPLIT_2, __DOUBLE_POW5_INV_SPLIT, __DOUBLE_POW5_SPLIT and their indices
    name: "libc++'s ryu/d2fixed.cpp and ryu/d2s.cpp",
    first: "_ZNSt3__217__append_n_digitsEjjPc",
    after: "_ZNSt3__210filesystem15directory_entry12__do_refreshEv",
    variables: /^_ZNSt3__2\d+__(DOUBLE_)?(POW|MIN_BLOCK)/,
  },
];

/** The functions of the owners whose tables are left out. @param {Stock} stock @param {Tables["ranges"]} ranges */
export const ownersFunctions = (stock, ranges) =>
  OWNERS.filter(({ name }) => ranges[name]).map((owner) => functionsOf(stock, owner));

/** Fill the tables with zeros. @param {Taken} taken @param {Tables["ranges"]} ranges @returns {number} how many bytes */
export function blankLibraries(taken, ranges) {
  let bytes = 0;
  for (const owner of OWNERS) {
    const range = ranges[owner.name];
    if (!range) continue;
    check(taken, owner, range);
    taken.heap.fill(0, range.from, range.to);
    bytes += range.to - range.from;
  }
  return bytes;
}

/** @param {Taken} taken @param {Owner} owner @param {Found} range */
export function check(taken, owner, range) {
  const { name, variables, wide } = owner;
  const functions = functionsOf(taken.stock, owner);
  noneKept(taken, name, functions);
  if (wide) onlyNamedBy(taken.stock, name, functions, range);
  else noneNames(taken, name, range);
  noForeignVariable(taken.stock, name, range, variables);
  if (sha256(taken.heap.subarray(range.from, range.to)) !== range.sha256)
    throw new Error(`${name}: the tables are not where they were: run pruned-pyodide-tables`);
}
