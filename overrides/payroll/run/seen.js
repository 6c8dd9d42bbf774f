// Which months the workers of a payroll have had: its pieces are asked about one by one.

/** @import { Row } from "../types.d.ts" */

/** No month is longer, however it is written. */
const LONGEST = 100;

/** As they are written: a later row for one of them is refused, also in another piece. */
export class Seen {
  /** @type {Map<string, Set<string>>} */
  #months = new Map();

  /** @param {string[]} columns */
  constructor(columns) {
    this.worker = columns.indexOf("worker_id");
    this.month = columns.indexOf("month");
  }

  /** Of the workers of a piece. @param {Row[]} piece @returns {[string, string][]} */
  of(piece) {
    const workers = new Set(piece.map((row) => this.#worker(row)));
    /** @type {[string, string][]} */
    const pairs = [];
    for (const worker of workers)
      for (const month of this.#months.get(worker) ?? []) pairs.push([worker, month]);
    return pairs;
  }

  /** @param {Row[]} piece */
  add(piece) {
    for (const row of piece) {
      const [worker, month] = [this.#worker(row), this.#month(row)];
      if (!worker || !month || month.length > LONGEST) continue;
      const months = this.#months.get(worker) ?? new Set();
      this.#months.set(worker, months.add(month));
    }
  }

  /** Once the piece has been answered: what was no month stood nowhere, and there may be many. @param {Row[]} piece @param {{ month: string }[]} answered */
  settle(piece, answered) {
    piece.forEach((row, index) => {
      if (!answered[index]?.month) this.#months.get(this.#worker(row))?.delete(this.#month(row));
    });
  }

  /** @param {Row} row */
  #month({ cells }) {
    return cells[this.month]?.trim() ?? "";
  }

  /** @param {Row} row */
  #worker({ cells }) {
    return cells[this.worker]?.trim() ?? "";
  }
}
