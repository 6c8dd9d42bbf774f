// Joins the form, the rules and the answer of one <notice-calculator>.

/** @import { Response } from "../assets/javascripts/protocol.d.ts" */
/** @import { Words } from "./words.d.ts" */

import { find, part } from "../assets/javascripts/page/dom.js";
import { keep, recall } from "../assets/javascripts/page/memory.js";
import { keepPlace } from "../assets/javascripts/page/place.js";
import { RulesClient } from "../assets/javascripts/page/rules-client.js";
import { savesData } from "../assets/javascripts/page/saves-data.js";
import { steady } from "../assets/javascripts/page/scroll.js";
import { failed } from "../assets/javascripts/shared/response.js";
import { takeBack } from "./along/fold.js";
import { AnswerBox } from "./answer/answer-box.js";
import { Form } from "./form/form.js";
import { Listener } from "./form/listener.js";
import { OwnDay } from "./other-day/own-day.js";
import { bringPictures, picturesInTime, waitsForPictures } from "./picture/picture.js";
import { Status } from "./status/status.js";

/** So long an answer may stand while that to other replies is on its way. */
const OUTLIVES_MS = 1000;

export class Calculator {
  /** Counts the changes; an answer to an earlier one is dropped. */
  #turn = 0;

  /** @param {HTMLElement} root of calculator.html */
  constructor(root) {
    /** @type {Words} */
    const words = JSON.parse(find(root, '[data-part="words"]', HTMLScriptElement).text);
    this.root = root;
    this.notice = root.dataset.notice ?? "";
    this.form = new Form(find(root, "form", HTMLFormElement));
    this.listener = new Listener(this.form, (sent) => this.#ask({ sent }));
    this.status = new Status(root, words);
    this.box = new AnswerBox(root, this.form.questions, words, (explain, lang) =>
      this.#rules(this.form.facts, explain, lang),
    );
    this.ownDay = new OwnDay(root, this.form, words.history, () => this.#ask());
    this.toPlace = keepPlace(() => part(root, "result").hasChildNodes());
    this.client = new RulesClient((...how) => globalThis.startRules(...how), this.status);
  }

  /** Put back what was answered, show the form, start the rules. */
  begin() {
    this.form.answers = recall(this.notice);
    this.form.showFirst();
    this.form.element.addEventListener("focusin", () => this.client.start());
    // the page may have been open, or put away, over midnight
    document.addEventListener("visibilitychange", () => this.form.renew() && this.#ask());
    this.#listenToButtons();
    part(this.root, "without").hidden = true;
    this.form.element.hidden = false;
    // figures below the form may have been missing when the reader's own day was put back
    document.addEventListener("DOMContentLoaded", () => this.ownDay.show(), { once: true });
    addEventListener("hashchange", () => this.#takeBack());
    if (this.#takeBack()) return;
    if (savesData() && !Object.keys(this.form.answers).length) this.status.wait();
    else this.#ask();
  }

  /** The replies of a link take the place of what was answered. @returns {boolean} whether one was followed */
  #takeBack() {
    const ask = (/** @type {boolean} */ sent) => this.#ask({ sent });
    const { root, form, box } = this;
    return takeBack({ root, form, box, ask, backToToday: () => this.ownDay.backToToday() });
  }

  /**
   * Ask the rules with all replies at once, and again where one that they refused is to be shown first; then show what
   * they say.
   * @param {{sent?: boolean}} options `sent`: the reader wants the answer, or to hear what is missing
   */
  async #ask({ sent = false } = {}) {
    this.listener.asked();
    this.form.renew();
    const turn = ++this.#turn;
    if (sent) {
      this.client.again();
      this.status.answerWaits();
    }
    const { answers } = this.form;
    keep(this.notice, answers);
    if (Object.keys(answers).length) bringPictures();
    // an answer does not stand for long beside replies that it is not about
    const clear = setTimeout(() => turn === this.#turn && this.box.clear(), OUTLIVES_MS);
    try {
      const response = await this.#rules(this.form.replies);
      if (turn !== this.#turn) return;
      this.#steadily(() => this.form.sayBack(response));
      if (!this.form.mistakes.waitsFor(response)) await this.#follow(response, turn, sent);
    } catch (error) {
      this.box.clear();
      // that the rules cannot run has been said
      if (this.root.dataset.state !== "failed") this.status.noAnswer(error);
    } finally {
      clearTimeout(clear);
      if (turn === this.#turn) this.toPlace();
    }
  }

  /**
   * Show the questions that follow, as far as there are replies to them, then the answer.
   * @param {Response} response @param {number} turn @param {boolean} sent
   */
  async #follow(response, turn, sent) {
    let last = response;
    while (this.#steadily(() => this.form.reveal(last))) {
      last = await this.#rules(this.form.replies);
      if (turn !== this.#turn) return;
      this.#steadily(() => this.form.sayBack(last));
    }
    if (last.status === "decision" && waitsForPictures()) {
      await picturesInTime();
      if (turn !== this.#turn) return;
    }
    // who asked for the answer is taken to it, or to what is missing
    if (sent) this.#show(last, sent);
    else this.#steadily(() => this.#show(last, sent));
  }

  /** Nothing moves under the reader's finger. @template T @param {() => T} change @returns {T} */
  #steadily(change) {
    return steady(this.listener.at, change);
  }

  /**
   * What would change an answer is asked with the facts it is about alone: a reply that is not on the page would add
   * cases to it of which the reader knows nothing.
   * @param {Record<string, string>} facts @param {boolean} explain @param {string} lang @returns {Promise<Response>}
   */
  #rules(facts, explain = false, lang = this.root.lang) {
    return this.client.ask({ notice: this.notice, lang, facts, ...(explain && { explain }) });
  }

  /** @param {Response} response @param {boolean} sent */
  #show(response, sent) {
    this.ownDay.show();
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

  #listenToButtons() {
    part(this.root, "restart").addEventListener("click", () => {
      this.form.answers = {};
      this.form.showFirst();
      this.#ask();
      this.form.first?.focus();
    });
    part(this.root, "again").addEventListener("click", (event) => {
      event.preventDefault();
      this.status.trying();
      this.client.again(true);
      this.#ask();
    });
  }
}
