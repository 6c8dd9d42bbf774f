// One column of a file: its name, what it is used as, and how it begins.

/** @import { Words } from "../types.d.ts" */

import { element } from "../../assets/javascripts/page/dom.js";

/** The columns of the interface, in the order in which they are offered. */
export const COLUMNS = [
  "worker_id",
  "month",
  "wages",
  "worker",
  "role",
  "born_on",
  "age",
  "act4_payable_before_55",
  "eis_payable_before_57",
  "lindung24",
  "paid_on",
];
const SHOWN = 3;

/** @param {{ name: string, cells: string[], chosen: string, words: Words }} column `chosen`: the id it is used as, or none */
export function columnLine({ name, cells, chosen, words }) {
  const select = element("select", { "aria-label": `${name}: ${words.file.used_as}` });
  select.append(
    element("option", { value: "" }, words.file.not_used ?? ""),
    ...COLUMNS.map((id) => element("option", { value: id }, words.columns[id] ?? id)),
  );
  select.value = COLUMNS.includes(chosen) ? chosen : "";
  const shown = cells
    .slice(0, SHOWN)
    .map((cell) => element("li", cell ? {} : { class: "pr-empty" }, cell || (words.file.empty ?? "")));
  const begins = element("td", { "data-head": words.file.begins ?? "" }, element("ul", {}, ...shown));
  const error = element("p", { class: "nc-error" });
  const used = element("td", { "data-head": words.file.used_as ?? "" }, select, error);
  return element("tr", {}, element("th", { scope: "row" }, name), used, begins);
}

/** @param {HTMLSelectElement} select of such a line @param {string} mistake */
export function sayAt(select, mistake) {
  const error = select.nextElementSibling;
  if (error) error.textContent = mistake;
  if (mistake) select.setAttribute("aria-invalid", "true");
  else select.removeAttribute("aria-invalid");
}
