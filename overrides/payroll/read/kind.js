// What a file is, by its first bytes: its name may say anything.

import { ReadError } from "./problems.js";

const ZIP = [0x50, 0x4b];
/** Old binary workbooks, and new ones behind a password, lie in the same kind of container. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];
/** Programs save a table of a web page, or Excel's XML of 2003, under the name of a workbook. */
const MARKUP = /^\ufeff?\s*<(?:!doctype|html|head|meta|table|\?xml)/i;
const LOOKED_AT = 1024;

/** @param {Uint8Array} bytes @returns {"xlsx" | "csv"} or throws ReadError */
export function kindOf(bytes) {
  if (!bytes.length) throw new ReadError("empty");
  const begins = (/** @type {number[]} */ signs) => signs.every((byte, index) => bytes[index] === byte);
  if (begins(ZIP)) return "xlsx";
  if (begins(CONTAINER))
    throw new ReadError(holds(bytes, "EncryptedPackage") ? "password_protected" : "old_workbook");
  if (begins(PDF)) throw new ReadError("not_a_table");
  if (MARKUP.test(new TextDecoder("utf-8").decode(bytes.subarray(0, LOOKED_AT))))
    throw new ReadError("web_page");
  return "csv";
}

/** Whether a name stands among the parts of a container, in UTF-16. @param {Uint8Array} bytes @param {string} name */
function holds(bytes, name) {
  return new TextDecoder("latin1").decode(bytes).includes([...name].join("\0"));
}
