// The totals of a result, first and within one screen.

/** @import { Totals } from "../run/totals.js" */
/** @import { Registered, Words } from "../types.d.ts" */
/** @import { Sums } from "./readings.js" */

import { element, fill, gap, part } from "../../assets/javascripts/page/dom.js";
import { grouped, money } from "../run/values.js";
import { named } from "../table/reasons.js";
import { interestText } from "./interest.js";
import { ofReading, oneReading, withAct800, withoutAct800 } from "./readings.js";

/** @param {HTMLElement} root of payroll.html @param {Totals} totals @param {Registered} registered @param {Words} words */
export function showTotals(root, totals, registered, words) {
  const { lang } = root;
  const counts = Object.entries(totals.rows).map(([name, count]) => [name, grouped(count)]);
  part(root, "rows").textContent = fill(words.result.rows ?? "", Object.fromEntries(counts));
  const one = oneReading(totals, registered);
  // where nothing could be worked out, a sum of nothing would read as nothing owed
  const none = totals.rows.answered === 0;
  const interest = totals.sum("interest_estimate");
  part(root, "interest-note").hidden = none;
  // where there is no interest, or none that is known, nothing is taken off it
  part(root, "programmes").hidden = none || !interest;
  const shown = one && !none ? [amounts(withAct800(totals), words, lang)] : [];
  part(root, "reading-one").replaceChildren(...shown);
  part(root, "two-readings").hidden = one || none;
  const said = registered ? words.result.two_readings : words.result.not_said;
  part(root, "readings-note").textContent = said ?? "";
  part(root, "with").replaceChildren(amounts(withAct800(totals), words, lang));
  part(root, "without-act800").replaceChildren(amounts(withoutAct800(totals), words, lang));
  showProgrammes(root, totals, words, one);
  showLeftOpen(root, totals, words);
}

/** @param {Sums} sums @param {Words} words @param {string} lang */
function amounts(sums, words, lang) {
  const pairs = sumLines(sums, words, lang).map(([label = "", text = ""]) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, text)),
  );
  return element("dl", {}, ...pairs);
}

/** What one reading comes to: labels and amounts. @param {Sums} sums @param {Words} words @param {string} lang @returns {string[][]} */
export function sumLines({ employer, employee, interest, upTo, onPaid, rows, paidRows }, words, lang) {
  const { result } = words;
  const lines = [
    [result.employer, money(employer, lang)],
    [result.employee, money(employee, lang)],
    [result.together, money(employer + employee, lang)],
    [result.interest, interestText(range(interest, upTo, result, lang), rows, words)],
  ];
  if (paidRows.dated || paidRows.notDated)
    lines.push([result.interest_on_paid, interestText(money(onPaid, lang), paidRows, words)]);
  return lines.map(([label = "", text = ""]) => [label, text]);
}

/** What is said of rows that are paid; empty where there are none. @param {Totals} totals @param {Words} words */
export function paidLine(totals, { result }) {
  const rows = totals.sum("paid");
  return rows ? fill(result.paid ?? "", { rows: grouped(rows) }) : "";
}

/** @param {number} from @param {number} to @param {Record<string, string>} words @param {string} lang */
function range(from, to, { range = "" }, lang) {
  return to > from ? fill(range, { from: money(from, lang), to: money(to, lang) }) : money(from, lang);
}

/** @param {HTMLElement} root @param {Totals} totals @param {Words} words @param {boolean} one */
function showProgrammes(root, totals, words, one) {
  const lines = programmeLines(totals, words, root.lang);
  const heading = element("h4", {}, ofReading(words.result.programmes ?? "", one, words));
  const items = lines.map((line) => element("li", {}, line));
  const said = items.length
    ? element("ul", {}, ...items)
    : element("p", { class: "pr-note" }, words.result.no_programme ?? "");
  part(root, "programmes").replaceChildren(heading, said);
}

/** The pieces gave them in the order of their rows. @param {Totals} totals @param {Words} words */
function inTime({ programmes }, { programmes_in_time }) {
  const place = (/** @type {string} */ id) => programmes_in_time.indexOf(id);
  return [...programmes].sort(([one], [other]) => place(one) - place(other));
}

/** What each programme would take off, for whom. @param {Totals} totals @param {Words} words @param {string} lang @returns {string[]} */
export const programmeLines = (totals, words, lang) =>
  inTime(totals, words).flatMap(([id, { rows, interest, disputedRows, disputedInterest, offers }]) => {
    const { result, programmes, audiences } = words;
    const name = programmes[id] ?? id;
    const slots = { name, rows: grouped(rows), interest: money(interest, lang) };
    const lines = (rows ? offers : []).map(({ audience, bound, off }) => {
      const said =
        { max: result.programme_most, min: result.programme_least }[bound ?? ""] ?? result.programme;
      return fill(said ?? "", { ...slots, audience: audiences[audience] ?? audience, off: money(off, lang) });
    });
    const disputed = { name, rows: grouped(disputedRows), interest: money(disputedInterest, lang) };
    return disputedRows ? [...lines, fill(result.programme_disputed ?? "", disputed)] : lines;
  });

/** @param {HTMLElement} root @param {Totals} totals @param {Words} words */
function showLeftOpen(root, totals, words) {
  const undecided = totals.rows.cannot_be_decided;
  const paid = part(root, "paid");
  paid.textContent = paidLine(totals, words);
  paid.hidden = !paid.textContent;
  part(root, "partly").hidden = undecided === 0;
  // those of refused rows stand in a list of their own
  const reasons = [...totals.reasons].filter(([code]) => !code.includes(":"));
  const items = reasons.map(([code, count]) => {
    const [why = code, todo = ""] = [words.reasons[code], words.to_do[code]];
    const said = named(`${why}${gap(why)}${todo}`, words);
    const rows = fill(words.result.of_rows ?? "", { rows: grouped(count) });
    return element("li", {}, element("strong", {}, rows), `${gap(rows)}${said}`);
  });
  part(root, "reasons").replaceChildren(...items);
  part(root, "undecided").hidden = reasons.length === 0;
}
