// Which months the workers of a payroll have had: its pieces are asked about one by one, and the next one before there is
// an answer to the last.

/** @import { PayrollResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Row } from "../types.d.ts" */

import { loosely } from "./worker.js";

/** No month is longer, however it is written. */
const LONGEST = 100;
const [REFUSED, DUPLICATE] = ["refused", "duplicate"];

/** A row that was not refused stands, and a later one for its worker and month is refused, also in another piece. */
export class Seen {
  /** By worker, and as the number is written, the months that stand. @type {Map<string, Map<string, Set<string>>>} */
  #stood = new Map();
  /** Pieces without an answer: of which rows are refused nobody knows yet. @type {Row[][]} */
  #underWay = [];

  /** @param {string[]} columns */
  constructor(columns) {
    this.worker = columns.indexOf("worker_id");
    this.month = columns.indexOf("month");
  }

  /**
   * Worker and month of what stands before a piece, or may stand, of its workers: all who may be the same ones, as the
   * rules have the last word on that.
   * @param {Row[]} piece @returns {[string, string][]}
   */
  of(piece) {
    const workers = new Set(piece.map((row) => loosely(this.#worker(row))).filter(Boolean));
    const own = this.#underWay.indexOf(piece);
    const before = own < 0 ? this.#underWay : this.#underWay.slice(0, own);
    const standing = [...workers].flatMap((worker) =>
      [...(this.#stood.get(worker) ?? [])].flatMap(([text, months]) =>
        [...months].map((month) => pair(text, month)),
      ),
    );
    const written = before.flat().map((row) => pair(this.#worker(row), row.cells[this.month]?.trim() ?? ""));
    const may = written.filter(
      ([worker, month]) => workers.has(loosely(worker)) && month && month.length <= LONGEST,
    );
    return [...standing, ...may];
  }

  /** The rules are asked about it. @param {Row[]} piece */
  begin(piece) {
    this.#underWay.push(piece);
  }

  /**
   * Whether a row of the piece that was asked about first is refused for another one which does not stand, as it was
   * refused too: then the piece must be asked about anew, and to be sure also where the other one was written otherwise.
   * @param {PayrollResponse} answered
   */
  misled({ rows, refused }) {
    const [piece = []] = this.#underWay;
    const of = (/** @type {number} */ at) => pair(this.#worker(piece[at]), rows[at]?.month ?? "");
    const twice = refused.filter(({ code }) => code === DUPLICATE).map(({ row }) => of(row));
    if (!twice.length) return false;
    const standing = rows.flatMap(({ status }, at) => (status === REFUSED ? [] : [of(at).join("\n")]));
    const beside = new Set(standing);
    return twice.some(
      ([worker, month]) =>
        !this.#stood.get(loosely(worker))?.get(worker)?.has(month) && !beside.has([worker, month].join("\n")),
    );
  }

  /** There is an answer to the piece that was asked about first. @param {PayrollResponse} answered */
  settle({ rows }) {
    const piece = this.#underWay.shift() ?? [];
    rows.forEach(({ status, month }, at) => {
      const worker = this.#worker(piece[at]);
      if (!worker || !month || status === REFUSED) return;
      const same = loosely(worker);
      const written = this.#stood.get(same) ?? new Map();
      written.set(worker, (written.get(worker) ?? new Set()).add(month));
      this.#stood.set(same, written);
    });
  }

  /** @param {Row | undefined} row */
  #worker(row) {
    return row?.cells[this.worker]?.trim() ?? "";
  }
}

/** @param {string} worker @param {string} month @returns {[string, string]} */
const pair = (worker, month) => [worker, month];
