// One worker typed in. It becomes rows of a payroll, one a month; the rules read every cell, as they do those of a file.

/** @import { PayrollResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../../calculator/question/question.js" */
/** @import { Payroll, Row } from "../types.d.ts" */
/** @import { Stretch } from "./changes.js" */

import { element, find, part } from "../../assets/javascripts/page/dom.js";
import { Changes } from "./changes.js";
import { missing, outOfOrder } from "./mistakes.js";
import { monthsBetween } from "./months.js";

const ALWAYS = ["worker", "role", "born_on", "first_month", "last_month", "wages"];
/** Asked only where a row turns on it; by the code with which the rules say that they could not tell. */
const ASKED_FOR = { category_unknown: "act4_payable_before_55", act800_unknown: "eis_payable_before_57" };
const SOMETIMES = ["act4_payable_before_55", "eis_payable_before_57", "lindung24"];

export class ByHand {
  /** @param {HTMLElement} section of by-hand.html @param {Map<string, Question>} questions of the whole form */
  constructor(section, questions) {
    this.section = section;
    this.questions = questions;
    this.changes = new Changes(section);
    for (const id of [...SOMETIMES, "age"]) this.#of(id).visible = false;
    section.addEventListener("change", ({ target }) => {
      this.#of("born_on").settle(target);
      this.#showAge();
    });
  }

  /** @param {string} id */
  #of(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`no question "${id}"`);
    return question;
  }

  #showAge() {
    this.#of("age").visible = this.#of("born_on").value === "unknown";
  }

  /** Show what belongs to the replies that were put back. */
  settle() {
    this.#showAge();
    for (const id of SOMETIMES) this.#of(id).visible ||= this.#of(id).value !== "";
  }

  /** Every question that can have a mistake now, in the order of the page. */
  get shown() {
    const named = [...ALWAYS, "age", ...SOMETIMES].map((id) => this.#of(id)).filter((each) => each.visible);
    return [...named, ...this.changes.list.flatMap(({ month, wages }) => [month, wages])];
  }

  /** The first month, the last, and each from which the wages were others. @returns {Stretch[]} */
  get #stretches() {
    const wages = this.#of("wages");
    const ends = ["first_month", "last_month"].map((id) => ({ month: this.#of(id), wages }));
    return [...ends, ...this.changes.list];
  }

  /** A row for each of these: the rules say what is wrong, and which month was meant. @param {string} paidOn @returns {Payroll} */
  probe(paidOn) {
    const rows = this.#stretches.map(({ month, wages }, index) => this.#row(index + 1, month.value, wages));
    return { columns: this.#columns, rows, paidOn, epoch: null };
  }

  get #age() {
    return this.#of("age").visible ? "age" : "born_on";
  }

  get #columns() {
    return ["month", "wages", "worker", "role", this.#age, ...SOMETIMES];
  }

  /** @param {number} number @param {string} month @param {Question} wages @returns {Row} */
  #row(number, month, wages) {
    const others = this.#columns.slice(2).map((id) => this.#of(id));
    const cells = others.map((question) => (question.visible ? question.value : ""));
    return { number, cells: [month, wages.value, ...cells] };
  }

  /**
   * Show at each field what the rules refused of the probe. A question that stood hidden comes up where it is missing.
   * @param {PayrollResponse} response
   * @returns {Question[]} those with a mistake
   */
  mistakes({ refused, rows }) {
    /** @type {Set<Question>} */
    const wrong = new Set();
    for (const { row, column, code, readings } of [...missing(rows), ...refused]) {
      const question = this.#at(row, column);
      if (!question || wrong.has(question)) continue;
      question.visible = true;
      question.showError(code, readings);
      wrong.add(question);
    }
    if (wrong.size) return this.shown.filter((each) => wrong.has(each));
    return outOfOrder(rows, this.#of("last_month"), this.changes.list);
  }

  /** @param {number} row @param {string} column */
  #at(row, column) {
    const stretch = this.#stretches[row];
    if (column === "month") return stretch?.month;
    if (column === "wages") return stretch?.wages;
    return this.questions.get(column === "age" ? this.#age : column);
  }

  /** The payroll: a row for each month. @param {PayrollResponse} response to the probe @param {string} paidOn @returns {Payroll} */
  payroll({ rows }, paidOn) {
    const [first = "", last = "", ...changes] = rows.map(({ month }) => month);
    /** @type {[string, Question][]} */
    const from = changes.map((month, index) => [
      month,
      this.#stretches[index + 2]?.wages ?? this.#of("wages"),
    ]);
    from.sort(([one], [other]) => (one < other ? -1 : 1));
    const made = monthsBetween(first, last).map((month, index) => {
      const wages = from.findLast(([since]) => since <= month)?.[1] ?? this.#of("wages");
      return this.#row(index + 1, month, wages);
    });
    return { columns: this.#columns, rows: made, paidOn, epoch: null };
  }

  /** Show the questions on which some months turn. @param {Map<string, number>} reasons @returns {Question[]} those without a reply */
  askFor(reasons) {
    const wanted = Object.entries(ASKED_FOR).filter(([code]) => reasons.has(code));
    const open = wanted.map(([, id]) => this.#of(id)).filter((question) => !question.value);
    for (const question of open.filter(({ visible }) => !visible)) {
      question.visible = true;
      const says = element("p", { class: "pr-asked" }, part(this.section, "asked").dataset.says ?? "");
      find(question.element, ".nc-label").after(says);
      question.element.dataset.askedFor = "";
    }
    return open;
  }
}
