// Sheets as a file for Excel, WPS and LibreOffice. In a bundle of its own, fetched when the reader saves one.

import { writeXlsx } from "hucre/xlsx";

const WIDEST = 60;
const AMOUNT = "#,##0.00";

/**
 * Text stays text, whatever it begins with: none is a formula.
 * @typedef {{ name: string, rows: (string | number | null)[][], amounts: number[] }} Sheet `amounts`: places of columns
 * @param {Sheet[]} sheets each with the names of its columns in its first row
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function workbook(sheets) {
  const made = await writeXlsx({
    sheets: sheets.map(({ name, rows, amounts }) => ({
      name,
      rows,
      columns: (rows[0] ?? []).map((_, place) => ({
        width: widthOf(rows, place),
        ...(amounts.includes(place) && { numFmt: AMOUNT }),
      })),
      freezePane: { rows: 1 },
    })),
  });
  return new Uint8Array(made);
}

/** As wide as its first texts. @param {Sheet["rows"]} rows @param {number} place */
function widthOf(rows, place) {
  const lengths = rows.slice(0, 50).map((row) => {
    const text = String(row[place] ?? "");
    // a Chinese character takes the room of two
    return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  });
  return Math.min(WIDEST, 2 + Math.max(8, ...lengths));
}
