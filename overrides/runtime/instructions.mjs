// Walks the instructions of one function body: what prune.mjs must know to prove that nothing kept can catch a trap,
// and image.mjs to find which addresses a function names.
//
// Immediates by opcode, from the WebAssembly specification (core, section 5.4), with the older exception handling.

import { codeStart, Reader } from "./wasm.mjs";

const TRY = 0x06;
const CATCH = 0x07;
const TRY_TABLE = 0x1f;
const one = (reader) => void reader.unsigned();
const two = (reader) => {
  reader.unsigned();
  reader.unsigned();
};
const block = (reader) => void reader.signed();
const none = () => {};
/** @returns {[number, (reader: any) => void][]} */
const each = (reader, ...ops) => ops.map((op) => [op, reader]);

/** @param {(address: number) => void} onAddress for each i32.const and each offset of a load or store */
function memarg(reader, onAddress) {
  const align = reader.unsigned();
  if (align & 0x40) reader.unsigned();
  onAddress(reader.unsigned());
}

/** @type {[number, (reader: any) => void][]} */
const READERS = [
  ...each(block, 0x02, 0x03, 0x04, TRY),
  ...each(one, CATCH, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x14, 0x15, 0x18, 0xd2),
  ...each(one, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40),
  ...each(two, 0x11, 0x13),
  [
    0x0e,
    (reader) => {
      for (let left = reader.unsigned() + 1; left > 0; left--) reader.unsigned();
    },
  ],
  [
    0x1c,
    (reader) => {
      for (let left = reader.unsigned(); left > 0; left--) reader.signed();
    },
  ],
  [0x42, (reader) => void reader.signed()],
  [0x43, (reader) => void reader.take(4)],
  [0x44, (reader) => void reader.take(8)],
  [0xd0, block],
];
const IMMEDIATES = new Map(READERS);

function prefixed(reader, prefix, onAddress) {
  const op = reader.unsigned();
  if (prefix === 0xfc) {
    if (op <= 7) return;
    if (op <= 17) return void ([8, 10, 12, 14].includes(op) ? two : one)(reader);
  }
  if (prefix === 0xfd) {
    if (op <= 11 || op === 92 || op === 93) return memarg(reader, onAddress);
    if (op === 12 || op === 13) return void reader.take(16);
    if (op >= 21 && op <= 34) return void reader.byte();
    if (op >= 84 && op <= 91) {
      memarg(reader, onAddress);
      reader.byte();
    }
    return;
  }
  throw new Error(
    `instruction ${prefix.toString(16)} ${op.toString(16)} is not known here: extend instructions.mjs`,
  );
}

/**
 * Everything about one body that the tool asks for.
 * @returns {{catches: boolean, addresses: number[]}} addresses: each i32.const and each memory offset, unsigned
 */
export function inspect(body) {
  const reader = new Reader(body, codeStart(body));
  const found = { catches: false, addresses: [] };
  const onAddress = (address) => found.addresses.push(address);
  while (!reader.done) {
    const op = reader.byte();
    if (op === TRY || op === TRY_TABLE) found.catches = true;
    if (op === TRY_TABLE) tryTable(reader);
    else if (op === 0x41) onAddress(Number(reader.signed()) >>> 0);
    else if (op >= 0x28 && op <= 0x3e) memarg(reader, onAddress);
    else if (op >= 0xfb && op <= 0xfe) prefixed(reader, op, onAddress);
    else (IMMEDIATES.get(op) ?? known(op))(reader);
  }
  return found;
}

function tryTable(reader) {
  reader.signed();
  for (let left = reader.unsigned(); left > 0; left--) {
    const kind = reader.byte();
    if (kind < 2) reader.unsigned();
    reader.unsigned();
  }
}

/** Operations without immediates; anything else means that the format has grown. */
function known(op) {
  const plain = op <= 0x1b || (op >= 0x45 && op <= 0xc4) || op === 0xd1;
  if (!plain) throw new Error(`instruction ${op.toString(16)} is not known here: extend instructions.mjs`);
  return none;
}
