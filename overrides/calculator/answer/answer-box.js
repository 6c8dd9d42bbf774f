// The place of the answer: shows a decision, says it to screen readers, opens its explanation.

/** @import { DecisionResponse, Response } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */
/** @import { Words } from "../words.d.ts" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { toTop } from "../../assets/javascripts/page/scroll.js";
import { fetchAlong, prepareAlong } from "../along/fold.js";
import { showPictures } from "../picture/picture.js";
import { Citations } from "./citations.js";
import { renderDecision } from "./decision.js";
import { Texts } from "./texts.js";

export class AnswerBox {
  /** The facts whose answer stands on the page, as text. */
  #shownFor = "";
  /** What stands there, once something has. @type {DecisionResponse | undefined} */
  decision;
  /** The parts that the reader has opened stay open from answer to answer. @type {Set<string>} */
  #open = new Set();

  /**
   * @param {HTMLElement} root of calculator.html
   * @param {Map<string, Question>} questions
   * @param {Words} words
   * @param {(explain: boolean, lang?: string) => Promise<Response>} ask the rules of the facts on the page, with steps and
   *   changes or without, in a language
   */
  constructor(root, questions, words, ask) {
    this.root = root;
    this.questions = questions;
    this.words = words;
    this.ask = ask;
    this.texts = new Texts(root, words);
    part(root, "result").addEventListener("click", ({ target }) => this.#reveal(target));
  }

  /** Who follows a number finds its source open; the browser then goes there. @param {EventTarget | null} target */
  #reveal(target) {
    const link = target instanceof Element ? target.closest(".nc-refs a") : null;
    const source = link && this.root.querySelector(link.getAttribute("href") ?? "");
    const details = source?.closest("details");
    if (!details) return;
    details.open = true;
    this.#open.add(details.dataset.part ?? "");
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
      this.decision = decision;
      const answer = renderDecision(decision, this.root, this.texts, this.words);
      this.#prepareFolds(answer);
      this.#prepareExplanation(answer, shownFor);
      prepareAlong({ ...this, frame: answer, decision, facts });
      showPictures(part(answer, "picture"), decision, this.questions);
      part(this.root, "result").replaceChildren(answer);
      const outcome = part(answer, "outcome").firstElementChild?.textContent ?? "";
      part(this.root, "announcement").textContent = sent ? "" : fill(this.words.announce, { outcome });
    }
    if (!sent) return;
    const answer = find(this.root, ".nc-answer");
    // a browser would put its middle into the window, and its beginning out of it
    answer.focus({ preventScroll: true });
    toTop(answer);
  }

  #prepareFolds(/** @type {HTMLElement} */ answer) {
    for (const details of answer.querySelectorAll("details")) {
      const name = details.dataset.part ?? "";
      if (this.#open.has(name)) details.open = true;
      // a click comes before what it does; that a part stands open from the start is not the reader's wish
      find(details, "summary").addEventListener("click", () => {
        if (details.open) this.#open.delete(name);
        else this.#open.add(name);
      });
    }
  }

  /** The steps are asked for when they are opened. */
  #prepareExplanation(/** @type {HTMLElement} */ answer, /** @type {string} */ shownFor) {
    const details = find(answer, '[data-part="explain"]', HTMLDetailsElement);
    const target = part(details, "explanation");
    details.addEventListener("toggle", async () => {
      if (!details.open || target.dataset.state) return;
      target.dataset.state = "loading";
      target.replaceChildren(...(await this.#explanation(answer)));
      target.dataset.state = shownFor === this.#shownFor ? "ready" : "stale";
    });
  }

  /** @param {HTMLElement} answer @returns {Promise<(Node | string)[]>} */
  async #explanation(answer) {
    const { texts, questions } = this;
    const { explain: words, parameters } = this.words;
    const citations = new Citations(answer, texts, this.words);
    const context = { texts, citations, questions, words, parameters, lang: this.root.lang };
    try {
      const response = await this.ask(true);
      // fetched with what an answer can be taken along as: most readers open neither
      const { module } = await fetchAlong(find(answer, "[data-address]"));
      if (response.status === "decision" && response.steps)
        return module.renderExplanation(response, context);
      console.error("notice-calculator: no explanation:", response);
    } catch (error) {
      console.error("notice-calculator: no explanation:", error);
    }
    return [words.failed];
  }
}
