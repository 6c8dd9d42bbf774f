// A calculator as the templates make it, hidden in the page: its parts are copied from it for every state.

/** @import { Context } from "../../../overrides/calculator/explanation/explanation.js" */
/** @import { Question } from "../../../overrides/calculator/question/question.js" */
/** @import { Response } from "../../../overrides/assets/javascripts/protocol.d.ts" */
/** @import { Words } from "../../../overrides/calculator/words.d.ts" */

import { find } from "../../../overrides/assets/javascripts/page/dom.js";
import { Citations } from "../../../overrides/calculator/answer/citations.js";
import { Texts } from "../../../overrides/calculator/answer/texts.js";
import { Form } from "../../../overrides/calculator/form/form.js";

export class Pattern {
  /** @param {HTMLElement} holder */
  constructor(holder) {
    this.lang = holder.dataset.pattern ?? "";
    this.root = find(holder, "notice-calculator");
    /** @type {Words} */
    this.words = JSON.parse(find(this.root, '[data-part="words"]', HTMLScriptElement).text);
    this.texts = new Texts(this.root, this.words);
    this.own = new Form(find(this.root, "form", HTMLFormElement));
  }

  /** What the explanation of an answer is made with. @param {HTMLElement} answer @returns {Context} */
  context(answer) {
    const { texts, words, lang } = this;
    const citations = new Citations(answer, texts, words);
    const { explain, parameters } = words;
    return { texts, citations, questions: this.own.questions, words: explain, parameters, lang };
  }

  /** The replies that an explanation speaks of. @param {Record<string, string>} facts @param {Response} response */
  answer(facts, response) {
    this.own.answers = facts;
    this.own.sayBack(response);
  }

  /** @param {string} id @returns {Question} */
  question(id) {
    return /** @type {Question} */ (this.own.questions.get(id));
  }

  /** A form of its own with these questions alone. @param {string[]} ids */
  form(...ids) {
    const form = copyOf(this.own.element);
    for (const part of form.querySelectorAll(".nc-intro, .nc-loading, .nc-buttons")) part.remove();
    for (const each of form.querySelectorAll("[data-question]"))
      if (!ids.includes(each.getAttribute("data-question") ?? "")) each.remove();
    form.hidden = false;
    const all = new Form(form);
    for (const question of all.questions.values()) question.visible = true;
    return { form, all };
  }

  /** Everything of a calculator but the texts of its answers. */
  frame() {
    return [...this.root.children].filter((each) => !each.matches("template, script")).map(copyOf);
  }

  /** @param {HTMLElement} box with a frame */
  showFirst(box) {
    const form = find(box, "form", HTMLFormElement);
    form.hidden = false;
    const first = new Form(form);
    first.answers = {};
    first.showFirst();
  }
}

/** @template {Element} T @param {T} node @returns {T} */
const copyOf = (node) => /** @type {T} */ (node.cloneNode(true));

const REFERRING = ["id", "for", "aria-labelledby", "aria-describedby", "href"];
let copies = 0;

/** Give every copy ids of its own, and let what refers to them follow. @param {HTMLElement} box */
export function apart(box) {
  const ending = `--${++copies}`;
  const own = new Set([...box.querySelectorAll("[id]")].map(({ id }) => id));
  for (const name of REFERRING) {
    for (const each of box.querySelectorAll(`[${name}]`)) {
      const words = (each.getAttribute(name) ?? "").split(" ");
      each.setAttribute(
        name,
        words.map((word) => (own.has(word.replace("#", "")) ? word + ending : word)).join(" "),
      );
    }
  }
}
