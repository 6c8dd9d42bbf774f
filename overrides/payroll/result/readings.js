// The two readings of the law for months before a registration, and what each comes to.

/** @import { Totals } from "../run/totals.js" */
/** @import { Registered, Words } from "../types.d.ts" */

import { fill } from "../../assets/javascripts/page/dom.js";

/**
 * Where nothing is owed under Act 800, both readings come to the same.
 * @param {Totals} totals @param {Registered} registered
 */
export const oneReading = (totals, registered) =>
  registered === "yes" ||
  (!totals.rows.cannot_be_decided &&
    !totals.sum("act800_employer") &&
    !totals.sum("act800_employee") &&
    // of what is paid, interest alone differs
    totals.sum("interest_estimate") === totals.sum("interest_without_act800") &&
    totals.sum("interest_up_to") === totals.sum("interest_up_to_without_act800"));

/**
 * What is of one reading alone says of which: months, rows and programmes are as if the workers had been registered.
 * @param {string} text @param {boolean} one whether there is but one @param {Words} words
 */
export const ofReading = (text, one, { told, result }) =>
  one ? text : fill(told, { name: result.with_act800 ?? "", text });

/** @typedef {{ employer: number, employee: number, interest: number, upTo: number, onPaid: number, rows: Dated, paidRows: Dated }} Sums in sen; rows with something to pay, all and those that are paid, by whether it is known when they were due */

/** @typedef {{ dated: number, notDated: number }} Dated `dated` is 0 where there is none, and may count too few */

/** @param {Totals} totals @returns {Sums} */
export const withAct800 = (totals) => ({
  employer: totals.sum("employer_total"),
  employee: totals.sum("employee_total"),
  interest: totals.sum("interest_estimate"),
  upTo: totals.sum("interest_up_to"),
  onPaid: totals.sum("interest_on_paid"),
  ...whetherDated(totals),
});

/** @param {Totals} totals @returns {Sums} */
export const withoutAct800 = (totals) => ({
  employer: totals.sum("employer_total") - totals.sum("act800_employer"),
  employee: totals.sum("employee_total") - totals.sum("act800_employee"),
  interest: totals.sum("interest_without_act800"),
  upTo: totals.sum("interest_up_to_without_act800"),
  onPaid: totals.sum("interest_on_paid_without_act800"),
  ...whetherDated(totals),
});

/** @param {Totals} totals @returns {{ rows: Dated, paidRows: Dated }} */
function whetherDated(totals) {
  const months = totals.inOrder;
  const sum = (/** @type {(sums: Record<string, number>, month: string) => number} */ of) =>
    months.reduce((before, [month, sums]) => before + of(sums, month), 0);
  return {
    rows: {
      dated: sum((_, month) => totals.daysOf(month)),
      notDated: totals.sum("due_day_not_known"),
    },
    // whether the day is known is of the whole month
    paidRows: {
      dated: sum(({ paid = 0, due_day_not_known }) => (due_day_not_known ? 0 : paid)),
      notDated: sum(({ paid = 0, due_day_not_known }) => (due_day_not_known ? paid : 0)),
    },
  };
}
