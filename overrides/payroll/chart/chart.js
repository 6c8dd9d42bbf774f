// The chart of a result, and the amounts in it as a table.

/** @import { Totals } from "../run/totals.js" */
/** @import { Words } from "../types.d.ts" */
/** @import { Bar } from "./months.js" */

import { element, fill, find, part } from "../../assets/javascripts/page/dom.js";
import { monthsBetween } from "../by-hand/months.js";
import { ofReading } from "../result/readings.js";
import { money } from "../run/values.js";
import { draw } from "./months.js";

/** @param {HTMLElement} root of payroll.html @param {Totals} totals @param {Words} words */
export function showChart(root, totals, words) {
  const section = part(root, "chart");
  const months = totals.inOrder;
  section.hidden = totals.rows.answered === 0;
  if (section.hidden) return;
  const [first = "", last = ""] = [months[0]?.[0], months.at(-1)?.[0]];
  const bars = monthsBetween(first, last).map((month) => bar(month, totals));
  const top = bars.reduce((one, other) => (sum(other) > sum(one) ? other : one));
  const highest = money(sum(top), root.lang);
  const label = fill(words.chart.label ?? "", { first, last, highest, month: top.month });
  const { employer = "", employee = "" } = words.result;
  // where all is paid there are no bars
  part(root, "chart-drawn").innerHTML = sum(top)
    ? draw(bars, { label, highest, employer, employee, lang: root.lang })
    : "";
  part(root, "chart-drawn").append(amounts(months, words, root.lang));
}

/** Of which reading the months are. @param {HTMLElement} root @param {boolean} one @param {Words} words */
export function nameReading(root, one, words) {
  find(part(root, "chart"), "h3").textContent = ofReading(words.chart.heading ?? "", one, words);
}

/** @param {Bar} bar */
const sum = ({ employer, employee }) => employer + employee;

/** @param {string} month @param {Totals} totals @returns {Bar} */
function bar(month, totals) {
  const { employer_total = 0, employee_total = 0 } = totals.months.get(month) ?? {};
  return { month, employer: employer_total, employee: employee_total };
}

/**
 * Interest without a known due day is not nothing, nor is a month of which no row could be decided.
 * @param {string} name @param {Record<string, number>} sums
 */
export const known = (name, sums) =>
  !(name.startsWith("interest") && sums.due_day_not_known) && !(sums.not_decided && !sums.answered);

/** What is drawn, as text. @param {[string, Record<string, number>][]} months @param {Words} words @param {string} lang */
function amounts(months, words, lang) {
  const names = ["employer_total", "employee_total", "interest_estimate", "interest_up_to"];
  /** @type {Record<string, string | undefined>} */
  const labels = {
    ...words.columns,
    interest_estimate: words.chart.interest,
    interest_up_to: words.chart.up_to,
  };
  const head = [words.columns.month ?? "", ...names.map((name) => labels[name] ?? "")];
  const rows = months.map(([month, sums]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, month),
      ...names.map((name) =>
        element("td", { class: "pr-number" }, known(name, sums) ? money(sums[name] ?? 0, lang) : "–"),
      ),
    ),
  );
  const heading = element(
    "tr",
    {},
    ...head.map((text, index) => element("th", { scope: "col", ...(index && { class: "pr-number" }) }, text)),
  );
  const table = element(
    "table",
    { class: "law-table__table" },
    element("thead", {}, heading),
    element("tbody", {}, ...rows),
  );
  const title = words.chart.table ?? "";
  const box = element(
    "div",
    { class: "law-table", tabindex: "0", role: "region", "aria-label": title },
    table,
  );
  return element("details", { class: "pr-amounts" }, element("summary", {}, title), box);
}
