// Walks the instructions of one function body and notes three things: whether it can catch an exception, which numbers in
// it could be addresses, and which functions it calls by their number.
//
// Immediates by opcode, from the WebAssembly specification (core, section 5.4), with the older exception handling.

import { Reader } from "./reader.mjs";

/** @typedef {(reader: Reader) => unknown} Skip reads past the immediates of one instruction */

const TRY = 0x06;
const TRY_TABLE = 0x1f;
const CALL = 0x10;
const RETURN_CALL = 0x12;
const I32_CONST = 0x41;

/** @type {Skip} */ const one = (reader) => reader.unsigned();
/** @type {Skip} */ const two = (reader) => [reader.unsigned(), reader.unsigned()];
/** @type {Skip} */ const block = (reader) => reader.signed();
/** @type {Skip} */ const none = () => {};
/** @type {Skip} */ const branches = (reader) => [reader.list(() => reader.unsigned()), reader.unsigned()];
/** @type {Skip} */ const types = (reader) => reader.list(() => reader.signed());

/** @param {Skip} skip @param {...number} ops @returns {[number, Skip][]} */
const each = (skip, ...ops) => ops.map((op) => [op, skip]);

const IMMEDIATES = new Map([
  ...each(block, 0x02, 0x03, 0x04, TRY, 0xd0),
  ...each(one, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x14, 0x15, 0x18, 0xd2),
  ...each(one, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40),
  ...each(two, 0x11, 0x13),
  ...each(branches, 0x0e),
  ...each(types, 0x1c),
  ...each(block, 0x42),
  ...each((reader) => reader.take(4), 0x43),
  ...each((reader) => reader.take(8), 0x44),
  ...each(tryTable, TRY_TABLE),
]);

/**
 * @param {Uint8Array} body
 * @returns {{catches: boolean, addresses: number[], calls: number[]}} addresses: each i32.const and each memory offset,
 * unsigned; calls: indices of functions, the imported ones first
 */
export function inspect(body) {
  const reader = new Reader(body, codeStart(body));
  /** @type {{catches: boolean, addresses: number[], calls: number[]}} */
  const found = { catches: false, addresses: [], calls: [] };
  while (!reader.done) {
    const op = reader.byte();
    if (op === TRY || op === TRY_TABLE) found.catches = true;
    if (op === I32_CONST) found.addresses.push(Number(reader.signed()) >>> 0);
    else if (op === CALL || op === RETURN_CALL) found.calls.push(reader.unsigned());
    else if (op >= 0x28 && op <= 0x3e) found.addresses.push(memoryOffset(reader));
    else if (op >= 0xfc && op <= 0xfd) prefixed(reader, op, found.addresses);
    else (IMMEDIATES.get(op) ?? plain(op))(reader);
  }
  return found;
}

/** Where the instructions of a body start: after its local variables. @param {Uint8Array} body */
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

/** @param {Reader} reader */
function memoryOffset(reader) {
  const align = reader.unsigned();
  if (align & 0x40) reader.unsigned(); // which memory
  return reader.unsigned();
}

/** @param {Reader} reader @param {number} prefix @param {number[]} addresses */
function prefixed(reader, prefix, addresses) {
  const op = reader.unsigned();
  if (prefix === 0xfc) {
    if (op > 17) throw unknown(prefix, op);
    if (op > 7) ([8, 10, 12, 14].includes(op) ? two : one)(reader);
    return;
  }
  const lane = op >= 84 && op <= 91;
  if (op <= 11 || op === 92 || op === 93 || lane) addresses.push(memoryOffset(reader));
  if (op === 12 || op === 13) reader.take(16);
  else if (lane || (op >= 21 && op <= 34)) reader.byte();
}

/** @param {Reader} reader */
function tryTable(reader) {
  reader.signed();
  reader.list(() => {
    if (reader.byte() < 2) reader.unsigned();
    reader.unsigned();
  });
}

/** Operations without immediates; anything else means that the format has grown. @param {number} op */
function plain(op) {
  if (op <= 0x1b || (op >= 0x45 && op <= 0xc4) || op === 0xd1) return none;
  throw unknown(op);
}

/** @param {...number} ops */
const unknown = (...ops) =>
  new Error(
    `instruction ${ops.map((op) => op.toString(16)).join(" ")} is not known here: extend instructions.mjs`,
  );
