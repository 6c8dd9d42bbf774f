// The questions of a calculator: which are asked, what was answered, what is wrong.

/** @import { Reading, Response } from "../../assets/javascripts/protocol.d.ts" */

import { fill, part } from "../../assets/javascripts/page/dom.js";
import { ErrorSummary } from "../error-summary/error-summary.js";
import { Question } from "../question/question.js";
import { Mistakes } from "./mistakes.js";

export class Form {
  /** Questions whose replies the rules refused before the page showed them: not sent again until it does. */
  #held = new Set();

  /** @param {HTMLFormElement} element */
  constructor(element) {
    this.element = element;
    this.summary = new ErrorSummary(element);
    this.mistakes = new Mistakes();
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

  /** The first real question. */
  get first() {
    return this.shown.find((question) => !question.preset);
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
    const typed = this.#all.filter(({ kept, untouched }) => kept !== "" && !untouched);
    return Object.fromEntries(typed.map((question) => [question.id, question.kept]));
  }

  /** @param {Record<string, string>} answers treated like what is typed; those not named are as at the start */
  set answers(answers) {
    this.mistakes.clear();
    this.#held.clear();
    for (const question of this.#all) {
      question.begin();
      const kept = answers[question.id];
      if (kept === undefined) continue;
      question.kept = kept;
      this.mistakes.leave(question);
    }
  }

  /** The day of the answer is the reader's own again. */
  backToToday() {
    for (const question of this.#all) if (question.preset) question.begin();
  }

  /** The reader's day may be another by now. @returns {boolean} whether it is, and counts */
  renew() {
    return this.#all.map((question) => question.renew()).includes(true);
  }

  /**
   * The day, month or year of which the answer speaks, as the rules read it.
   * @returns {Reading | null | undefined} null where there is none, undefined where they could not read it
   */
  get day() {
    const question = this.#all.find(({ datesAnswer }) => datesAnswer);
    return question?.value ? question.reading : null;
  }

  /** @param {EventTarget | null} target a control @returns {Question | undefined} */
  questionOf(target) {
    const around = target instanceof Element ? target.closest("[data-question]") : null;
    return this.questions.get(around?.getAttribute("data-question") ?? "");
  }

  /** Say what the rules understood of each typed reply. @param {Response} response */
  sayBack(response) {
    if (response.status === "failed") return;
    for (const question of this.#all) question.sayBack(response.read?.[question.id]);
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
    this.#showProgress(next);
    return again;
  }

  /** How far the reader is: what follows is known only once the rules have decided. @param {Question | undefined} next */
  #showProgress(next) {
    const done = this.shown.filter((question) => question !== next && !question.preset).length;
    const progress = part(this.element, "progress");
    const says = next ? progress.dataset.soFar : progress.dataset.all;
    progress.textContent = done ? fill(says ?? "", { done: String(done) }) : "";
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
    const wrong = this.mistakes.show(response, sent, this.shown);
    this.summary.show(
      this.shown.filter(({ error }) => error),
      sent,
    );
    return wrong;
  }
}

/** @param {Question[]} questions @returns {Record<string, string>} their usable replies, by id */
const given = (questions) =>
  Object.fromEntries(questions.map(({ id, value }) => [id, value]).filter(([, value]) => value !== ""));
