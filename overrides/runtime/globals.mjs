// The module's mutable globals (the stack pointer and its limits): part of the state that an image must carry.

import {
  KIND,
  Reader,
  readExports,
  readImports,
  readSections,
  SECTION,
  section,
  signed,
  writeExports,
  writeSections,
} from "./wasm.mjs";

const I32 = 0x7f;
const I32_CONST = 0x41;
const END = 0x0b;

/** @returns {{index: number, from: number, to: number}[]} the mutable globals; from..to is the initial value's place */
function mutableGlobals(body) {
  const reader = new Reader(body);
  const found = [];
  const count = reader.unsigned();
  for (let index = 0; index < count; index++) {
    const type = reader.byte();
    const mutable = reader.byte();
    const from = reader.at;
    skipValue(reader);
    if (!mutable) continue;
    if (type !== I32) throw new Error("a mutable global is not an i32: extend globals.mjs");
    found.push({ index, from, to: reader.at });
  }
  return found;
}

/** @returns {number | undefined} the value where it is an i32.const */
function skipValue(reader) {
  const op = reader.byte();
  let value;
  if (op === I32_CONST) value = Number(reader.signed());
  else if (op === 0x42 || op === 0xd0) reader.signed();
  else if (op === 0x23 || op === 0xd2) reader.unsigned();
  else throw new Error(`initial value of a global starts with ${op.toString(16)}: extend globals.mjs`);
  if (reader.byte() !== END)
    throw new Error("initial value of a global is not one instruction: extend globals.mjs");
  return value;
}

/** @returns {Map<string, number>} addresses of the C variables that the module exports, by name */
export function addresses(wasm) {
  const sections = readSections(wasm);
  const imported = readImports(section(sections, SECTION.imports)).filter(
    (one) => one.kind === KIND.global,
  ).length;
  const reader = new Reader(section(sections, SECTION.globals));
  const values = Array.from({ length: reader.unsigned() }, () => {
    reader.take(2);
    return skipValue(reader);
  });
  const exported = readExports(section(sections, SECTION.exports)).filter((one) => one.kind === KIND.global);
  return new Map(exported.map(({ name, index }) => [name, values[index - imported]]));
}

/** The module with every mutable global exported, so that its value can be read. */
export function exportedGlobals(wasm) {
  const sections = readSections(wasm);
  const imported = readImports(section(sections, SECTION.imports)).filter(
    (one) => one.kind === KIND.global,
  ).length;
  const globals = mutableGlobals(section(sections, SECTION.globals));
  const extra = globals.map(({ index }) => ({
    name: `rules_global_${index}`,
    kind: KIND.global,
    index: imported + index,
  }));
  const exports = writeExports([...readExports(section(sections, SECTION.exports)), ...extra]);
  const module = writeSections(
    sections.map((one) => (one.id === SECTION.exports ? { ...one, body: exports } : one)),
  );
  return { module, names: extra.map((one) => one.name) };
}

/** The global section with these values as the initial ones. */
export function withValues(body, values) {
  const parts = [];
  let at = 0;
  mutableGlobals(body).forEach(({ from, to }, which) => {
    parts.push(
      body.subarray(at, from),
      Buffer.from([I32_CONST]),
      signed(values[which] | 0),
      Buffer.from([END]),
    );
    at = to;
  });
  return Buffer.concat([...parts, body.subarray(at)]);
}
