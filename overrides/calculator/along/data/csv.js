// Rows as a text that spreadsheets open as it is (RFC 4180).

/** Excel and WPS take a file for UTF-8 only if it begins with this. */
const MARK = "\ufeff";
/**
 * How a cell begins that a spreadsheet would work out: as a formula, it could do anything. Some drop blanks before it.
 * A sign alone is a dash, and a number is none. The command line has the same rule (calculator/arrears/table.py), and both
 * have one table of cases (tests/formulas.toml).
 */
const FORMULA = /^[=+\-@＝＋－＠]./s;
const BLANKS = /^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g;
const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?$/;
/** Of a number a spreadsheet drops the zeros and the plus in front, such as those of a telephone number. */
const DROPPED = /^(?:0\d|\+\d)/;

/** @param {string[][]} rows */
export const csv = (rows) => MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

/** @param {string} text */
const cell = (text) => `"${harmless(text).replaceAll('"', '""')}"`;

/** Behind an apostrophe it is a text. @param {string} text */
function harmless(text) {
  const bare = text.replace(BLANKS, "");
  return FORMULA.test(bare) && !NUMBER.test(bare) ? `'${text}` : text;
}

/** For rows that no program reads again: every digit stays. @param {string[][]} rows */
export const withAllDigits = (rows) => rows.map((row) => row.map((text) => text.replace(DROPPED, "'$&")));
