// The memory that a module starts with: its data segments, each at its place.

import { Reader } from "./reader.mjs";
import { SECTION, section } from "./sections.mjs";

/** @import { Section } from "./sections.mjs" */

const I32_CONST = 0x41;
const END = 0x0b;

/** @param {Section[]} sections @returns {Buffer} */
export function initialMemory(sections) {
  const reader = new Reader(section(sections, SECTION.data));
  const segments = reader.list(() => {
    // 0: in the one memory, at a place that is given; anything else is not what a linker writes for a program
    if (reader.unsigned() !== 0) throw new Error("a data segment has no place of its own: extend data.mjs");
    const at = constant(reader);
    return { at, bytes: reader.take(reader.unsigned()) };
  });
  const memory = Buffer.alloc(Math.max(0, ...segments.map(({ at, bytes }) => at + bytes.length)));
  for (const { at, bytes } of segments) memory.set(bytes, at);
  return memory;
}

/** @param {Reader} reader */
function constant(reader) {
  const op = reader.byte();
  const value = op === I32_CONST ? Number(reader.signed()) >>> 0 : -1;
  if (value < 0 || reader.byte() !== END)
    throw new Error("the place of a data segment is not a number: extend data.mjs");
  return value;
}
