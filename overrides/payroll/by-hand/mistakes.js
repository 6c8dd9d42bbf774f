// What is wrong with one worker typed in that the rules cannot say of single rows.

/** @import { PayrollResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../../calculator/question/question.js" */
/** @import { Stretch } from "./changes.js" */

import { monthsBetween } from "./months.js";

/** What must stand in each row. */
const NEEDED = ["month", "wages"];
/** Beyond a working life nobody means it. */
const MOST_MONTHS = 720;

/** The rules read no row in which nothing stands. @param {PayrollResponse["rows"]} rows @returns {PayrollResponse["refused"]} */
export function missing(rows) {
  return rows.flatMap(({ status }, row) =>
    status === "empty"
      ? NEEDED.map((column) => ({ row, column, text: "", code: "missing", readings: [] }))
      : [],
  );
}

/**
 * Show what is wrong with months that can be read.
 * @param {PayrollResponse["rows"]} rows the first month, the last, and those of the changes
 * @param {Question} lastMonth @param {Stretch[]} changes
 * @returns {Question[]} those with a mistake
 */
export function outOfOrder(rows, lastMonth, changes) {
  const [first = "", last = "", ...months] = rows.map(({ month }) => month);
  const whole = monthsBetween(first, last);
  /** @type {[Question, string][]} */
  const found = [];
  if (!whole.length) found.push([lastMonth, "before_first"]);
  else if (whole.length > MOST_MONTHS) found.push([lastMonth, "too_many"]);
  else
    months.forEach((month, index) => {
      const question = changes[index]?.month;
      const code = !whole.slice(1).includes(month) ? "outside" : months.indexOf(month) < index ? "twice" : "";
      if (question && code) found.push([question, code]);
    });
  for (const [question, code] of found) question.showError(code);
  return found.map(([question]) => question);
}
