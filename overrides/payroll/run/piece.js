// The rows of a piece with what the rules said of them.

/** @import { PayrollResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Row } from "../types.d.ts" */
/** @import { Evaluation } from "./evaluate.js" */

/**
 * In the order of the file, with the rows that the rules never saw.
 * @param {Evaluation} made @param {Row[]} piece @param {Row[]} whole those that they did @param {PayrollResponse} response
 */
export function addPiece({ payroll, rows, refused, totals }, piece, whole, response) {
  const at = new Map(whole.map((row, index) => [row, index]));
  for (const row of piece) {
    const index = at.get(row);
    const answered = index === undefined ? undefined : response.rows[index];
    if (answered && answered.status !== "empty") {
      const cells = response.refused.filter((cell) => cell.row === index);
      const refusals = cells.map(({ row: _, ...cell }) => ({ ...cell, number: row.number }));
      rows.push({ ...row, ...answered, status: answered.status, refusals });
      refused.push(...refusals);
    } else if (row.refused) {
      const width = payroll.columns.length;
      const text = row.cells.join(" | ");
      const refusal = { number: row.number, column: "row", text, code: row.refused, readings: [] };
      rows.push({
        ...row,
        cells: row.cells.slice(0, width),
        status: "refused",
        reason: `row:${row.refused}`,
        month: "",
        values: [],
        paid: false,
        refusals: [refusal],
      });
      refused.push(refusal);
      totals.refuse();
    }
  }
  totals.add(response.totals);
}
