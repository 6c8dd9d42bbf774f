// Rows to the rules and back, a few hundred at a time: the page can draw, and the reader can stop, between two pieces.

/** @import { AnsweredRow, Ask, Payroll, PayrollResponse, Refused } from "../types.d.ts" */

import { Totals } from "./totals.js";

/** So many rows go to the rules at once. */
const PIECE = 400;

/** Raised where the rules have no answer for a piece; `detail` is what they said. */
export class EvaluationError extends Error {
  name = "EvaluationError";

  /** @param {unknown} detail */
  constructor(detail) {
    super(`the rules did not answer: ${JSON.stringify(detail)}`);
    this.detail = detail;
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
 * @returns {Promise<PayrollResponse>}
 */
export async function ask({ columns, rows, paidOn, epoch }, { notice, lang, ask }, seen = []) {
  const cells = rows.map((row) => row.cells);
  const payroll = { columns, rows: cells, paid_on: paidOn, ...(epoch && { epoch }), seen };
  const response = await ask({ notice, lang, payroll });
  if (response.status !== "payroll") throw new EvaluationError(response);
  return /** @type {PayrollResponse} */ (response);
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
    const response = await ask({ ...payroll, rows: piece }, rules, seen.of(piece));
    signal.throwIfAborted();
    response.rows.forEach((answer, index) => {
      const row = piece[index];
      if (row) made.rows.push({ ...row, ...answer });
    });
    for (const { row, ...cell } of response.refused)
      made.refused.push({ ...cell, number: piece[row]?.number ?? 0 });
    made.totals.add(response.totals);
    seen.add(piece, response);
    progress(Math.min(all, start + PIECE), all);
  }
  return made;
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
