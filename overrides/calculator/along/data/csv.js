// Rows as a text that spreadsheets open as it is (RFC 4180).

/** Excel and WPS take a file for UTF-8 only if it begins with this. */
const MARK = "\ufeff";
/**
 * How a cell begins that a spreadsheet would work out: as a formula, it could do anything; of a number it drops the zeros
 * in front, such as those of a telephone number. Behind an apostrophe it is a text.
 */
const WORKED_OUT = /^(?:[=+\-@\t\r\n＝＋－＠]|0\d)/;

/** @param {string[][]} rows */
export const csv = (rows) => MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

/** @param {string} text */
const cell = (text) => `"${text.replace(WORKED_OUT, "'$&").replaceAll('"', '""')}"`;
