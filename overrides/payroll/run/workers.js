// For whom, and since when: the rows of a payroll added up by worker, in whole sen.

/** @import { AnsweredRow, Payroll } from "../types.d.ts" */

import { sen, VALUES } from "./values.js";
import { alike } from "./worker.js";

const [EMPLOYER, EMPLOYEE, INTEREST, DUE_ON] = [
  "employer_total",
  "employee_total",
  "interest_estimate",
  "due_on",
].map((id) => VALUES.indexOf(id));

/**
 * @typedef {object} WorkerSums
 * @property {string} worker as the file names it
 * @property {string} since the first month that is owed, empty where none is
 * @property {string} until the last one
 * @property {number} months how many
 * @property {number} together both shares of them
 * @property {number} interest on these, and on what was paid late
 * @property {number} dated rows with something to pay, by a day that is known
 * @property {number} notDated those by a day that is not
 * @property {number} notDecided
 * @property {number} refused
 */

/**
 * Those who owe most come first.
 * @param {{ payroll: Payroll, rows: AnsweredRow[] }} made
 * @returns {WorkerSums[]} none where the file does not say who they are
 */
export function byWorker({ payroll, rows }) {
  const place = payroll.columns.indexOf("worker_id");
  /** @type {Map<string, WorkerSums>} */
  const found = new Map();
  if (place < 0) return [];
  for (const row of rows) {
    const shown = (row.cells[place] ?? "").trim();
    const worker = alike(shown);
    const sums = found.get(worker) ?? nothing(shown);
    add(sums, row);
    found.set(worker, sums);
  }
  return [...found.values()].sort((one, other) => owed(other) - owed(one));
}

/** @param {string} worker @returns {WorkerSums} */
const nothing = (worker) => ({
  worker,
  since: "",
  until: "",
  months: 0,
  together: 0,
  interest: 0,
  dated: 0,
  notDated: 0,
  notDecided: 0,
  refused: 0,
});

/** @param {WorkerSums} sums */
const owed = ({ together, interest }) => together + interest;

/** @param {WorkerSums} sums @param {AnsweredRow} row */
function add(sums, { status, month, values, paid }) {
  if (status === "refused") sums.refused += 1;
  if (status === "cannot_be_decided") sums.notDecided += 1;
  if (status !== "answered") return;
  const at = (/** @type {number | undefined} */ index) => values[index ?? -1] ?? "";
  const both = sen(at(EMPLOYER)) + sen(at(EMPLOYEE));
  // outside the Acts there is nothing to pay
  if (!both) return;
  if (at(DUE_ON)) sums.dated += 1;
  else sums.notDated += 1;
  sums.interest += sen(at(INTEREST));
  if (paid) return;
  sums.together += both;
  sums.months += 1;
  if (!sums.since || month < sums.since) sums.since = month;
  if (month > sums.until) sums.until = month;
}
