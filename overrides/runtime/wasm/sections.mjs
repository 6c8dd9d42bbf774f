// Reading and writing the outer layers of a WebAssembly binary: no toolchain, no instructions.
//
// A module is eight bytes of header and then sections: one byte id, a length, a body. The code section is a list of
// function bodies, in the order of the function indices that follow the imported functions.

import { name, Reader, unsigned } from "./reader.mjs";

/** @typedef {{id: number, body: Uint8Array}} Section */
/** @typedef {{name: string, kind: number, index: number}} Export */
/** @typedef {{module: string, name: string, kind: number}} Import */
/** @typedef {{flags: number, minimum: number, maximum: number | undefined}} Memory in pages of 64 KiB */

export const SECTION = {
  custom: 0,
  imports: 2,
  memory: 5,
  globals: 6,
  exports: 7,
  start: 8,
  code: 10,
  data: 11,
  dataCount: 12,
};
export const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };
/** A body that does nothing but trap: no locals, `unreachable`, `end`. It fits every signature. */
export const TRAP = Buffer.from([0, 0x00, 0x0b]);
const HEADER = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @param {Uint8Array} module @returns {Section[]} */
export function readSections(module) {
  if (!HEADER.equals(module.subarray(0, HEADER.length))) throw new Error("this is no WebAssembly module");
  const reader = new Reader(module, HEADER.length);
  const sections = [];
  while (!reader.done) sections.push({ id: reader.byte(), body: reader.take(reader.unsigned()) });
  return sections;
}

/** @param {Section[]} sections */
export function writeSections(sections) {
  const parts = sections.flatMap(({ id, body }) => [Buffer.from([id]), unsigned(body.length), body]);
  return Buffer.concat([HEADER, ...parts]);
}

/** The sections with some bodies replaced. @param {Section[]} sections @param {Record<number, Uint8Array>} bodies by id */
export const replace = (sections, bodies) =>
  sections.map(({ id, body }) => ({ id, body: bodies[id] ?? body }));

/** The body of the one section with this id. @param {Section[]} sections @param {number} id */
export function section(sections, id) {
  const found = sections.find((one) => one.id === id);
  if (!found) throw new Error(`the WebAssembly module has no section ${id}`);
  return found.body;
}

/** @param {string} title @param {Uint8Array} bytes @returns {Section} */
export const customSection = (title, bytes) => ({
  id: SECTION.custom,
  body: Buffer.concat([name(title), bytes]),
});

/** @param {Section[]} sections @returns {Uint8Array[]} the function bodies */
export function readBodies(sections) {
  const reader = new Reader(section(sections, SECTION.code));
  return reader.list(() => reader.take(reader.unsigned()));
}

/** @param {Uint8Array[]} bodies */
export const writeBodies = (bodies) =>
  Buffer.concat([unsigned(bodies.length), ...bodies.flatMap((body) => [unsigned(body.length), body])]);

/** @param {Section[]} sections @returns {Export[]} */
export function readExports(sections) {
  const reader = new Reader(section(sections, SECTION.exports));
  return reader.list(() => ({ name: reader.name(), kind: reader.byte(), index: reader.unsigned() }));
}

/** @param {Export[]} list */
export function writeExports(list) {
  const parts = list.flatMap((one) => [name(one.name), Buffer.from([one.kind]), unsigned(one.index)]);
  return Buffer.concat([unsigned(list.length), ...parts]);
}

/** The types of what is imported are skipped. @param {Section[]} sections @returns {Import[]} */
export function readImports(sections) {
  const reader = new Reader(section(sections, SECTION.imports));
  return reader.list(() => {
    const found = { module: reader.name(), name: reader.name(), kind: reader.byte() };
    skipType(reader, found.kind);
    return found;
  });
}

/** @param {Reader} reader @param {number} kind */
function skipType(reader, kind) {
  if (kind === KIND.function) reader.unsigned();
  else if (kind === KIND.global) reader.take(2);
  else if (kind === KIND.tag) {
    reader.byte();
    reader.unsigned();
  } else {
    if (kind === KIND.table) reader.byte();
    readLimits(reader);
  }
}

/** How many of a kind are imported: their indices come first. @param {Section[]} sections @param {number} kind */
export const countImported = (sections, kind) =>
  readImports(sections).filter((one) => one.kind === kind).length;

/** Names of exported functions → index among the bodies. @param {Section[]} sections */
export function bodyIndices(sections) {
  const imported = countImported(sections, KIND.function);
  const functions = readExports(sections).filter(({ kind }) => kind === KIND.function);
  return new Map(functions.map(({ name, index }) => [name, index - imported]));
}

/** @param {Reader} reader @returns {Memory} */
function readLimits(reader) {
  const flags = reader.unsigned();
  return { flags, minimum: reader.unsigned(), maximum: flags & 1 ? reader.unsigned() : undefined };
}

/** The size of the one memory. @param {Section[]} sections */
export function readMemory(sections) {
  const reader = new Reader(section(sections, SECTION.memory));
  if (reader.unsigned() !== 1) throw new Error("expected exactly one memory");
  return readLimits(reader);
}

/** @param {Memory} memory */
export function writeMemory({ flags, minimum, maximum }) {
  const limits = maximum === undefined ? [unsigned(minimum)] : [unsigned(minimum), unsigned(maximum)];
  return Buffer.concat([Buffer.from([1, flags]), ...limits]);
}
