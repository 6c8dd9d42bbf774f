// Rows as a workbook, by hucre. Comes only when a workbook is written; csv() stands in calculator/along/data/csv.js.

/** @import { CellValue } from "hucre/xlsx" */
/** @import { Kept, WrittenSheet } from "./types.d.ts" */

import { writeXlsx } from "hucre/xlsx";

/** What no name of a sheet may hold, and how long one may be. */
const [NOT_NAMED, LONGEST] = [/[[\]:*?/\\]/g, 31];
/** Signs that XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const NOT_WRITTEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const [NARROWEST, WIDEST, ROWS_LOOKED_AT] = [8, 40, 100];
/** As the command line writes them; a spreadsheet shows them so wherever it is. @type {Record<Kept, string>} */
const FORMATS = { text: "@", number: "0", money: "#,##0.00", day: "yyyy-mm-dd", month: "yyyy-mm" };
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;
const DAY = /^(\d{4})-(\d\d)(?:-(\d\d))?$/;

/**
 * Texts stay texts, so no cell is worked out: `=cmd` is shown as it is.
 * @param {WrittenSheet[]} sheets @returns {Promise<Uint8Array>}
 */
export function xlsx(sheets) {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, columns = [] }) => {
      const [header = [], ...below] = rows;
      return {
        name: name.replace(NOT_NAMED, " ").slice(0, LONGEST),
        columns: header.map((_, place) => ({
          width: width(rows, place),
          numFmt: FORMATS[columns[place] ?? "text"],
        })),
        rows: [
          header.map((cell) => cell.replace(NOT_WRITTEN, "")),
          ...below.map((cells) => cells.map((cell, place) => value(cell, columns[place] ?? "text"))),
        ],
        cells: new Map(header.map((_, place) => [`0,${place}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      };
    }),
  });
}

/** @param {string} cell @param {Kept} kept @returns {CellValue} */
function value(cell, kept) {
  if (cell === "") return null;
  if ((kept === "number" || kept === "money") && NUMBER.test(cell)) return Number(cell);
  const [, year, month, day = "1"] = (kept === "day" || kept === "month" ? DAY.exec(cell) : null) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // a day that does not exist stays the text that it was
  if (year && month && date.getUTCMonth() === Number(month) - 1) return date;
  return cell.replace(NOT_WRITTEN, "");
}

/** A character of Chinese is as wide as two others. @param {string[][]} rows @param {number} place */
function width(rows, place) {
  const widths = rows
    .slice(0, ROWS_LOOKED_AT)
    .map((cells) => (cells[place] ?? "").replace(/[^\0-\xff]/g, "mm").length);
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2);
}
