// The columns of the table of all rows, and of that of the refused.

/** @import { AnsweredRow, Refused, Words } from "../types.d.ts" */
/** @import { Column } from "./table.js" */

import { fill } from "../../assets/javascripts/page/dom.js";
import { grouped, PLAIN, sen, VALUES } from "../run/values.js";
import { reasonsOf, whatToDo } from "./reasons.js";

/** What a reader looks for first; the shares that it is made of stand behind it. */
const FIRST = ["employer_total", "employee_total", "due_on", "days_late", "interest_estimate"];

/** @param {string[]} given the columns of the file @param {Words} words @returns {Column<AnsweredRow>[]} */
export function rowColumns(given, words) {
  const label = (/** @type {string} */ id) => words.columns[id] ?? id;
  const value = (/** @type {string} */ id) => valueColumn(id, VALUES.indexOf(id), label(id));
  return [
    { id: "row", label: label("row"), text: ({ number }) => String(number), sort: ({ number }) => number },
    ...fileColumn("worker_id", given, label, (text) => text),
    { id: "month", label: label("month"), text: ({ month }) => month, sort: ({ month }) => month },
    {
      id: "status",
      label: label("status"),
      text: (row) => words.status[row.status],
      sort: ({ status }) => status,
    },
    ...fileColumn("wages", given, label, amountIn),
    ...FIRST.map(value),
    {
      id: "reason",
      label: label("reason"),
      text: (row) => reasonsOf(row, words),
      sort: ({ reason }) => reason,
    },
    ...VALUES.filter((id) => !FIRST.includes(id)).map(value),
  ];
}

/**
 * A column of the file as it stands there; none where it has no such one.
 * @param {string} id @param {string[]} given @param {(id: string) => string} label
 * @param {(text: string) => string | number} by what it is sorted by
 * @returns {Column<AnsweredRow>[]}
 */
function fileColumn(id, given, label, by) {
  const place = given.indexOf(id);
  const text = (/** @type {AnsweredRow} */ { cells }) => cells[place] ?? "";
  return place < 0 ? [] : [{ id, label: label(id), text, sort: (row) => by(text(row)) }];
}

/** @param {string} id @param {number} index @param {string} label @returns {Column<AnsweredRow>} */
function valueColumn(id, index, label) {
  const value = (/** @type {AnsweredRow} */ { values }) => values[index] ?? "";
  const amount = !PLAIN.has(id);
  return {
    id,
    label,
    number: id !== "due_on",
    text: (row) => (amount ? grouped2(value(row)) : value(row)),
    // what is not known comes before nothing
    sort: (row) => (id === "due_on" ? value(row) : value(row) === "" ? -1 : sen(value(row))),
  };
}

/** About the amount in a text as somebody wrote it, for the order alone; words come before all amounts. @param {string} text */
const amountIn = (text) => Number(text.normalize("NFKC").replace(/[^\d.]/g, "") || -1);

/** An amount with its thousands separated. @param {string} text */
const grouped2 = (text) => {
  const [whole = "", parts = ""] = text.split(".");
  return text && `${grouped(whole)}.${parts}`;
};

/** @param {Words} words @returns {Column<Refused>[]} */
export const refusedColumns = (words) => [
  {
    id: "row",
    label: words.columns.row ?? "",
    text: ({ number }) => fill(words.refused.row ?? "", { row: String(number) }),
  },
  { id: "column", label: words.refused.column ?? "", text: ({ column }) => words.columns[column] ?? column },
  { id: "text", label: words.refused.text ?? "", text: ({ text }) => text || (words.refused.empty ?? "") },
  { id: "what", label: words.refused.what_to_do ?? "", text: (cell) => whatToDo(cell, words) },
];
