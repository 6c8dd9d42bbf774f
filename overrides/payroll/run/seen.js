// Which months the workers of a payroll have had: its pieces are asked about one by one.

/** @import { Row } from "../types.d.ts" */

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
      const worker = this.#worker(row);
      if (!worker) continue;
      const months = this.#months.get(worker) ?? new Set();
      this.#months.set(worker, months.add(row.cells[this.month] ?? ""));
    }
  }

  /** @param {Row} row */
  #worker({ cells }) {
    return cells[this.worker]?.trim() ?? "";
  }
}
