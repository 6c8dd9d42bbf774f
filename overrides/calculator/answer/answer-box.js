// The place of the answer: shows a decision, says it to screen readers, opens its explanation.

/** @import { DecisionResponse, Response } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */
/** @import { Words } from "../words.d.ts" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { renderExplanation } from "../explanation/explanation.js";
import { showPictures } from "../picture/picture.js";
import { renderDecision } from "./decision.js";
import { Texts } from "./texts.js";

export class AnswerBox {
  /** The facts whose answer stands on the page, as text. */
  #shownFor = "";
  #open = false;

  /**
   * @param {HTMLElement} root of calculator.html
   * @param {Map<string, Question>} questions
   * @param {Words} words
   * @param {() => Promise<Response>} explain asks the rules for steps and changes
   */
  constructor(root, questions, words, explain) {
    this.root = root;
    this.questions = questions;
    this.words = words;
    this.explain = explain;
    this.texts = new Texts(root, words);
  }

  /** No answer stands. */
  clear() {
    this.#shownFor = "";
    part(this.root, "result").replaceChildren();
    part(this.root, "announcement").textContent = "";
  }

  /**
   * @param {DecisionResponse} decision
   * @param {Record<string, string>} facts
   * @param {boolean} sent the reader asked for it: then the answer gets the focus
   */
  show(decision, facts, sent) {
    const shownFor = JSON.stringify(facts);
    if (shownFor !== this.#shownFor) {
      this.#shownFor = shownFor;
      const answer = renderDecision(decision, this.root, this.texts, this.words);
      this.#prepareExplanation(answer, shownFor);
      part(this.root, "result").replaceChildren(answer);
      showPictures(part(answer, "picture"), decision, facts, this.questions);
      const outcome = part(answer, "outcome").firstElementChild?.textContent ?? "";
      part(this.root, "announcement").textContent = sent ? "" : fill(this.words.announce, { outcome });
    }
    if (sent) find(this.root, ".nc-answer").focus();
  }

  /** The steps are asked for when they are opened; they stay open from answer to answer. */
  #prepareExplanation(/** @type {HTMLElement} */ answer, /** @type {string} */ shownFor) {
    const details = find(answer, '[data-part="explain"]', HTMLDetailsElement);
    const target = part(details, "explanation");
    details.addEventListener("toggle", async () => {
      this.#open = details.open;
      if (!details.open || target.dataset.state) return;
      target.dataset.state = "loading";
      target.replaceChildren(...(await this.#explanation()));
      target.dataset.state = shownFor === this.#shownFor ? "ready" : "stale";
    });
    details.open = this.#open;
  }

  /** @returns {Promise<(Node | string)[]>} */
  async #explanation() {
    const { explain: words, parameters } = this.words;
    const context = { texts: this.texts, questions: this.questions, words, parameters, lang: this.root.lang };
    try {
      const response = await this.explain();
      if (response.status === "decision" && response.steps) return renderExplanation(response, context);
      console.error("notice-calculator: no explanation:", response);
    } catch (error) {
      console.error("notice-calculator: no explanation:", error);
    }
    return [words.failed];
  }
}
