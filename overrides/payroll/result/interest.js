// Interest in words, where some of it or all of it cannot be worked out.

/** @import { Words } from "../types.d.ts" */

import { fill } from "../../assets/javascripts/page/dom.js";
import { grouped } from "../run/values.js";

/**
 * Without a day by which it was due, what is owed has no interest that is known; that is not none.
 * @param {string} amount what was worked out
 * @param {{ dated: number, notDated: number }} rows with such a day, and without one
 * @param {Words} words
 */
export function interestText(amount, { dated, notDated }, { result }) {
  if (!notDated) return amount;
  return dated
    ? fill(result.interest_partly ?? "", { interest: amount, rows: grouped(notDated) })
    : (result.interest_unknown ?? "");
}
