// A rehearsal, while the reader looks for the file. A browser translates a program the better the more of it has run, and
// the rules decide each kind of row but once: rows that are made up take the time that the first of the file would take.
// Their answers go nowhere.

/** @import { Row } from "../types.d.ts" */
/** @import { Rules } from "./evaluate.js" */

import { COLUMNS } from "../file/column.js";
import { ask, PIECE } from "./evaluate.js";

/** After so many pieces it hardly gets quicker. */
const PIECES = 24;
const CHOICES = ["worker", "role", "act4_payable_before_55", "eis_payable_before_57", "lindung24"];
const [FIRST_YEAR, YEARS, MONTHS] = [2016, 11, 12];
const PAID_ON = `${FIRST_YEAR + YEARS}-12-31`;
const [YOUNGEST, AGES] = [17, 46];
const HIGHEST_WAGES = 7000;
/** From a row to the next, in the order of all kinds: a prime, so that neighbours have little in common. */
const STEP = 1_000_003;

export class Rehearsal {
  /** @type {AbortController | null} */
  #stop = null;

  /** @param {Rules} rules */
  constructor(rules) {
    this.rules = rules;
  }

  /** Once, until it is put off. @param {(id: string) => string[]} choicesOf what can stand in a column with a choice */
  begin(choicesOf) {
    if (this.#stop) return;
    this.#stop = new AbortController();
    const choices = Object.fromEntries(CHOICES.map((id) => [id, choicesOf(id)]));
    rehearse(this.rules, choices, this.#stop.signal);
  }

  /** The reader wants the result. */
  end() {
    this.#stop?.abort();
  }

  /** The reader has no file after all, or not yet. */
  putOff() {
    this.end();
    this.#stop = null;
  }
}

/** @param {Rules} rules @param {Record<string, string[]>} choices by column @param {AbortSignal} signal that it is over */
async function rehearse(rules, choices, signal) {
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
function row(number, choices) {
  let kind = number * STEP;
  /** @param {number} of how many there are */
  const next = (of) => {
    const at = kind % of;
    kind = Math.floor(kind / of);
    return at;
  };
  const [year, month, age] = [FIRST_YEAR + next(YEARS), 1 + next(MONTHS), YOUNGEST + next(AGES)];
  const amount = ((number * 37.77) % HIGHEST_WAGES).toFixed(2);
  const day = `${1 + (number % 28)}`;
  const two = String(month).padStart(2, "0");
  /** @type {Record<string, string>} */
  const cells = {
    ...Object.fromEntries(Object.entries(choices).map(([id, list]) => [id, list[next(list.length)] ?? ""])),
    worker_id: `${number}`,
    month: turn(number, [`${year}-${two}`, `${two}/${year}`, `${year}年${month}月`, `${year}-${two}-01`]),
    wages: turn(number, [amount, `RM${Number(amount).toLocaleString("en")}`, ` ${amount} `, `${amount}令吉`]),
    ...(number % 4
      ? { age: `${age}` }
      : { born_on: turn(number >> 2, [`${year - age}-${two}-05`, `${day}/${month}/${year - age}`]) }),
    ...(number % 3
      ? {}
      : { paid_on: turn(number, [`${year + 1}-${two}-15`, `${day}/${month}/${year + 1}`]) }),
  };
  return { number, cells: COLUMNS.map((id) => cells[id] ?? "") };
}

/** @param {number} number @param {string[]} list */
const turn = (number, list) => list[number % list.length] ?? "";
