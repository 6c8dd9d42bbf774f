// A result as rows of cells, for a file that programs read and for the sheets of a workbook.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { Words } from "../types.d.ts" */
/** @import { Kept, WrittenSheet } from "../read/types.d.ts" */

import { known } from "../chart/chart.js";
import { PLAIN, ringgit, VALUES } from "../run/values.js";
import { reasonsOf, whatToDo } from "../table/reasons.js";

/** The same columns as on the command line, in the order of the file. @param {Evaluation} made @returns {string[][]} */
export const resultRows = ({ payroll, rows }) => [
  [...payroll.columns, "status", "reason", ...VALUES],
  ...rows.map(({ cells, status, reason, values }) => [...cells, status, reason, ...values]),
];

/** What of a month stands in its sheet. */
const OF_MONTH = VALUES.filter((id) => !PLAIN.has(id));

/** How a column of the result is kept. @param {string} id @returns {Kept} */
const kept = (id) => (id === "due_on" ? "day" : id === "days_late" ? "number" : "money");

/** @param {Evaluation} made @param {Words} words @param {string[][]} about @returns {WrittenSheet[]} */
export function sheets(made, words, about) {
  const { sheets } = words;
  return [
    result(made, words),
    { name: sheets.refused ?? "", rows: refused(made, words), columns: ["number", "text", "text", "text"] },
    months(made, words),
    { name: sheets.about ?? "", rows: [[sheets.item ?? "", sheets.value ?? ""], ...about] },
  ];
}

/** @param {Evaluation} made @param {Words} words @returns {WrittenSheet} */
function result({ payroll, rows }, words) {
  const named = (/** @type {string} */ id) => words.columns[id] ?? id;
  const given = payroll.columns;
  return {
    name: words.sheets.result ?? "",
    rows: [
      [named("row"), ...given.map(named), named("status"), named("reason"), ...VALUES.map(named)],
      ...rows.map(({ number, cells, status, reason, values }) => [
        String(number),
        ...given.map((_, place) => cells[place] ?? ""),
        words.status[status],
        reasonsOf(reason, words),
        ...values,
      ]),
    ],
    columns: [
      "number",
      ...given.map(() => /** @type {Kept} */ ("text")),
      "text",
      "text",
      ...VALUES.map(kept),
    ],
  };
}

/** @param {Evaluation} made @param {Words} words */
const refused = ({ refused }, words) => [
  [
    words.columns.row ?? "",
    words.refused.column ?? "",
    words.refused.text ?? "",
    words.refused.what_to_do ?? "",
  ],
  ...refused.map((cell) => [
    String(cell.number),
    words.columns[cell.column] ?? cell.column,
    cell.text,
    whatToDo(cell, words),
  ]),
];

/** @param {Evaluation} made @param {Words} words @returns {WrittenSheet} */
function months({ totals }, words) {
  return {
    name: words.sheets.months ?? "",
    rows: [
      [words.columns.month ?? "", ...OF_MONTH.map((id) => words.columns[id] ?? id)],
      ...totals.inOrder.map(([month, sums]) => [
        month,
        ...OF_MONTH.map((id) => (known(id, sums) ? ringgit(sums[id] ?? 0) : "")),
      ]),
    ],
    columns: ["month", ...OF_MONTH.map(() => /** @type {Kept} */ ("money"))],
  };
}
