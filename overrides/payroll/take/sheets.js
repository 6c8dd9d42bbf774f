// A result as rows of cells, for a file that programs read and for the sheets of a workbook.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { Words } from "../types.d.ts" */
/** @import { Sheet } from "./xlsx.js" */

import { PLAIN, VALUES } from "../run/values.js";
import { reasonsOf, whatToDo } from "../table/reasons.js";

/** The same columns as on the command line, in the order of the file. @param {Evaluation} made @returns {string[][]} */
export const resultRows = ({ payroll, rows }) => [
  [...payroll.columns, "status", "reason", ...VALUES],
  ...rows.map(({ cells, status, reason, values }) => [...cells, status, reason, ...values]),
];

/** What of a month stands in its sheet. */
const OF_MONTH = [...VALUES.filter((id) => !PLAIN.has(id))];

/** An amount as a number, so that a spreadsheet adds it up; what is not known stays empty. @param {string} text */
const number = (text) => (text === "" ? null : Number(text));

/** @param {Evaluation} made @param {Words} words @param {string[][]} about @returns {Sheet[]} */
export function sheets(made, words, about) {
  const { sheets } = words;
  return [
    result(made, words),
    { name: sheets.refused ?? "", rows: refused(made, words), amounts: [] },
    months(made, words),
    { name: sheets.about ?? "", rows: [[sheets.item ?? "", sheets.value ?? ""], ...about], amounts: [] },
  ];
}

/** @param {Evaluation} made @param {Words} words @returns {Sheet} */
function result({ payroll, rows }, words) {
  const before = payroll.columns.length + 3;
  const named = (/** @type {string} */ id) => words.columns[id] ?? id;
  return {
    name: words.sheets.result ?? "",
    rows: [
      [named("row"), ...payroll.columns.map(named), named("status"), named("reason"), ...VALUES.map(named)],
      ...rows.map(({ number: place, cells, status, reason, values }) => [
        place,
        ...cells,
        words.status[status],
        reasonsOf(reason, words).join(" "),
        ...values.map((text, index) => (VALUES[index] === "due_on" ? text : number(text))),
      ]),
    ],
    amounts: VALUES.flatMap((id, index) => (PLAIN.has(id) ? [] : [before + index])),
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
    cell.number,
    words.columns[cell.column] ?? cell.column,
    cell.text,
    whatToDo(cell, words),
  ]),
];

/** @param {Evaluation} made @param {Words} words @returns {Sheet} */
function months({ totals }, words) {
  return {
    name: words.sheets.months ?? "",
    rows: [
      [words.columns.month ?? "", ...OF_MONTH.map((id) => words.columns[id] ?? id)],
      ...totals.inOrder.map(([month, sums]) => [month, ...OF_MONTH.map((id) => (sums[id] ?? 0) / 100)]),
    ],
    amounts: OF_MONTH.map((_, index) => index + 1),
  };
}

