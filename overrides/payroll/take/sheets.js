// A result as rows of cells: the same columns as on the command line, in the order of the file.

/** @import { Evaluation } from "../run/evaluate.js" */

import { VALUES } from "../run/values.js";

/** Each row as it stood, then what the rules say of it. @param {Evaluation} made @returns {string[][]} */
export const resultRows = ({ payroll, rows }) => [
  [...payroll.columns, "status", "reason", ...VALUES],
  ...rows.map(({ cells, status, reason, values }) => [...cells, status, reason, ...values]),
];
