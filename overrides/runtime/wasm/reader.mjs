// Numbers, names and pieces of a WebAssembly binary, read one after the other, and numbers written.
// Numbers are LEB128: seven bits a byte, low bits first; the eighth bit says that another byte follows.

export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("the WebAssembly binary ends in the middle of something");
    return byte;
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

  /** @param {number} length */
  take(length) {
    this.at += length;
    if (this.at > this.bytes.length)
      throw new Error("the WebAssembly binary ends in the middle of something");
    return this.bytes.subarray(this.at - length, this.at);
  }

  name() {
    return new TextDecoder().decode(this.take(this.unsigned()));
  }

  /**
   * A list: its length, then its items.
   * @template T
   * @param {(index: number) => T} item reads one
   * @returns {T[]}
   */
  list(item) {
    return Array.from({ length: this.unsigned() }, (_, index) => item(index));
  }
}

/** @param {number} value */
export function unsigned(value) {
  const out = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) out.push((value % 128) | 0x80);
  return Buffer.from([...out, value]);
}

/** @param {number} value a whole number of 32 bits */
export function signed(value) {
  const out = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    if ((value === 0 && byte < 0x40) || (value === -1 && byte >= 0x40)) return Buffer.from([...out, byte]);
    out.push(byte | 0x80);
  }
}

/** @param {string} text */
export const name = (text) => Buffer.concat([unsigned(Buffer.byteLength(text)), Buffer.from(text)]);
