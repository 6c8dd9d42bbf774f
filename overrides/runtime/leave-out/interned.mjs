// Frees the names that nothing refers to any more. CPython never frees a name that came from a compiled module: 5,000
// attributes, variables and texts of emptied modules stay in a dict of the interpreter (the "interned" strings) and
// nowhere else. A name that is interned again later is simply put there anew.
//
// A string is freed only if no four bytes in the whole memory, whatever their alignment, make an address inside it,
// but for the two in that dict. An address in this memory is always four bytes, so nothing can lead to it. The dict is
// asked through CPython's own functions; the two facts about the layout used here are checked.

/** What a compact ASCII string looks like in memory: its state, and where its text starts. */
const STATE = 16;
/** The lowest byte: two bits "interned" (1: freed with its last reference, 2: never), three for one byte a letter, compact, ASCII. */
const MORTAL = 0b1100101;
const IMMORTAL = 0b1100110;
const TEXT = 20;
/** A dict's number of entries. */
const USED = 8;
const PROBE = "a name that no module has";
const CELL = 8;

/** @import { Emscripten } from "../maker/types.d.ts" */
/** @typedef {{at: number, end: number}} Name */

/** @param {Emscripten} m @returns {number} how many strings were freed */
export function freeNames(m) {
  const dict = internedDict(m);
  const names = immortalNames(m, dict);
  const found = references(m.HEAPU8, names);
  // each is its own key and value: any third place is a reference
  const unused = names.filter((_, index) => found[index] === 2);
  for (const { at } of unused) {
    if (m._PyDict_DelItem(dict, at)) throw new Error("a name is not in the dict of names: see interned.mjs");
    m._PyObject_Free(at);
  }
  return unused.length;
}

/** The interpreter's dict of names: the one large dict in which a new name turns up. @param {Emscripten} m */
function internedDict(m) {
  const text = m._malloc(PROBE.length + 1);
  m.HEAPU8.set(new TextEncoder().encode(`${PROBE}\0`), text);
  const probe = m._PyUnicode_InternFromString(text);
  m._free(text);
  const [dict, ...others] = largeDicts(m).filter((one) => m._PyDict_GetItem(one, probe) === probe);
  const state = m.HEAPU8[probe + STATE];
  const letters = m.HEAPU8.subarray(probe + TEXT, probe + TEXT + PROBE.length);
  if (!dict || others.length || state !== MORTAL || new TextDecoder().decode(letters) !== PROBE)
    throw new Error("CPython's strings or dicts are laid out differently: see interned.mjs");
  m._Py_DecRef(probe);
  return dict;
}

/** The interpreter alone refers to its dict of names, and it is by far the largest. @param {Emscripten} m */
function largeDicts(m) {
  const { HEAPU32: words, _PyDict_Type: type } = m;
  /** @type {number[]} */
  const dicts = [];
  words.forEach((word, index) => {
    if (word !== type || words[index - 1] !== 1) return;
    const used = words[index - 1 + USED / 4] ?? 0;
    if (used > 4000 && used < 1e6) dicts.push((index - 1) * 4);
  });
  return dicts;
}

/** The strings in the dict that are never freed; those outside malloc's memory stay. @param {Emscripten} m @param {number} dict */
function immortalNames(m, dict) {
  const low = m.___heap_base ?? m._emscripten_stack_get_base();
  const place = m._malloc(12) >>> 2;
  const word = (/** @type {number} */ index) => m.HEAPU32[index] ?? 0;
  m.HEAPU32[place] = 0;
  /** @type {Name[]} */
  const names = [];
  while (m._PyDict_Next(dict, place * 4, place * 4 + 4, place * 4 + 8)) {
    const at = word(place + 1);
    const end = at + TEXT + word((at + 8) >>> 2) + 1;
    if (at >= low && m.HEAPU8[at + STATE] === IMMORTAL) names.push({ at, end });
  }
  m._free(place * 4);
  return names;
}

/** How often the memory names an address inside each of these strings. @param {Uint8Array} memory @param {Name[]} names */
export function references(memory, names) {
  // cells of eight bytes: malloc gives every block cells of its own
  const owner = new Int32Array(memory.length / CELL).fill(-1);
  names.forEach(({ at, end }, index) => {
    owner.fill(index, Math.floor(at / CELL), Math.ceil(end / CELL));
  });
  const found = new Int32Array(names.length);
  let word = 0;
  for (const byte of memory) {
    word = (word >>> 8) | (byte << 24);
    const index = owner[((word >>> 0) / CELL) | 0] ?? -1;
    if (index >= 0) found[index] = (found[index] ?? 0) + 1;
  }
  return found;
}
