// What a result is about, line by line: where it was worked out, by which rules and law, the totals, the sources.

/** @import { Totals } from "../run/totals.js" */
/** @import { Words } from "../types.d.ts" */
/** @import { Held } from "./take.js" */

import { fill } from "../../assets/javascripts/page/dom.js";
import { programmeLines, range, withAct800, withoutAct800 } from "../result/totals.js";
import { grouped, money } from "../run/values.js";

/** @param {Held} held @param {Words} words @param {string} lang @returns {string[][]} */
export function about({ made: { payroll, totals }, registered }, words, lang) {
  const { result, sheets, labels, choices } = words;
  const counts = Object.entries(totals.rows).map(([name, count]) => [name, grouped(count)]);
  const reply = choices.registered?.[registered] ?? "";
  return [
    [sheets.made ?? "", location.href.split("#")[0] ?? ""],
    [sheets.rules ?? "", words.rules],
    [sheets.law ?? "", words.law_as_at],
    [labels.paid_on ?? "", payroll.paidOn],
    [labels.registered ?? "", reply],
    [sheets.rows ?? "", fill(result.rows ?? "", Object.fromEntries(counts))],
    ...readings(totals, registered === "yes", words, lang),
    ...programmeLines(totals, words, lang).map((line) => [result.programmes ?? "", line]),
    [sheets.note ?? "", result.interest_note ?? ""],
    [sheets.note ?? "", words.disclaimer],
    ...words.sources.map(([label = "", address = ""]) => [sheets.source ?? "", `${label}: ${address}`]),
  ];
}

/** @param {Totals} totals @param {boolean} one @param {Words} words @param {string} lang */
function readings(totals, one, { result }, lang) {
  /** @type {[string, ReturnType<typeof withAct800>][]} */
  const found = [[one ? "" : (result.with_act800 ?? ""), withAct800(totals)]];
  if (!one) found.push([result.without_act800 ?? "", withoutAct800(totals)]);
  return found.flatMap(([reading, { employer, employee, interest, upTo }]) => {
    const lines = [
      [result.employer, money(employer, lang)],
      [result.employee, money(employee, lang)],
      [result.together, money(employer + employee, lang)],
      [result.interest, range(interest, upTo, result, lang)],
    ];
    return lines.map(([label = "", text = ""]) => [[reading, label].filter(Boolean).join(": "), text]);
  });
}
