// Joins the form, the rules and the answer of one <notice-calculator>.

/** @import { Response } from "../assets/javascripts/protocol.d.ts" */
/** @import { Words } from "./words.d.ts" */

import { today } from "../assets/javascripts/page/day.js";
import { find, part } from "../assets/javascripts/page/dom.js";
import { keep, recall } from "../assets/javascripts/page/memory.js";
import { RulesClient } from "../assets/javascripts/page/rules-client.js";
import { savesData } from "../assets/javascripts/page/saves-data.js";
import { failed } from "../assets/javascripts/shared/response.js";
import { AnswerBox } from "./answer/answer-box.js";
import { Form } from "./form/form.js";
import { OtherDay } from "./other-day/other-day.js";
import { Status } from "./status/status.js";

/** Who types on is not interrupted: the rules are asked after a pause, and errors shown after the field is left. */
const PAUSE_MS = 300;

export class Calculator {
  /** Counts the changes; an answer to an earlier one is dropped. */
  #turn = 0;
  /** @type {number | undefined} */
  #pause;

  /** @param {HTMLElement} root of calculator.html */
  constructor(root) {
    /** @type {Words} */
    const words = JSON.parse(find(root, '[data-part="words"]', HTMLScriptElement).text);
    this.root = root;
    this.notice = root.dataset.notice ?? "";
    this.form = new Form(find(root, "form", HTMLFormElement));
    this.status = new Status(root, words);
    this.box = new AnswerBox(root, this.form.questions, words, () => this.#rules(this.form.facts, true));
    const article = root.closest("article") ?? document.body;
    this.otherDay = new OtherDay(article, words.history, root.lang, () => this.#backToToday());
    this.client = new RulesClient(globalThis.startRules, this.status);
  }

  /** Put back what was answered, show the form, start the rules. */
  begin() {
    this.form.answers = recall(this.notice);
    this.form.showFirst();
    this.#listen();
    part(this.root, "without").hidden = true;
    this.form.element.hidden = false;
    // figures below the form may have been missing when the reader's own day was put back
    document.addEventListener("DOMContentLoaded", () => this.#remember(), { once: true });
    if (savesData()) this.status.wait();
    else this.#ask();
  }

  #listen() {
    const { element } = this.form;
    element.addEventListener("input", ({ target }) => this.#changed(target, PAUSE_MS));
    element.addEventListener("change", ({ target }) => this.#changed(target, 0));
    element.addEventListener("focusin", () => this.client.start());
    element.addEventListener("focusout", ({ target }) => this.#left(target));
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.status.answerWaits();
      this.#ask({ sent: true });
    });
    part(this.root, "restart").addEventListener("click", () => this.#restart());
  }

  /** @param {EventTarget | null} target @param {number} pause */
  #changed(target, pause) {
    const question = this.form.questionOf(target);
    if (!question) return;
    question.settle(target);
    // browsers say "changed" at every key in a date field; only a program changes a field that has no focus
    if (target === document.activeElement && target === question.field) this.form.enter(question);
    else this.form.leave(question);
    this.#askAfter(target === question.field ? pause : 0);
  }

  /**
   * A field is left, perhaps for the button, which must not move away under the pointer.
   * @param {EventTarget | null} target
   */
  #left(target) {
    const question = this.form.questionOf(target);
    if (!question) return;
    this.form.leave(question);
    this.#askAfter(PAUSE_MS);
  }

  /** @param {number} pause */
  #askAfter(pause) {
    clearTimeout(this.#pause);
    if (pause) this.#pause = setTimeout(() => this.#ask(), pause);
    else this.#ask();
  }

  /**
   * Ask the rules with all replies at once, and again where one that they refused is to be shown first; then show what
   * they say.
   * @param {{sent?: boolean}} options `sent`: the reader wants the answer, or to hear what is missing
   */
  async #ask({ sent = false } = {}) {
    clearTimeout(this.#pause);
    const turn = ++this.#turn;
    this.#remember();
    try {
      let response = await this.#rules(this.form.replies);
      while (turn === this.#turn && this.form.reveal(response))
        response = await this.#rules(this.form.replies);
      if (turn === this.#turn) this.#show(response, sent);
    } catch (error) {
      if (this.root.dataset.state !== "failed")
        this.status.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /**
   * What would change an answer is asked with the facts it is about alone: a reply that is not on the page would add
   * cases to it of which the reader knows nothing.
   * @param {Record<string, string>} facts @param {boolean} explain @returns {Promise<Response>}
   */
  #rules(facts, explain = false) {
    return this.client.ask({ notice: this.notice, lang: this.root.lang, facts, ...(explain && { explain }) });
  }

  /** @param {Response} response @param {boolean} sent */
  #show(response, sent) {
    const ours = response.status === "invalid" && response.errors.some(({ question }) => question === null);
    if (failed(response) || ours) {
      this.box.clear();
      this.status.noAnswer(response);
      return;
    }
    this.status.answered();
    const wrong = this.form.showErrors(response, sent);
    if (response.status === "decision" && !wrong) this.box.show(response, this.form.facts, sent);
    else this.box.clear();
  }

  #remember() {
    keep(this.notice, this.form.answers);
    const { day } = this.form;
    this.otherDay.show(day === today() ? null : day || null);
  }

  #backToToday() {
    this.form.backToToday();
    this.#ask();
    this.otherDay.show(null);
    this.root.scrollIntoView();
  }

  #restart() {
    this.form.answers = {};
    this.form.showFirst();
    this.#ask();
    this.form.first?.focus();
  }
}
