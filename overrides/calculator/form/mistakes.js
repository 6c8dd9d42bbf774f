// When a mistake is shown: not to a reader who is still typing, but once a field is left or the form is sent.

/** @import { Figure, Response } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */

/** @typedef {{code: string, readings?: Figure[]}} Fault */

export class Mistakes {
  /** Questions the reader has left with something in them: only these show errors before the form is sent. */
  #left = new Set();
  /** The question in whose field the reader is typing. @type {Question | undefined} */
  #typing;
  /** Whether that reader has rested in the middle of it. */
  #resting = false;

  clear() {
    this.#left.clear();
    this.#typing = undefined;
  }

  /** @param {Question} question */
  leave(question) {
    if (this.#typing === question) this.#typing = undefined;
    if (question.value) this.#left.add(question.id);
  }

  /** The reader is at it again: no new error until they leave. @param {Question} question */
  enter(question) {
    this.#typing = question;
    this.#resting = false;
    this.#left.delete(question.id);
  }

  /** @param {Question} question @returns {boolean} whether the reader is still at it, in a field of which that counts */
  rest(question) {
    this.#resting = this.#typing === question && !question.written;
    return this.#resting;
  }

  /** Nobody is typing: the form was sent. */
  sent() {
    this.#typing = undefined;
  }

  /**
   * Whether what is being typed is no reply yet: it cannot be read, or may be the beginning of something else. Half a
   * day never counts, half a number only where the reader rests.
   * @param {Response} response
   */
  waitsFor(response) {
    if (!this.#typing || response.status === "failed") return false;
    const reading = response.read?.[this.#typing.id];
    return !reading?.whole || !(this.#typing.written || this.#resting);
  }

  /** @param {Response} response @param {boolean} sent @param {Question[]} shown @returns {boolean} whether any is wrong */
  show(response, sent, shown) {
    const faults = faultsOf(response, sent);
    for (const question of shown) {
      const { code = "", readings } = faults.get(question.id) ?? {};
      const mayShow = sent || this.#left.has(question.id) || question.error !== "";
      question.showError(mayShow ? code : "", readings, !sent);
    }
    return faults.size > 0;
  }
}

/** @param {Response} response @param {boolean} sent @returns {Map<string, Fault>} what is wrong, by question */
function faultsOf(response, sent) {
  /** @type {Map<string, Fault>} */
  const faults = new Map();
  if (sent && response.status === "question") faults.set(response.question, { code: "missing" });
  if (response.status === "invalid") {
    for (const { question, ...fault } of response.errors) if (question) faults.set(question, fault);
  }
  return faults;
}
