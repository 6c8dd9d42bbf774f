// What is typed or chosen, either way in: the questions, what is wrong with their replies, and the rows that follow.

/** @import { PayrollResponse } from "../assets/javascripts/protocol.d.ts" */
/** @import { Sources } from "./file/source.js" */
/** @import { Rules } from "./run/evaluate.js" */
/** @import { Payroll as Rows, Words } from "./types.d.ts" */

import { find, part } from "../assets/javascripts/page/dom.js";
import { ErrorSummary } from "../calculator/error-summary/error-summary.js";
import { Question } from "../calculator/question/question.js";
import { ByHand } from "./by-hand/by-hand.js";
import { FileWay } from "./file/file.js";
import { ask, EvaluationError } from "./run/evaluate.js";

/** Enough to ask whether a day of payment can be read. */
const NO_ROWS = { columns: ["month", "wages"], rows: [], others: [], epoch: null };

export class Entry {
  /** @param {HTMLFormElement} form @param {Words} words @param {Sources} sources @param {Rules} rules */
  constructor(form, words, sources, rules) {
    this.form = form;
    this.rules = rules;
    /** @type {Map<string, Question>} */
    this.questions = new Map();
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-question]"))) {
      const question = new Question(each);
      // in a notice's form each stands hidden until the rules ask for it
      question.visible = true;
      this.questions.set(question.id, question);
    }
    this.summary = new ErrorSummary(form);
    this.hand = new ByHand(find(form, '[data-way="hand"]'), this.questions);
    this.file = new FileWay(find(form, '[data-way="file"]'), words, sources);
  }

  /**
   * Show the form, with what `recall` puts back.
   * @template Recalled
   * @param {() => Recalled} recall
   * @returns {Recalled} what it gives
   */
  begin(recall) {
    const paidOn = this.question("paid_on");
    paidOn.beginsToday = true;
    paidOn.begin();
    const recalled = recall();
    part(this.form, "choose-again").hidden = this.byHand;
    this.form.hidden = false;
    this.#showWay();
    this.form.addEventListener("change", ({ target }) => {
      if (this.#way.element.contains(/** @type {Node} */ (target))) this.#showWay();
    });
    return recalled;
  }

  /** Whether one worker is typed in, not a file chosen. */
  get byHand() {
    return this.#way.value !== "file";
  }

  /** @param {string} id */
  question(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`no question "${id}"`);
    return question;
  }

  get #way() {
    return this.question("way");
  }

  #showWay() {
    const way = this.#way.value;
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (
      this.form.querySelectorAll("section[data-way]")
    ))
      section.hidden = section.dataset.way !== way;
    part(this.form, "both").hidden = !way;
    if (way === "file") this.file.sources.reader.prepare();
  }

  /**
   * The rows that follow.
   * @param {AbortSignal} signal
   * @returns {Promise<Rows | null>} null where something is wrong, which is then shown
   */
  rows(signal) {
    return this.byHand ? this.#ofHand(signal) : this.#ofFile(signal);
  }

  /** Take away what was shown as wrong. */
  clear() {
    const own = [...this.questions.values()].filter((question) => question.visible);
    for (const question of new Set([...own, ...this.hand.shown])) question.showError("");
    this.file.clearMistake();
    this.summary.show([], true);
  }

  /** @param {AbortSignal} signal @returns {Promise<Rows | null>} null where something is wrong, which is then shown */
  async #ofHand(signal) {
    const paidOn = this.question("paid_on").value;
    const response = await this.#probe(this.hand.probe(paidOn), signal);
    if (!response) return null;
    const wrong = this.hand.mistakes(response);
    if (!wrong.length) return this.hand.payroll(response, paidOn);
    this.summary.show(wrong, true);
    return null;
  }

  /** @param {AbortSignal} signal @returns {Promise<Rows | null>} null where something is wrong, which is then shown */
  async #ofFile(signal) {
    const paidOn = this.question("paid_on").value;
    // no row says whether the day of payment can be read: it is asked while the file is still being read
    const asked = this.#asked({ ...NO_ROWS, paidOn }, signal);
    asked.catch(() => {});
    await this.file.reading;
    const wrong = this.file.mistakes();
    if (wrong.length) {
      this.summary.show(wrong, true);
      return null;
    }
    return this.#said(await asked) ? this.file.payroll(paidOn) : null;
  }

  /**
   * Ask about a few rows first: whether the day of payment can be read stands in no row.
   * @param {Rows} rows
   * @param {AbortSignal} signal
   * @returns {Promise<PayrollResponse | null>} null where it cannot, which is then shown
   */
  async #probe(rows, signal) {
    return this.#said(await this.#asked(rows, signal));
  }

  /** @param {PayrollResponse | string} asked @returns {PayrollResponse | null} null where something is wrong, which is then shown */
  #said(asked) {
    if (typeof asked !== "string") return asked;
    const question = this.question("paid_on");
    question.showError(asked);
    this.summary.show([question], true);
    return null;
  }

  /**
   * @param {Rows} rows
   * @param {AbortSignal} signal
   * @returns {Promise<PayrollResponse | string>} the code of what is wrong with the day of payment, where it is
   */
  async #asked(rows, signal) {
    const question = this.question("paid_on");
    if (!question.value) return "missing";
    try {
      const response = await ask(rows, this.rules);
      if (signal.aborted) throw signal.reason;
      return response;
    } catch (error) {
      const said = error instanceof EvaluationError ? error.mistakes : [];
      const mistake = said.find(({ question: id }) => id === question.id);
      if (!mistake) throw error;
      return mistake.code;
    }
  }
}
