// Rows to the rules and back, a few hundred at a time: the page can draw, and the reader can stop, between two pieces.
// The next piece is on its way while one is worked out, so that the rules never wait for the page.

/** @import { InterestResponse, Mistake, MonthUnpaid, PayrollResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { AnsweredRow, Ask, Payroll, Refused, Row } from "../types.d.ts" */

import { addPiece } from "./piece.js";
import { Seen } from "./seen.js";
import { Totals } from "./totals.js";

/** So many rows go to the rules at once, and they take no more. */
export const PIECE = 200;
/** So many months and days of payment are asked about at once; calculator/arrears/requests.py takes some more. */
const DAYS = 2000;
/** So many pieces are on their way at once. */
const AHEAD = 2;

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
 * @typedef {{ piece: Row[], whole: Row[], answered: Promise<PayrollResponse> }} Asked the rows that are asked about are `whole`
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
  let done = 0;
  progress(done, all);
  /** @type {Asked[]} */
  const under = [];
  const take = async () => {
    const { piece, whole, answered } = /** @type {Asked} */ (under.shift());
    let response = await answered;
    // by now it is known which rows before it stand
    if (seen.misled(response)) response = await ask({ ...payroll, rows: whole }, rules, seen.of(whole));
    if (signal.aborted) throw signal.reason;
    seen.settle(response);
    addPiece(made, piece, whole, response);
    done += piece.length;
    progress(done, all);
  };
  for (const one of pieces(payroll, rules, seen)) {
    under.push(one);
    if (under.length === AHEAD) await take();
  }
  while (under.length) await take();
  for (const months of few(made.totals.unpaid)) {
    const most = await answer({ interest: months }, rules, "interest");
    if (signal.aborted) throw signal.reason;
    made.totals.setMost(/** @type {InterestResponse} */ (most));
  }
  return made;
}

/**
 * Some months at a time, which do not depend on each other: the rules take only so many days of payment at once.
 * @param {MonthUnpaid[]} months @returns {MonthUnpaid[][]} none is empty, but where there are no months
 */
function few(months) {
  /** @type {MonthUnpaid[][]} */
  const requests = [[]];
  let days = 0;
  for (const month of months) {
    const more = Object.keys(month.unpaid).length + 1;
    if (days && days + more > DAYS) {
      requests.push([]);
      days = 0;
    }
    requests.at(-1)?.push(month);
    days += more;
  }
  return requests;
}

/**
 * Each piece, asked about when it is wanted.
 * @param {Payroll} payroll @param {Rules} rules @param {Seen} seen @returns {Generator<Asked>}
 */
function* pieces(payroll, rules, seen) {
  for (let start = 0; start < payroll.rows.length; start += PIECE) {
    const piece = payroll.rows.slice(start, start + PIECE);
    const whole = piece.filter(({ refused }) => !refused);
    const answered = ask({ ...payroll, rows: whole }, rules, seen.of(whole));
    // where one before it has failed, nobody hears of this one
    answered.catch(() => {});
    seen.begin(whole);
    yield { piece, whole, answered };
  }
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
