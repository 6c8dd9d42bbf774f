// What a result is about, line by line: where it was worked out, by which rules and law, the totals, the sources.

/** @import { Totals } from "../run/totals.js" */
/** @import { Words } from "../types.d.ts" */
/** @import { Held } from "./take.js" */

import { fill } from "../../assets/javascripts/page/dom.js";
import { ofReading, oneReading, withAct800, withoutAct800 } from "../result/readings.js";
import { paidLine, programmeLines, sumLines } from "../result/totals.js";
import { grouped } from "../run/values.js";

/** @param {Held} held @param {Words} words @param {string} lang @returns {string[][]} */
export function about({ made, registered }, words, lang) {
  const { result, sheets } = words;
  const { totals } = made;
  const one = oneReading(totals, registered);
  const counts = Object.entries(totals.rows).map(([name, count]) => [name, grouped(count)]);
  return [
    ...how({ made, registered }, words),
    [sheets.rows ?? "", fill(result.rows ?? "", Object.fromEntries(counts))],
    ...readings(totals, one, words, lang),
    ...[paidLine(totals, words)].filter(Boolean).map((line) => [sheets.note ?? "", line]),
    ...programmeLines(totals, words, lang).map((line) => [
      ofReading(result.programmes ?? "", one, words),
      line,
    ]),
    [sheets.note ?? "", result.interest_note ?? ""],
    [sheets.note ?? "", words.disclaimer],
    ...words.sources.map(([label = "", address = ""]) => [sheets.source ?? "", `${label}: ${address}`]),
  ];
}

/** Of what it was made, and by what. @param {Held} held @param {Words} words @returns {string[][]} */
export function how({ made: { payroll }, registered }, words) {
  const { sheets, labels, choices, file, rules, law_as_at, result } = words;
  const lines = [
    [sheets.made, location.href.split("#")[0]],
    [sheets.rules, rules],
    [sheets.law, law_as_at],
    [file.heading, payroll.name],
    [labels.paid_on, payroll.paidOn],
    [labels.registered, choices.registered?.[registered] ?? result.not_answered],
  ];
  return lines.map(([label = "", text = ""]) => [label, text]).filter(([, text]) => text);
}

/** @param {Totals} totals @param {boolean} one @param {Words} words @param {string} lang */
function readings(totals, one, words, lang) {
  const { result, told } = words;
  if (!totals.rows.answered) return [];
  /** @type {[string, ReturnType<typeof withAct800>][]} */
  const found = [[one ? "" : (result.with_act800 ?? ""), withAct800(totals)]];
  if (!one) found.push([result.without_act800 ?? "", withoutAct800(totals)]);
  return found.flatMap(([reading, sums]) => {
    const named = (/** @type {string} */ label) =>
      reading ? fill(told, { name: reading, text: label }) : label;
    return sumLines(sums, words, lang).map(([label = "", text = ""]) => [named(label), text]);
  });
}
