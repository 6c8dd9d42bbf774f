// The module's globals. The mutable ones (the stack pointer and its limits) are part of the state that an image must
// carry; the exported constants are the addresses of C variables.

import { Reader, signed } from "./reader.mjs";
import {
  countImported,
  KIND,
  readExports,
  readSections,
  replace,
  SECTION,
  section,
  writeExports,
  writeSections,
} from "./sections.mjs";

/** @import { Section } from "./sections.mjs" */
/** @typedef {{index: number, mutable: boolean, from: number, to: number, value: number | undefined}} Global from, to: the initial value's place */

const I32 = 0x7f;
const I32_CONST = 0x41;
const END = 0x0b;
/** Instructions that an initial value of another kind may be: i64.const, ref.null; global.get, ref.func. */
const SIGNED = [0x42, 0xd0];
const UNSIGNED = [0x23, 0xd2];

/** @param {Uint8Array} body of the section @returns {Global[]} */
function readGlobals(body) {
  const reader = new Reader(body);
  return reader.list((index) => {
    const type = reader.byte();
    const mutable = reader.byte() === 1;
    const from = reader.at;
    const value = readValue(reader);
    if (mutable && type !== I32) throw new Error("a mutable global is not an i32: extend globals.mjs");
    return { index, mutable, from, to: reader.at, value };
  });
}

/** @param {Reader} reader @returns {number | undefined} the value where it is an i32.const */
function readValue(reader) {
  const op = reader.byte();
  let value;
  if (op === I32_CONST) value = Number(reader.signed());
  else if (SIGNED.includes(op)) reader.signed();
  else if (UNSIGNED.includes(op)) reader.unsigned();
  else throw new Error(`initial value of a global starts with ${op.toString(16)}: extend globals.mjs`);
  if (reader.byte() !== END)
    throw new Error("initial value of a global is not one instruction: extend globals.mjs");
  return value;
}

/**
 * Addresses of the C variables that the module exports, by name.
 * @param {Section[]} sections @returns {Map<string, number>}
 */
export function variables(sections) {
  const imported = countImported(sections, KIND.global);
  const globals = readGlobals(section(sections, SECTION.globals));
  const exported = readExports(sections).filter((one) => one.kind === KIND.global);
  const named = exported.map(
    ({ name, index }) => /** @type {const} */ ([name, globals[index - imported]?.value]),
  );
  return new Map(named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/**
 * The module with every mutable global exported, so that its value can be read.
 * @param {Uint8Array} wasm @returns {{module: Buffer<ArrayBuffer>, names: string[]}}
 */
export function exportedGlobals(wasm) {
  const sections = readSections(wasm);
  const imported = countImported(sections, KIND.global);
  const globals = readGlobals(section(sections, SECTION.globals)).filter((one) => one.mutable);
  const extra = globals.map(({ index }) => ({
    name: `pruned_global_${index}`,
    kind: KIND.global,
    index: imported + index,
  }));
  const exports = writeExports([...readExports(sections), ...extra]);
  const module = writeSections(replace(sections, { [SECTION.exports]: exports }));
  return { module, names: extra.map((one) => one.name) };
}

/**
 * The global section with these values as the initial ones of the mutable globals.
 * @param {Uint8Array} body @param {number[]} values
 */
export function withValues(body, values) {
  const mutable = readGlobals(body).filter((one) => one.mutable);
  if (mutable.length !== values.length)
    throw new Error(`${mutable.length} globals can change, ${values.length} values are given`);
  const parts = [];
  let at = 0;
  for (const [which, { from, to }] of mutable.entries()) {
    const value = signed(Number(values[which]) | 0);
    parts.push(body.subarray(at, from), Buffer.from([I32_CONST]), value, Buffer.from([END]));
    at = to;
  }
  return Buffer.concat([...parts, body.subarray(at)]);
}
