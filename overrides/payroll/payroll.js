// Joins the two ways in, the rules and the result of one <payroll-calculator>.

/** @import { PayrollResponse } from "../assets/javascripts/protocol.d.ts" */
/** @import { Evaluation, Rules } from "./run/evaluate.js" */
/** @import { Ask, Payroll as Rows, Registered, Words } from "./types.d.ts" */

import { fill, find, part } from "../assets/javascripts/page/dom.js";
import { RulesClient, RulesUnavailableError } from "../assets/javascripts/page/rules-client.js";
import { toTop } from "../assets/javascripts/page/scroll.js";
import { ErrorSummary } from "../calculator/error-summary/error-summary.js";
import { Question } from "../calculator/question/question.js";
import { ByHand } from "./by-hand/by-hand.js";
import { FileWay } from "./file/file.js";
import { Sources } from "./file/source.js";
import { ResultBox } from "./result/result.js";
import { ask, EvaluationError, evaluate } from "./run/evaluate.js";
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
    this.form = find(root, "form", HTMLFormElement);
    /** @type {Map<string, Question>} */
    this.questions = new Map();
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (
      this.form.querySelectorAll("[data-question]")
    )) {
      const question = new Question(each);
      // in a notice's form each stands hidden until the rules ask for it
      question.visible = true;
      this.questions.set(question.id, question);
    }
    this.summary = new ErrorSummary(this.form);
    this.status = new Status(root, words);
    this.hand = new ByHand(find(this.form, '[data-way="hand"]'), this.questions);
    const names = JSON.parse(find(root, '[data-part="names"]', HTMLScriptElement).text);
    const sources = new Sources(root.dataset.reads ?? "", names);
    this.file = new FileWay(find(this.form, '[data-way="file"]'), words, sources);
    this.result = new ResultBox(root, words, sources.reader);
    const client = new RulesClient((...how) => globalThis.startRules(...how), this.status);
    this.client = client;
    // rows go the same way as one question's replies: one entry point, JSON both ways
    const asked = /** @type {Ask} */ (/** @type {unknown} */ (client.ask.bind(client)));
    /** @type {Rules} */
    this.rules = { notice: root.dataset.notice ?? "", lang: root.lang, ask: asked };
  }

  /** Show the form. */
  begin() {
    const paidOn = this.#question("paid_on");
    paidOn.beginsToday = true;
    paidOn.begin();
    part(this.root, "without").hidden = true;
    this.form.hidden = false;
    this.#showWay();
    this.form.addEventListener("change", ({ target }) => {
      if (this.#way.element.contains(/** @type {Node} */ (target))) this.#showWay();
    });
    this.form.addEventListener("focusin", () => this.client.start(), { once: true });
    const work = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.client.again();
      this.#work();
    };
    this.form.addEventListener("submit", work);
    part(this.root, "again").addEventListener("click", work);
    part(this.root, "cancel").addEventListener("click", () => this.#stop.abort());
    this.#question("registered").element.addEventListener("change", () => this.#showResult());
    this.root.dataset.begun = "";
  }

  /** @param {string} id */
  #question(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`no question "${id}"`);
    return question;
  }

  get #way() {
    return this.#question("way");
  }

  #showWay() {
    const way = this.#way.value;
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (
      this.form.querySelectorAll("section[data-way]")
    ))
      section.hidden = section.dataset.way !== way;
    part(this.form, "both").hidden = !way;
  }

  /** Work it out: what is wrong is shown at its place, in the list above, and the reader is taken there. */
  async #work() {
    if (this.status.working) return;
    this.#question("paid_on").renew();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#clear();
    this.status.work(true);
    /** @type {Evaluation | undefined} */
    let made;
    try {
      const rows = this.#way.value === "file" ? await this.#ofFile() : await this.#ofHand();
      const watch = { signal, progress: this.status.rows.bind(this.status) };
      if (rows && !signal.aborted) made = await evaluate(rows, this.rules, watch);
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
    this.status.work(false, signal.aborted);
    // what stood above while it worked is gone: now the result has its place
    if (made) this.#show(made);
  }

  #clear() {
    const own = [...this.questions.values()].filter((question) => question.visible);
    for (const question of new Set([...own, ...this.hand.shown])) question.showError("");
    this.file.clearMistake();
    this.summary.show([], true);
  }

  /** @returns {Promise<Rows | null>} null where something is wrong, which is then shown */
  async #ofHand() {
    const paidOn = this.#question("paid_on").value;
    const response = await this.#probe(this.hand.probe(paidOn));
    if (!response) return null;
    const wrong = this.hand.mistakes(response);
    if (!wrong.length) return this.hand.payroll(response, paidOn);
    this.summary.show(wrong, true);
    return null;
  }

  /** @returns {Promise<Rows | null>} null where something is wrong, which is then shown */
  async #ofFile() {
    await this.file.reading;
    const wrong = this.file.mistakes();
    if (wrong.length) {
      this.summary.show(wrong, true);
      return null;
    }
    const rows = this.file.payroll(this.#question("paid_on").value);
    return (await this.#probe({ ...rows, rows: rows.rows.slice(0, 1) })) ? rows : null;
  }

  /**
   * Ask about a few rows first: whether the day of payment can be read stands in no row.
   * @param {Rows} rows
   * @returns {Promise<PayrollResponse | null>}
   */
  async #probe(rows) {
    const question = this.#question("paid_on");
    let code = question.value ? "" : "missing";
    if (!code)
      try {
        return await ask(rows, this.rules);
      } catch (error) {
        const said = error instanceof EvaluationError ? error.mistakes : [];
        code = said.find((mistake) => mistake.question === question.id)?.code ?? "";
        if (!code) throw error;
      }
    question.showError(code);
    this.summary.show([question], true);
    return null;
  }

  /** @type {Evaluation | null} */
  #made = null;

  /** @param {Evaluation} made */
  #show(made) {
    this.#made = made;
    this.#showResult();
    if (this.#way.value === "hand") this.hand.askFor(made.totals.reasons);
    const { read } = made.totals.rows;
    part(this.root, "announcement").textContent = fill(this.words.announce, { read: grouped(read) });
    const box = part(this.root, "result");
    toTop(box);
    box.focus({ preventScroll: true });
  }

  #showResult() {
    if (!this.#made) return;
    const registered = /** @type {Registered} */ (this.#question("registered").value || "unknown");
    this.result.show(this.#made, registered);
  }

  /** @param {unknown} error */
  #failed(error) {
    // that the rules cannot run has been said
    if (!(error instanceof RulesUnavailableError))
      this.status.noAnswer(error instanceof EvaluationError ? error.detail : error);
  }
}
