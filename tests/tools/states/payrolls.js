// Draws the states of the payroll calculator, each in a copy of it, with the scripts of its own parts.

/** @import { PayrollRows } from "./rows.d.ts" */
/** @import { Sources } from "../../../overrides/payroll/file/source.js" */
/** @import { Reader } from "../../../overrides/payroll/read/client.js" */
/** @import { Ask, Grid, Words } from "../../../overrides/payroll/types.d.ts" */

import { element, find, part } from "../../../overrides/assets/javascripts/page/dom.js";
import { Question } from "../../../overrides/calculator/question/question.js";
import { FileWay } from "../../../overrides/payroll/file/file.js";
import { ReadError } from "../../../overrides/payroll/read/client.js";
import { ResultBox } from "../../../overrides/payroll/result/result.js";
import { evaluate } from "../../../overrides/payroll/run/evaluate.js";
import { Status } from "../../../overrides/payroll/run/status.js";
import { apart } from "./pattern.js";

const SOMETIMES = ["age", "act4_payable_before_55", "eis_payable_before_57", "lindung24"];
/** What the reader says of a file where an example leaves it out. */
const GRID = {
  kind: "csv",
  rows: [],
  sheets: [],
  sheet: "",
  encoding: null,
  separator: null,
  problems: [],
  epoch: null,
};

/** @type {{ [Part in keyof PayrollRows]: (row: PayrollRows[Part], root: HTMLElement, words: Words) => unknown }} */
const DRAW = {
  "payroll-form"({ way, replies = {}, errors = {}, grid, refused }, root, words) {
    begin(root, way);
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-question]"))) {
      const question = new Question(each);
      question.visible = !SOMETIMES.includes(question.id) || question.id in replies;
      question.kept = question.id === "way" ? way : (replies[question.id] ?? "");
      question.showError(errors[question.id] ?? "");
    }
    const names = JSON.parse(find(root, '[data-part="names"]', HTMLScriptElement).text);
    const read = async () => {
      if (refused) throw new ReadError(refused, {});
      return said(grid ?? {});
    };
    const sources = /** @type {Sources} */ (/** @type {unknown} */ ({ names, read }));
    const file = new FileWay(find(root, '[data-way="file"]'), words, sources);
    if (refused === "missing") file.mistakes();
    else if (grid || refused) {
      file.pasted.value = "…";
      file.pasted.dispatchEvent(new Event("change"));
    }
  },

  "payroll-status"({ does }, root, words) {
    begin(root, "hand");
    for (const section of root.querySelectorAll("form > section[data-way], form > .nc-question"))
      section.remove();
    /** @type {any} */
    const status = new Status(root, words);
    for (const [method, ...given] of does) status[method](...given);
  },

  async "payroll-result"({ columns, rows, paid_on, registered, by }, root, words) {
    part(root, "without").hidden = true;
    const answers = by[root.lang];
    const asked = /** @type {Ask} */ (
      async (request) => answers?.["payroll" in request ? "payroll" : "interest"]
    );
    const payroll = {
      columns,
      paidOn: paid_on,
      epoch: null,
      rows: rows.map((cells, at) => ({ number: at + 2, cells })),
    };
    const watch = { progress() {}, signal: new AbortController().signal };
    const made = await evaluate(payroll, { notice: "arrears", lang: root.lang, ask: asked }, watch);
    const box = new ResultBox(root, words, /** @type {Reader} */ (/** @type {unknown} */ (null)));
    box.show(made, registered);
  },
};

/** @param {HTMLElement} root @param {string} way */
function begin(root, way) {
  part(root, "without").hidden = true;
  find(root, "form").hidden = false;
  part(root, "both").hidden = false;
  find(root, `section[data-way="${way}"]`).hidden = false;
}

/** @param {Partial<Grid> & { problems?: any[] }} grid @returns {Grid} */
function said(grid) {
  const problems = (grid.problems ?? []).map((code) => ({
    code,
    count: 2,
    places: [{ row: 3, column: 2 }],
    figures: {},
  }));
  const rows = (grid.sample ?? []).map((cells, at) => ({ number: at + 2, cells }));
  return /** @type {Grid} */ (/** @type {unknown} */ ({ ...GRID, ...grid, problems, rows }));
}

/**
 * @template {keyof PayrollRows} Part
 * @param {HTMLElement} section @param {Part} name @param {PayrollRows[Part]} row @param {HTMLElement[]} holders
 */
export function drawPayroll(section, name, row, holders) {
  const pair = element("div", { class: "states__pair" });
  section.append(element("p", { class: "states__caption" }, row.name), pair);
  for (const holder of holders) {
    const root = /** @type {HTMLElement} */ (find(holder, "payroll-calculator").cloneNode(true));
    const words = JSON.parse(find(root, '[data-part="words"]', HTMLScriptElement).text);
    apart(root);
    pair.append(root);
    DRAW[name](row, root, words);
  }
}
