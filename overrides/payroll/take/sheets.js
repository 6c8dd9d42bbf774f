// A result as rows of cells, for a file that programs read and for the sheets of a workbook.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { AnsweredRow, Payroll, Words } from "../types.d.ts" */
/** @import { Kept, WrittenSheet } from "../read/types.d.ts" */
/** @import { Held } from "./take.js" */

import { known } from "../chart/chart.js";
import { ofReading, oneReading } from "../result/readings.js";
import { PLAIN, ringgit, VALUES } from "../run/values.js";
import { byWorker } from "../run/workers.js";
import { reasonsOf, whatToDo } from "../table/reasons.js";

/**
 * The rows in the order of the file: what was read of each, what stands in its other columns, and the result, as on the
 * command line; then what they rest on, the same in each row.
 * @param {Evaluation} made @param {Record<string, string>} restsOn by the names of its columns @returns {string[][]}
 */
export const resultRows = ({ payroll, rows }, restsOn) => [
  [...payroll.columns, ...others(payroll), "status", "reason", ...VALUES, ...Object.keys(restsOn)],
  ...rows.map((row) => [
    ...given(payroll, row),
    row.status,
    row.reason,
    ...VALUES.map((_, place) => row.values[place] ?? ""),
    ...Object.values(restsOn),
  ]),
];

/** @param {Payroll} payroll @returns {string[]} the names of columns that were not read */
const others = ({ others = [] }) => others;

/** Every cell of a row, each in its column. @param {Payroll} payroll @param {AnsweredRow} row @returns {string[]} */
const given = (payroll, row) => [
  ...payroll.columns.map((_, place) => row.cells[place] ?? ""),
  ...others(payroll).map((_, place) => row.others?.[place] ?? ""),
];

/** What of a month stands in its sheet. */
const OF_MONTH = VALUES.filter((id) => !PLAIN.has(id));

/** How a column of the result is kept. @param {string} id @returns {Kept} */
const kept = (id) => (id === "due_on" ? "day" : id === "days_late" ? "number" : "money");

/** @param {Held} held @param {Words} words @param {string[][]} about @returns {WrittenSheet[]} */
export function sheets({ made, registered }, words, about) {
  const { sheets } = words;
  return [
    result(made, words),
    { name: sheets.refused ?? "", rows: refused(made, words), columns: ["number", "text", "text", "text"] },
    ...workers(made, words, oneReading(made.totals, registered)),
    months(made, words, oneReading(made.totals, registered)),
    { name: sheets.about ?? "", rows: [[sheets.item ?? "", sheets.value ?? ""], ...about] },
  ];
}

/** @param {Evaluation} made @param {Words} words @returns {WrittenSheet} */
function result({ payroll, rows }, words) {
  const named = (/** @type {string} */ id) => words.columns[id] ?? id;
  const heads = [...payroll.columns.map(named), ...others(payroll)];
  return {
    name: words.sheets.result ?? "",
    rows: [
      [named("row"), ...heads, named("status"), named("reason"), ...VALUES.map(named)],
      ...rows.map((row) => [
        String(row.number),
        ...given(payroll, row),
        words.status[row.status],
        reasonsOf(row, words),
        ...row.values,
      ]),
    ],
    columns: [
      "number",
      ...heads.map(() => /** @type {Kept} */ ("text")),
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

/** None where the file does not say who they are. @param {Evaluation} made @param {Words} words @param {boolean} one @returns {WrittenSheet[]} */
function workers(made, words, one) {
  const found = byWorker(made);
  const { columns, workers, result, chart, status } = words;
  const amounts = [result.together, chart.interest].map((label = "") => ofReading(label, one, words));
  const counts = [status.cannot_be_decided, status.refused];
  const heads = [columns.worker_id, workers.since, workers.until, workers.months, ...amounts, ...counts];
  const rows = found.map((each) => [
    each.worker,
    each.since,
    each.until,
    String(each.months),
    ringgit(each.together),
    each.dated || !each.notDated ? ringgit(each.interest) : "",
    String(each.notDecided),
    String(each.refused),
  ]);
  return found.length
    ? [
        {
          name: words.sheets.workers ?? "",
          rows: [heads.map((head = "") => head), ...rows],
          columns: ["text", "month", "month", "number", "money", "money", "number", "number"],
        },
      ]
    : [];
}

/** What is not of one Act alone. */
const TOGETHER = ["employer_total", "employee_total", "interest_estimate"];

/** @param {Evaluation} made @param {Words} words @param {boolean} one @returns {WrittenSheet} */
function months({ totals }, words, one) {
  const label = (/** @type {string} */ id) => words.columns[id] ?? id;
  const head = (/** @type {string} */ id) =>
    TOGETHER.includes(id) ? ofReading(label(id), one, words) : label(id);
  return {
    name: words.sheets.months ?? "",
    rows: [
      [label("month"), ...OF_MONTH.map(head)],
      ...totals.inOrder.map(([month, sums]) => [
        month,
        ...OF_MONTH.map((id) => (known(id, sums) ? ringgit(sums[id] ?? 0) : "")),
      ]),
    ],
    columns: ["month", ...OF_MONTH.map(() => /** @type {Kept} */ ("money"))],
  };
}
