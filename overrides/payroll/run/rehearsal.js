// A rehearsal, while the reader looks for the file. A browser translates a program the better the more of it has run, and
// the rules decide each kind of row but once: rows that are made up take the time that the first of the file would take.
// Their answers go nowhere.

/** @import { Row } from "../types.d.ts" */
/** @import { Rules } from "./evaluate.js" */

import { ask, PIECE } from "./evaluate.js";

/** After so many pieces it hardly gets quicker. */
const PIECES = 12;
const COLUMNS = ["worker_id", "month", "worker", "role", "age", "born_on", "wages", "lindung24", "paid_on"];
const [FIRST_YEAR, YEARS] = [2016, 11];
const PAID_ON = `${FIRST_YEAR + YEARS}-12-31`;
const [YOUNGEST, AGES] = [17, 46];
const HIGHEST_WAGES = 7000;

/**
 * @param {Rules} rules
 * @param {Record<string, string[]>} choices what can stand in columns with a choice, the usual first
 * @param {AbortSignal} signal the reader has pressed the button
 */
export async function rehearse(rules, choices, signal) {
  try {
    for (let piece = 0; piece < PIECES && !signal.aborted; piece++) {
      const rows = Array.from({ length: PIECE }, (_, index) => row(piece * PIECE + index, choices));
      await ask({ columns: COLUMNS, rows, paidOn: PAID_ON, epoch: null }, rules);
    }
  } catch {
    // whatever it is, the file will meet it too, and then it is said
  }
}

/** All kinds take turns, written in several ways. @param {number} number @param {Record<string, string[]>} choices @returns {Row} */
function row(number, { worker = [], role = [], lindung24 = [] }) {
  // without a common divisor every month of every year comes
  const [year, month] = [FIRST_YEAR + (number % YEARS), 1 + (number % 12)];
  const age = YOUNGEST + (number % AGES);
  const amount = ((number * 37.77) % HIGHEST_WAGES).toFixed(2);
  const day = `${1 + (number % 28)}`;
  const two = String(month).padStart(2, "0");
  const cells = [
    `${number}`,
    turn(number, [`${year}-${two}`, `${two}/${year}`, `${year}年${month}月`, `${year}-${two}-01`]),
    turn(number >> 2, worker),
    turn(number % 3 ? 0 : number, role),
    number % 4 ? `${age}` : "",
    number % 4 ? "" : turn(number >> 2, [`${year - age}-${two}-05`, `${day}/${month}/${year - age}`]),
    turn(number, [amount, `RM${Number(amount).toLocaleString("en")}`, ` ${amount} `, `${amount}令吉`]),
    turn(number, lindung24),
    number % 3 ? "" : turn(number, [`${year + 1}-${two}-15`, `${day}/${month}/${year + 1}`]),
  ];
  return { number, cells };
}

/** @param {number} number @param {string[]} list */
const turn = (number, list) => list[number % list.length] ?? "";
