// In which encoding a text was written: its mark says it, or decoding it strictly rules the others out.

/** @import { Encoding } from "./types.d.ts" */

/** In the order in which they are offered. @type {Encoding[]} */
export const ENCODINGS = ["utf-8", "gb18030", "windows-1252", "utf-16le", "utf-16be"];

/** @type {[Encoding, number[]][]} */
const MARKS = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const LOOKED_AT = 65536;
/** Of the signs of a table, so many at least are separators, digits and ends of lines, with a byte of nought in UTF-16. */
const FEWEST_NOUGHTS = 0.05;
/** Of what decodes as GB18030, so much at least are characters in daily use where it is Chinese. */
const FEWEST_COMMON = 0.8;

/** @param {Uint8Array} bytes @returns {{ encoding: Encoding, sure: boolean }} `sure`: nothing else can be meant */
export function guess(bytes) {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return { encoding: marked[0], sure: true };
  const wide = withNoughts(bytes);
  if (wide) return { encoding: wide, sure: false };
  if (strictly(bytes, "utf-8") !== null) return { encoding: "utf-8", sure: true };
  return { encoding: isChinese(bytes) ? "gb18030" : "windows-1252", sure: false };
}

/** @param {Uint8Array} bytes @param {Encoding} encoding; `lost`: signs that are none in it */
export function decode(bytes, encoding) {
  const text = strictly(bytes, encoding);
  if (text !== null) return { text, lost: 0 };
  const loose = new TextDecoder(encoding).decode(bytes);
  return { text: loose, lost: loose.split("\ufffd").length - 1 };
}

/** @param {Uint8Array} bytes @param {Encoding} encoding */
function strictly(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: no other text has bytes of nought, and here they stand on one side. @param {Uint8Array} bytes */
function withNoughts(bytes) {
  const head = bytes.subarray(0, LOOKED_AT);
  const at = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) at[index % 2] = (at[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = at;
  const fewest = (head.length / 2) * FEWEST_NOUGHTS;
  if (odd > fewest && even <= odd / 20) return /** @type {const} */ ("utf-16le");
  if (even > fewest && odd <= even / 20) return /** @type {const} */ ("utf-16be");
  return null;
}

/**
 * Pairs of bytes with which GB2312 writes its signs and characters are rare in a Western text, where a letter with an
 * accent stands beside plain ones. @param {Uint8Array} bytes
 */
function isChinese(bytes) {
  if (strictly(bytes, "gb18030") === null) return false;
  let [common, all] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    const [first = 0, second = 0] = [bytes[index], bytes[index + 1]];
    if (first < 0x80) continue;
    const signs = first >= 0xa1 && first <= 0xa3;
    if ((signs || (first >= 0xb0 && first <= 0xf7)) && second >= 0xa1) common += 1;
    all += 1;
    index += 1;
  }
  return common >= all * FEWEST_COMMON;
}
