// The totals of all rows: those of each piece, added up in whole sen.

/** @import { PieceTotals, RowStatus } from "../types.d.ts" */

import { sen } from "./values.js";

/** Of a month, what is no amount. */
const COUNTS = ["not_decided", "due_day_not_known"];

export class Totals {
  /** @type {Record<"read" | RowStatus, number>} */
  rows = { read: 0, answered: 0, cannot_be_decided: 0, refused: 0 };
  /** By month, amounts in sen by their names. @type {Map<string, Record<string, number>>} */
  months = new Map();
  /** Rows by the code of the reason. @type {Map<string, number>} */
  reasons = new Map();
  /** @type {Map<string, { rows: number, interest: number, off: number, disputed: boolean }>} */
  programmes = new Map();

  /** @param {PieceTotals} piece */
  add({ rows, months, reasons, programmes }) {
    for (const status of /** @type {("read" | RowStatus)[]} */ (Object.keys(this.rows)))
      this.rows[status] += rows[status];
    for (const [month, amounts] of Object.entries(months)) this.#addMonth(month, amounts);
    for (const [code, count] of Object.entries(reasons))
      this.reasons.set(code, (this.reasons.get(code) ?? 0) + count);
    for (const [id, { rows, interest, off, disputed = false }] of Object.entries(programmes)) {
      const before = this.programmes.get(id) ?? { rows: 0, interest: 0, off: 0, disputed };
      this.programmes.set(id, {
        rows: before.rows + rows,
        interest: before.interest + sen(interest),
        off: before.off + sen(off),
        disputed: before.disputed || disputed,
      });
    }
  }

  /** @param {string} month @param {Record<string, string | number>} amounts */
  #addMonth(month, amounts) {
    const sums = this.months.get(month) ?? {};
    for (const [name, amount] of Object.entries(amounts)) {
      const more = COUNTS.includes(name) ? Number(amount) : sen(amount);
      sums[name] = (sums[name] ?? 0) + more;
    }
    this.months.set(month, sums);
  }

  /** The sum of one amount over all months, in sen. @param {string} name */
  sum(name) {
    let sum = 0;
    for (const amounts of this.months.values()) sum += amounts[name] ?? 0;
    return sum;
  }

  /** The months in their order. */
  get inOrder() {
    return [...this.months].sort(([one], [other]) => (one < other ? -1 : 1));
  }
}
