// What the reader does in the form, as the moments at which the rules are asked.

/** @import { Question } from "../question/question.js" */
/** @import { Form } from "./form.js" */

/** Who types on is not interrupted: the rules are asked after a pause, and errors shown after the field is left. */
const PAUSE_MS = 300;
/** Of a number nobody can tell whether it goes on: 39 counts once the reader rests there, or leaves. */
const REST_MS = 1200;

export class Listener {
  /** @type {number | undefined} */
  #pause;
  /** @type {number | undefined} */
  #rest;
  /** The question that was answered last. @type {Element | undefined} */
  #at;

  /**
   * @param {Form} form
   * @param {(sent: boolean) => void} ask `sent`: the reader wants the answer, or to hear what is missing
   */
  constructor(form, ask) {
    this.form = form;
    this.ask = ask;
    const { element } = form;
    element.addEventListener("input", ({ target }) => this.#typed(target));
    element.addEventListener("change", ({ target }) => this.#changed(target));
    element.addEventListener("focusout", ({ target }) => this.#left(target));
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      form.mistakes.sent();
      ask(true);
    });
  }

  /** What the reader is at: it must not move in the window. */
  get at() {
    const { activeElement } = document;
    return this.form.element.contains(activeElement) ? activeElement : this.#at;
  }

  /** The rules are being asked: whatever waited for a pause is asked with it. */
  asked() {
    clearTimeout(this.#pause);
  }

  /** Nothing that is in a field counts before it is whole. @param {EventTarget | null} target */
  #typed(target) {
    const question = this.form.questionOf(target);
    // a choice is heard of by its change
    if (!question || target !== question.field) return;
    question.settle(target);
    this.form.mistakes.enter(question);
    this.#askAfter(PAUSE_MS);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rests(question), REST_MS);
  }

  /** @param {Question} question */
  #rests(question) {
    if (this.form.mistakes.rest(question)) this.ask(false);
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    const question = this.form.questionOf(target);
    if (!question) return;
    this.#at = question.element;
    question.settle(target);
    this.form.mistakes.leave(question);
    this.#askAfter(0);
  }

  /**
   * A field is left, perhaps for the button, which must not move away under the pointer.
   * @param {EventTarget | null} target
   */
  #left(target) {
    const question = this.form.questionOf(target);
    if (!question) return;
    this.form.mistakes.leave(question);
    this.#askAfter(PAUSE_MS);
  }

  /** @param {number} pause */
  #askAfter(pause) {
    clearTimeout(this.#pause);
    if (pause) this.#pause = setTimeout(() => this.ask(false), pause);
    else this.ask(false);
  }
}
