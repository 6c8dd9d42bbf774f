// The questions of a calculator: which are asked, what was answered, what is wrong.

/** @import { Response } from "../../assets/javascripts/protocol.d.ts" */

import { ErrorSummary } from "../error-summary/error-summary.js";
import { Question } from "../question/question.js";

export class Form {
  /** Questions the reader has left with something in them: only these show errors before the form is sent. */
  #left = new Set();
  /** Questions whose replies the rules refused before the page showed them: not sent again until it does. */
  #held = new Set();

  /** @param {HTMLFormElement} element */
  constructor(element) {
    this.element = element;
    this.summary = new ErrorSummary(element);
    /** @type {Map<string, Question>} */
    this.questions = new Map();
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-question]"))) {
      const question = new Question(each);
      this.questions.set(question.id, question);
    }
  }

  get #all() {
    return [...this.questions.values()];
  }

  /** Before the rules have been asked: what has its reply from the start, and the first real question. */
  showFirst() {
    const first = this.#all.find((question) => !question.preset);
    for (const question of this.#all) question.visible = question.preset !== "" || question === first;
  }

  /** The control of the first real question. */
  get first() {
    return this.shown.find((question) => !question.preset)?.control;
  }

  get shown() {
    return this.#all.filter((question) => question.visible);
  }

  /** The replies that stand on the page: what an answer is about. */
  get facts() {
    return given(this.shown);
  }

  /** Every reply there is: the rules read those they need, so one request will do however many questions come up. */
  get replies() {
    return given(this.#all.filter((question) => question.visible || !this.#held.has(question)));
  }

  /** What was typed, shown or not, but for what stands there from the start. */
  get answers() {
    const typed = this.#all.filter(({ kept, preset }) => kept !== "" && kept !== preset);
    return Object.fromEntries(typed.map((question) => [question.id, question.kept]));
  }

  /** @param {Record<string, string>} answers those not named are as at the start */
  set answers(answers) {
    this.#left.clear();
    this.#held.clear();
    for (const question of this.#all) question.kept = answers[question.id] ?? question.preset;
  }

  /** The day of the answer is the reader's own again. */
  backToToday() {
    for (const question of this.#all) if (question.preset) question.kept = question.preset;
  }

  /** The day, or the first of the month or year, of which the answer speaks; empty where there is none. */
  get day() {
    const value = this.#all.find((question) => question.datesAnswer)?.value ?? "";
    return /^\d{4}(-\d{2})?$/.test(value) ? `${value}-01-01`.slice(0, 10) : value;
  }

  /** @param {EventTarget | null} target a control @returns {Question | undefined} */
  questionOf(target) {
    const around = target instanceof Element ? target.closest("[data-question]") : null;
    return this.questions.get(around?.getAttribute("data-question") ?? "");
  }

  /** @param {Question} question */
  leave(question) {
    if (question.value || question.incomplete) this.#left.add(question.id);
  }

  /** The reader is at it again: no new error until they leave. @param {Question} question */
  enter(question) {
    this.#left.delete(question.id);
  }

  /**
   * Show the questions that the rules asked for.
   * @param {Response} response
   * @returns {boolean} whether the rules must be asked again: a reply that the page did not show yet was refused, so
   *   it is held back until its question is shown, and sent once it is
   */
  reveal(response) {
    if (response.status === "invalid") return this.#holdBack(response.errors.map(({ question }) => question));
    if (response.status === "failed") return false;
    const next = response.status === "question" ? this.questions.get(response.question) : undefined;
    const again = next !== undefined && !next.visible && next.value !== "";
    for (const question of this.#all) {
      question.visible = question === next || !!question.preset || response.asked.includes(question.id);
      if (question.visible) this.#held.delete(question);
    }
    return again;
  }

  /** @param {(string | null)[]} refused ids of questions @returns {boolean} whether any of them is not shown */
  #holdBack(refused) {
    const hidden = this.#all.filter((question) => !question.visible && refused.includes(question.id));
    for (const question of hidden) this.#held.add(question);
    return hidden.length > 0;
  }

  /**
   * Show what is wrong beside each field, and in the summary where the form was sent.
   * @param {Response} response
   * @param {boolean} sent
   * @returns {boolean} whether there is anything wrong
   */
  showErrors(response, sent) {
    const codes = this.#codes(response, sent);
    for (const question of this.shown) {
      const code = codes.get(question.id) ?? "";
      const mayShow = sent || this.#left.has(question.id) || question.error !== "";
      question.showError(mayShow ? code : "");
    }
    if (sent || codes.size === 0) this.summary.show(this.shown.filter((question) => sent && question.error));
    return codes.size > 0;
  }

  /** @param {Response} response @param {boolean} sent @returns {Map<string, string>} error codes by question */
  #codes(response, sent) {
    const codes = new Map();
    if (sent && response.status === "question") codes.set(response.question, "missing");
    if (response.status === "invalid") {
      for (const { question, code } of response.errors) if (question) codes.set(question, code);
    }
    for (const question of this.shown) if (question.incomplete) codes.set(question.id, question.unfinished);
    return codes;
  }
}

/** @param {Question[]} questions @returns {Record<string, string>} their usable replies, by id */
const given = (questions) =>
  Object.fromEntries(questions.map(({ id, value }) => [id, value]).filter(([, value]) => value !== ""));
