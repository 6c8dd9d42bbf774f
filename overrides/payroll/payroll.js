// Joins what is entered, the rules and the result of one <payroll-calculator>.

/** @import { Evaluation, Rules } from "./run/evaluate.js" */
/** @import { Ask, Registered, Words } from "./types.d.ts" */

import { fill, find, part } from "../assets/javascripts/page/dom.js";
import { RulesClient } from "../assets/javascripts/page/rules-client.js";
import { toTop } from "../assets/javascripts/page/scroll.js";
import { Entry } from "./entry.js";
import { Sources } from "./file/source.js";
import { ResultBox } from "./result/result.js";
import { EvaluationError, evaluate } from "./run/evaluate.js";
import { Status } from "./run/status.js";
import { grouped } from "./run/values.js";

export class Payroll {
  /** What is under way, so that the reader can stop it. */
  #stop = new AbortController();

  /** @param {HTMLElement} root of payroll.html */
  constructor(root) {
    /** @type {Words} */
    const words = JSON.parse(find(root, '[data-part="words"]', HTMLScriptElement).text);
    this.root = root;
    this.words = words;
    this.status = new Status(root, words);
    const client = new RulesClient(globalThis.startRules, this.status);
    this.client = client;
    // rows go the same way as one question's replies: one entry point, JSON both ways
    const asked = /** @type {Ask} */ (/** @type {unknown} */ (client.ask.bind(client)));
    /** @type {Rules} */
    this.rules = { notice: root.dataset.notice ?? "", lang: root.lang, ask: asked };
    const names = JSON.parse(find(root, '[data-part="names"]', HTMLScriptElement).text);
    const sources = new Sources(root.dataset.reads ?? "", names);
    this.entry = new Entry(find(root, "form", HTMLFormElement), words, sources, this.rules);
    this.result = new ResultBox(root, words, sources.reader);
  }

  /** Show the form. */
  begin() {
    part(this.root, "without").hidden = true;
    this.entry.begin();
    const { form } = this.entry;
    form.addEventListener("focusin", () => this.client.start(), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#work();
    });
    part(this.root, "cancel").addEventListener("click", () => this.#stop.abort());
    this.entry.question("registered").element.addEventListener("change", () => this.#showResult());
    this.root.dataset.begun = "";
  }

  /** Work it out: what is wrong is shown at its place, in the list above, and the reader is taken there. */
  async #work() {
    if (this.status.working) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.entry.clear();
    this.status.work(true);
    /** @type {Evaluation | undefined} */
    let made;
    try {
      const rows = await this.entry.rows();
      const watch = { signal, progress: this.status.rows.bind(this.status) };
      if (rows && !signal.aborted) made = await evaluate(rows, this.rules, watch);
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
    this.status.work(false, signal.aborted);
    // what stood above while it worked is gone: now the result has its place
    if (made) this.#show(made);
  }

  /** @type {Evaluation | null} */
  #made = null;

  /** @param {Evaluation} made */
  #show(made) {
    this.#made = made;
    this.#showResult();
    if (this.entry.byHand) this.entry.hand.askFor(made.totals.reasons);
    const { read } = made.totals.rows;
    part(this.root, "announcement").textContent = fill(this.words.announce, { read: grouped(read) });
    const box = part(this.root, "result");
    toTop(box);
    box.focus({ preventScroll: true });
  }

  #showResult() {
    if (!this.#made) return;
    const registered = /** @type {Registered} */ (this.entry.question("registered").value || "unknown");
    this.result.show(this.#made, registered);
  }

  /** @param {unknown} error */
  #failed(error) {
    if (error instanceof EvaluationError) this.status.noAnswer(error.detail);
    else this.status.failed(error instanceof Error ? error : new Error(String(error)));
  }
}
