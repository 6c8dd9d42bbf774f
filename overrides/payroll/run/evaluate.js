// Rows to the rules and back, a few hundred at a time: the page can draw, and the reader can stop, between two pieces.

/** @import { InterestResponse, Mistake, PayrollResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { AnsweredRow, Ask, Payroll, Refused, Row } from "../types.d.ts" */

import { Totals } from "./totals.js";

/** So many rows go to the rules at once, and they take no more. */
const PIECE = 200;

/** Raised where the rules have no answer for a piece; `detail` is what they said. */
export class EvaluationError extends Error {
  name = "EvaluationError";

  /** @param {unknown} detail */
  constructor(detail) {
    super(`the rules did not answer: ${JSON.stringify(detail)}`);
    this.detail = detail;
  }

  /** What is wrong with the request as a whole. @returns {Mistake[]} */
  get mistakes() {
    const { errors } = /** @type {{ errors?: Mistake[] }} */ (this.detail);
    return errors ?? [];
  }
}

/**
 * @typedef {{ payroll: Payroll, rows: AnsweredRow[], refused: Refused[], totals: Totals }} Evaluation
 * @typedef {{ notice: string, lang: string, ask: Ask }} Rules
 */

/**
 * Ask the rules about a few rows.
 * @param {Payroll} payroll
 * @param {Rules} rules
 * @param {[string, string][]} seen worker and month of earlier rows
 * @returns {Promise<PayrollResponse>} rejects with EvaluationError
 */
export async function ask({ columns, rows, paidOn, epoch }, rules, seen = []) {
  const cells = rows.map((row) => row.cells);
  const payroll = { columns, rows: cells, ...(paidOn && { paid_on: paidOn }), ...(epoch && { epoch }), seen };
  return /** @type {PayrollResponse} */ (await answer({ payroll }, rules, "payroll"));
}

/** @param {object} request @param {Rules} rules @param {string} status that is wanted */
async function answer(request, { notice, lang, ask }, status) {
  const response = await ask({ notice, lang, ...request });
  if (response.status !== status) throw new EvaluationError(response);
  return response;
}

/**
 * Evaluate every row.
 * @param {Payroll} payroll
 * @param {Rules} rules
 * @param {{ progress: (done: number, all: number) => void, signal: AbortSignal }} watch
 * @returns {Promise<Evaluation>} rejects where the reader has stopped it, or the rules have no answer
 */
export async function evaluate(payroll, rules, { progress, signal }) {
  /** @type {Evaluation} */
  const made = { payroll, rows: [], refused: [], totals: new Totals() };
  const seen = new Seen(payroll.columns);
  const all = payroll.rows.length;
  progress(0, all);
  for (let start = 0; start < all; start += PIECE) {
    const piece = payroll.rows.slice(start, start + PIECE);
    const whole = piece.filter(({ refused }) => !refused);
    const response = await ask({ ...payroll, rows: whole }, rules, seen.of(whole));
    signal.throwIfAborted();
    seen.add(whole, response);
    add(made, piece, whole, response);
    progress(Math.min(all, start + PIECE), all);
  }
  const most = await answer({ interest: made.totals.unpaid }, rules, "interest");
  made.totals.setMost(/** @type {InterestResponse} */ (most));
  return made;
}

/**
 * Ends at once when the reader stops it, whatever is still under way.
 * @template T
 * @param {Promise<T>} work @param {AbortSignal} signal @returns {Promise<T>}
 */
export function orStopped(work, signal) {
  const stopped = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, stopped]);
}

/**
 * In the order of the file, with the rows that the rules never saw.
 * @param {Evaluation} made @param {Row[]} piece @param {Row[]} whole those that they did @param {PayrollResponse} response
 */
function add({ payroll, rows, refused, totals }, piece, whole, response) {
  const at = new Map(whole.map((row, index) => [row, index]));
  for (const row of piece) {
    const index = at.get(row);
    const answered = index === undefined ? undefined : response.rows[index];
    if (answered && answered.status !== "empty") {
      rows.push({ ...row, ...answered, status: answered.status });
      const cells = response.refused.filter((cell) => cell.row === index);
      for (const { row: _, ...cell } of cells) refused.push({ ...cell, number: row.number });
    } else if (row.refused) {
      const width = payroll.columns.length;
      const text = row.cells.join(" | ");
      rows.push({
        ...row,
        cells: row.cells.slice(0, width),
        status: "refused",
        reason: `row:${row.refused}`,
        month: "",
        values: [],
      });
      refused.push({ number: row.number, column: "row", text, code: row.refused, readings: [] });
      totals.refuse();
    }
  }
  totals.add(response.totals);
}

/** Which months each worker has had: a later row of the same is refused, also in another piece. */
class Seen {
  /** @type {Map<string, Set<string>>} */
  #months = new Map();

  /** @param {string[]} columns */
  constructor(columns) {
    this.column = columns.indexOf("worker_id");
  }

  /** Of the workers of a piece. @param {Payroll["rows"]} piece @returns {[string, string][]} */
  of(piece) {
    const workers = new Set(piece.map((row) => this.#worker(row.cells)));
    /** @type {[string, string][]} */
    const pairs = [];
    for (const worker of workers)
      for (const month of this.#months.get(worker) ?? []) pairs.push([worker, month]);
    return pairs;
  }

  /** @param {Payroll["rows"]} piece @param {PayrollResponse} response */
  add(piece, { rows }) {
    piece.forEach(({ cells }, index) => {
      const worker = this.#worker(cells);
      const month = rows[index]?.month;
      if (!worker || !month) return;
      const months = this.#months.get(worker) ?? new Set();
      this.#months.set(worker, months.add(month));
    });
  }

  /** @param {string[]} cells */
  #worker(cells) {
    return cells[this.column]?.trim() ?? "";
  }
}
