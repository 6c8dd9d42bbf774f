// Reading and writing the outer layers of a WebAssembly binary: no toolchain, no names, no instructions.
//
// A module is eight bytes of header and then sections: one byte id, a length, a body. Numbers are LEB128 (seven bits a
// byte, low bits first). The code section (10) is a list of function bodies, in the order of the function indices that
// follow the imported functions. That is all this file knows; instructions.mjs knows the instructions inside a body.

export const SECTION = {
  custom: 0,
  imports: 2,
  tables: 4,
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

/** Reads numbers and names one after the other. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  unsigned() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }
  signed() {
    let value = 0n;
    let shift = 0n;
    for (;;) {
      const byte = BigInt(this.byte());
      value |= (byte & 0x7fn) << shift;
      shift += 7n;
      if (byte < 0x80n) return BigInt.asIntN(Number(shift), value);
    }
  }
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  name() {
    return this.take(this.unsigned()).toString("utf8");
  }
  get done() {
    return this.at >= this.bytes.length;
  }
}

export function unsigned(value) {
  const out = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) out.push((value % 128) | 0x80);
  return Buffer.from([...out, value]);
}

export function signed(value) {
  const out = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    if ((value === 0 && byte < 0x40) || (value === -1 && byte >= 0x40)) return Buffer.from([...out, byte]);
    out.push(byte | 0x80);
  }
}

const named = (text) => Buffer.concat([unsigned(Buffer.byteLength(text)), Buffer.from(text)]);

export function readSections(module) {
  const reader = new Reader(module, 8);
  const sections = [];
  while (!reader.done) sections.push({ id: reader.byte(), body: reader.take(reader.unsigned()) });
  return sections;
}

export function writeSections(sections) {
  const parts = sections.flatMap(({ id, body }) => [Buffer.from([id]), unsigned(body.length), body]);
  return Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), ...parts]);
}

/** The body of the one section with this id; undefined where the module has none. */
export const section = (sections, id) => sections.find((one) => one.id === id)?.body;

export function customSection(name, bytes) {
  return { id: SECTION.custom, body: Buffer.concat([named(name), bytes]) };
}

export function readBodies(code) {
  const reader = new Reader(code);
  return Array.from({ length: reader.unsigned() }, () => reader.take(reader.unsigned()));
}

export function writeBodies(bodies) {
  return Buffer.concat([unsigned(bodies.length), ...bodies.flatMap((body) => [unsigned(body.length), body])]);
}

export function readExports(body) {
  const reader = new Reader(body);
  return Array.from({ length: reader.unsigned() }, () => ({
    name: reader.name(),
    kind: reader.byte(),
    index: reader.unsigned(),
  }));
}

export function writeExports(list) {
  return Buffer.concat([
    unsigned(list.length),
    ...list.flatMap(({ name, kind, index }) => [named(name), Buffer.from([kind]), unsigned(index)]),
  ]);
}

/** Imports as {module, name, kind}; the types of what is imported are skipped. */
export function readImports(body) {
  const reader = new Reader(body);
  return Array.from({ length: reader.unsigned() }, () => {
    const found = { module: reader.name(), name: reader.name(), kind: reader.byte() };
    skipType(reader, found.kind);
    return found;
  });
}

function skipType(reader, kind) {
  if (kind === KIND.function) return void reader.unsigned();
  if (kind === KIND.global) return void reader.take(2);
  if (kind === KIND.tag) reader.byte();
  if (kind === KIND.tag) return void reader.unsigned();
  if (kind === KIND.table) reader.byte();
  const hasMaximum = reader.unsigned() & 1;
  reader.unsigned();
  if (hasMaximum) reader.unsigned();
}

/** Where the instructions of a body start: after its local variables. */
export function codeStart(body) {
  const reader = new Reader(body);
  for (let left = reader.unsigned(); left > 0; left--) {
    reader.unsigned();
    const type = reader.byte();
    // (ref null $t) and (ref $t) carry a type index
    if (type === 0x63 || type === 0x64) reader.signed();
  }
  return reader.at;
}

/** The one memory's size in 64 KiB pages: {minimum, maximum}. */
export function readMemory(body) {
  const reader = new Reader(body);
  if (reader.unsigned() !== 1) throw new Error("expected exactly one memory");
  const flags = reader.byte();
  return { flags, minimum: reader.unsigned(), maximum: flags & 1 ? reader.unsigned() : undefined };
}

export function writeMemory({ flags, minimum, maximum }) {
  return Buffer.concat([
    Buffer.from([1, flags]),
    unsigned(minimum),
    flags & 1 ? unsigned(maximum) : Buffer.alloc(0),
  ]);
}
