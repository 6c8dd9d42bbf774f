// The questions of a calculator: which are asked, what was answered, what is wrong.

/** @import { Response } from "./protocol.d.ts" */

import { element, find, part } from "./dom.js";
import { Question } from "./question.js";

/** The facts that say of which day an answer speaks. */
const DAY_FACTS = ["as_at", "month"];

export class Form {
  /** Questions the reader has left with something in them: only these show errors before the form is sent. */
  #left = new Set();

  /** @param {HTMLFormElement} element */
  constructor(element) {
    this.element = element;
    /** @type {Map<string, Question>} */
    this.questions = new Map();
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-question]"))) {
      const question = new Question(each);
      this.questions.set(question.id, question);
    }
  }

  /** Before the rules have been asked: the day of the answer, and the first real question. */
  showFirst() {
    const first = [...this.questions.keys()].find((id) => id !== "as_at");
    for (const [id, question] of this.questions) question.visible = id === "as_at" || id === first;
  }

  /** The control of the first real question. */
  get first() {
    return this.shown.find((question) => question.id !== "as_at")?.control;
  }

  get shown() {
    return [...this.questions.values()].filter((question) => question.visible);
  }

  /** What is sent: questions that are not shown keep their answers to themselves. */
  get facts() {
    const given = this.shown.map((question) => /** @type {const} */ ([question.id, question.value]));
    return Object.fromEntries(given.filter(([, value]) => value !== ""));
  }

  /** Everything that was typed, shown or not. */
  get answers() {
    return Object.fromEntries([...this.questions.values()].map((question) => [question.id, question.kept]));
  }

  /** @param {Record<string, string>} answers those not named are emptied */
  set answers(answers) {
    this.#left.clear();
    for (const question of this.questions.values()) question.kept = answers[question.id] ?? "";
  }

  /** The day or month of which the answer speaks; empty where there is none. */
  get day() {
    const value = this.questions.get(DAY_FACTS.find((id) => this.questions.has(id)) ?? "")?.value ?? "";
    return /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value;
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
   * @returns {boolean} whether a question came up that already has an answer, so that the rules must be asked again
   */
  reveal(response) {
    if (response.status !== "question" && response.status !== "decision") return false;
    const next = response.status === "question" ? this.questions.get(response.question) : undefined;
    const again = next !== undefined && !next.visible && next.value !== "";
    for (const question of this.questions.values()) {
      question.visible = question === next || question.id === "as_at" || response.asked.includes(question.id);
    }
    return again;
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
    if (sent || codes.size === 0) this.#summarise(this.shown.filter((question) => sent && question.error));
    return codes.size > 0;
  }

  /** @param {Response} response @param {boolean} sent @returns {Map<string, string>} error codes by question */
  #codes(response, sent) {
    const codes = new Map();
    if (sent && response.status === "question") codes.set(response.question, "missing");
    if (response.status === "invalid") {
      for (const { question, code } of response.errors) if (question) codes.set(question, code);
    }
    for (const question of this.shown)
      if (question.incomplete) codes.set(question.id, `not_a_${question.kind}`);
    return codes;
  }

  /** @param {Question[]} wrong */
  #summarise(wrong) {
    const summary = part(this.element, "summary");
    const links = wrong.map((question) => {
      const link = element("a", { href: `#${question.element.id}` }, question.error);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        question.control?.focus();
      });
      return element("li", {}, link);
    });
    find(summary, "ul").replaceChildren(...links);
    summary.hidden = links.length === 0;
    if (links.length) summary.focus();
  }
}
