// More tables that only functions which are never kept can read: of musl's iconv and crypt, of libc++'s conversion of
// floating-point numbers (Python brings its own), of liblzma, sqlite, zstd, bzip2 and zlib. As in tables.mjs, every
// point of the proof is checked in each build, and one that fails stops it.
//
// 1. A row of OWNED names the functions of one C file, or of libraries that lie side by side, and a piece of memory that
//    holds nothing but their own constant tables: `static` in C, or declared in headers that the library does not
//    install. So nobody else can name them. Text that the linker shares among files lies elsewhere.
// 2. The bytes are those that this was worked out on, and the module exports no variable in there but their own.
// 3. None of these functions is kept, so a call to one ends in a trap.
// 4. None of them ran before the image was taken, so nothing in the image came from them.
// 5. No kept function, of whatever file, contains a number that would be an address in there. This is more than point 1
//    asks for: a kept function that happens to contain such a number stops the build, too.

import { addresses } from "./globals.mjs";
import { inspect } from "./instructions.mjs";
import { bodyIndices } from "./prune.mjs";
import { sha256 } from "./report.mjs";
import { readBodies, readSections, SECTION, section } from "./wasm.mjs";

/**
 * `first`: the owner's first exported function; `after`: the first that is no longer the owner's. `variables`: the
 * owner's exported variables. The addresses are those of Pyodide 314.0.7.
 *
 * @typedef {{name: string, first: string, after: string, from: number, to: number, sha256: string, variables: RegExp}} Owned
 * @type {Owned[]}
 */
export const OWNED = [
  {
    name: "liblzma, sqlite, zstd and bzip2",
    first: "lzma_version_number",
    after: "adler32_z",
    from: 0x296d04,
    to: 0x2a7940,
    sha256: "0d00a4aaab014cd8569007e7f01173f35c58a31b6d099191974ac797cc9f6f73",
    variables: /^sqlite3(_version|one)$/,
  },
  {
    // crc32 lies before it and stays: reading the library's zip runs it
    name: "zlib's deflate and inflate",
    first: "deflateInit_",
    after: "waitid",
    from: 0x2a8dc0,
    to: 0x2aaa90,
    sha256: "677f703d91236c9941855f809f536e638ef6bf3279102f2211f7e71c6cdb3c45",
    variables: /^((de|in)flate_copyright|_(dist|length)_code)$/,
  },
  {
    name: "musl's crypt_*.c",
    first: "crypt",
    after: "csin",
    from: 0x2ac804,
    to: 0x2afa70,
    sha256: "2f91fd6a3e4d25e5072e32c334fab735dd816f5111a69d67afd2a97019bc3edb",
    variables: /^$/,
  },
  {
    // charmaps, gb18030, hkscs, jis0208, big5, ksc, legacy_chars, rev_jis: the arrays of the file, side by side
    name: "musl's iconv.c",
    first: "iconv_open",
    after: "if_indextoname",
    from: 0x2b1400,
    to: 0x2d345e,
    sha256: "712f1ec933c29a0f20f161eab6a7189b89834b3aaa4c8ccb4df9b45f24230747",
    variables: /^$/,
  },
  {
    // _General_precision_tables and the powers of ten of from_chars
    name: "libc++'s charconv.cpp",
    first: "_ZNSt3__216__parse_exponentEPKcmmc",
    after: "_ZNSt3__26chrono12system_clock3nowEv",
    from: 0x2dcae0,
    to: 0x2e0908,
    sha256: "31ae19b6acbe16056a75633e58ce180226196204b49e0a98a34c0fb1bf65aa16",
    variables: /^_ZNSt3__225_General_precision_tablesI/,
  },
  {
    // __POW10_SPLIT, __POW10_SPLIT_2, __DOUBLE_POW5_INV_SPLIT, __DOUBLE_POW5_SPLIT and their indices
    name: "libc++'s ryu/d2fixed.cpp and ryu/d2s.cpp",
    first: "_ZNSt3__217__append_n_digitsEjjPc",
    after: "_ZNSt3__210filesystem15directory_entry12__do_refreshEv",
    from: 0x2e0a80,
    to: 0x2fcb00,
    sha256: "0409756e8067820e22edad6b9f1dab2d62bb301450fc3e618b00ff12c3fbb8be",
    variables: /^_ZNSt3__2\d+__(DOUBLE_)?(POW|MIN_BLOCK)/,
  },
];

/** The owners' functions, as indices of bodies. */
export function owners(stock) {
  const named = bodyIndices(readSections(stock));
  return OWNED.map(({ name, first, after }) => {
    const [from, to] = [named.get(first), named.get(after)];
    if (from === undefined || to === undefined || from >= to)
      throw new Error(`${name}: no functions from ${first} to ${after}`);
    return { from, to };
  });
}

/**
 * Fill the tables in `heap` with zeros.
 * @returns {number} how many bytes
 */
export function blankOwned({ stock, keep, heap }) {
  const bodies = readBodies(section(readSections(stock), SECTION.code));
  const named = [...keep].flatMap((index) =>
    inspect(bodies[index]).addresses.map((address) => ({ index, address })),
  );
  const variables = [...addresses(stock)];
  owners(stock).forEach((functions, row) => {
    const { name, from, to, ...rest } = OWNED[row];
    const lies = (address) => address >= from && address < to;
    const kept = [...keep].filter((index) => index >= functions.from && index < functions.to);
    if (kept.length) throw new Error(`${name}: functions ${kept.join(", ")} are kept`);
    const reader = named.find(({ address }) => lies(address));
    if (reader) throw new Error(`${name}: kept function ${reader.index} names ${reader.address}`);
    const foreign = variables.find(([variable, address]) => lies(address) && !rest.variables.test(variable));
    if (foreign) throw new Error(`${name}: the exported variable ${foreign[0]} lies in the tables`);
    if (sha256(heap.subarray(from, to)) !== rest.sha256)
      throw new Error(`${name}: the tables are not where they were: see private.mjs`);
    heap.fill(0, from, to);
  });
  return OWNED.reduce((sum, { from, to }) => sum + to - from, 0);
}
