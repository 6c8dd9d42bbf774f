// The totals of all rows: those of each piece, added up in whole sen.

/** @import { InterestResponse, MonthUnpaid, OfferTotals, PayrollTotals, RowCounts, Unpaid } from "../../assets/javascripts/protocol.d.ts" */

import { ringgit, sen } from "./values.js";

/** Of a month, what is no amount. */
const COUNTS = ["answered", "paid", "not_decided", "due_day_not_known"];
const ROWS = /** @type {(keyof RowCounts)[]} */ (["read", "answered", "cannot_be_decided", "refused"]);

/**
 * @typedef {Omit<OfferTotals, "off"> & { off: number }} Offer `off` in sen
 * @typedef {{ rows: number, interest: number, disputedRows: number, disputedInterest: number, offers: Offer[] }} Programme
 */

export class Totals {
  /** @type {RowCounts} */
  rows = { read: 0, answered: 0, cannot_be_decided: 0, refused: 0 };
  /** By month, amounts in sen and counts by their names. @type {Map<string, Record<string, number>>} */
  months = new Map();
  /** By month and day of payment what was owed, in sen. @type {Map<string, Map<string, { owed: number, without: number }>>} */
  #unpaid = new Map();
  /** Rows by the code of the reason. @type {Map<string, number>} */
  reasons = new Map();
  /** @type {Map<string, Programme>} */
  programmes = new Map();

  /** @param {PayrollTotals} piece */
  add({ rows, months, reasons, programmes }) {
    for (const status of ROWS) this.rows[status] += rows[status];
    for (const [month, { unpaid, ...amounts }] of Object.entries(months)) {
      this.#addMonth(month, amounts);
      this.#addUnpaid(month, unpaid);
    }
    for (const [code, count] of Object.entries(reasons))
      this.reasons.set(code, (this.reasons.get(code) ?? 0) + count);
    for (const [id, programme] of Object.entries(programmes)) this.#addProgramme(id, programme);
  }

  /** A row that the rules never saw, as it could not be told which cell is which. */
  refuse() {
    this.rows.read += 1;
    this.rows.refused += 1;
  }

  /** @param {string} month @param {Record<string, string | number>} amounts */
  #addMonth(month, amounts) {
    const sums = this.months.get(month) ?? {};
    for (const [name, amount] of Object.entries(amounts))
      sums[name] = (sums[name] ?? 0) + (COUNTS.includes(name) ? Number(amount) : sen(amount));
    this.months.set(month, sums);
  }

  /** @param {string} month @param {Record<string, Unpaid>} unpaid */
  #addUnpaid(month, unpaid) {
    const days = this.#unpaid.get(month) ?? new Map();
    for (const [day, { owed, without_act800 }] of Object.entries(unpaid)) {
      const before = days.get(day) ?? { owed: 0, without: 0 };
      days.set(day, { owed: before.owed + sen(owed), without: before.without + sen(without_act800) });
    }
    this.#unpaid.set(month, days);
  }

  /** @param {string} id @param {PayrollTotals["programmes"][string]} piece */
  #addProgramme(id, { rows, interest, disputed_rows, disputed_interest, offers }) {
    const before = this.programmes.get(id);
    this.programmes.set(id, {
      rows: (before?.rows ?? 0) + rows,
      interest: (before?.interest ?? 0) + sen(interest),
      disputedRows: (before?.disputedRows ?? 0) + disputed_rows,
      disputedInterest: (before?.disputedInterest ?? 0) + sen(disputed_interest),
      offers: offers.map((offer, at) => ({ ...offer, off: (before?.offers[at]?.off ?? 0) + sen(offer.off) })),
    });
  }

  /** On how many days something of a month was paid that was due by a day that is known. @param {string} month */
  daysOf(month) {
    return this.#unpaid.get(month)?.size ?? 0;
  }

  /** What the rules need to say how much interest may be at most: it is rounded by month, over all rows. @returns {MonthUnpaid[]} */
  get unpaid() {
    return this.inOrder.map(([month, sums]) => ({
      month,
      unpaid: Object.fromEntries(
        [...(this.#unpaid.get(month) ?? [])].map(([day, { owed, without }]) => [
          day,
          { owed: ringgit(owed), without_act800: ringgit(without) },
        ]),
      ),
      interest_estimate: ringgit(sums.interest_estimate ?? 0),
      interest_without_act800: ringgit(sums.interest_without_act800 ?? 0),
    }));
  }

  /** @param {InterestResponse} response */
  setMost({ months }) {
    for (const [month, most] of Object.entries(months)) this.#addMonth(month, { ...most });
  }

  /** The sum of one amount, in sen, or of one count over all months. @param {string} name */
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
