// The list of mistakes above the form: each leads to its question, in the words that stand there.

/** @import { Question } from "../question/question.js" */
/** @typedef {Pick<Question, "element" | "mistake" | "focus">} Mistaken a question, or whatever else has a mistake */

import { element, fill, find, part } from "../../assets/javascripts/page/dom.js";
import { toTop } from "../../assets/javascripts/page/scroll.js";

export class ErrorSummary {
  /** @param {HTMLElement} form with error-summary.html */
  constructor(form) {
    this.element = part(form, "summary");
    this.title = find(this.element, "p");
    this.list = find(this.element, "ul");
  }

  /**
   * Show these mistakes, and take the reader who has sent the form to them; none hides the list. One that stands there
   * follows what is at the fields.
   * @param {Mistaken[]} wrong
   * @param {boolean} sent
   */
  show(wrong, sent) {
    if (!sent && this.element.hidden) return;
    this.list.replaceChildren(...wrong.map((question) => element("li", {}, linkTo(question))));
    this.title.textContent = fill(this.title.dataset.says ?? "", { count: String(wrong.length) });
    this.element.hidden = wrong.length === 0;
    if (sent && wrong.length) this.element.focus();
  }
}

/** @param {Mistaken} question */
function linkTo(question) {
  const link = element("a", { href: `#${question.element.id}` }, question.mistake);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    question.focus();
    // a browser shows the field; what is asked stands above it
    toTop(question.element);
  });
  return link;
}
