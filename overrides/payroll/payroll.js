// Joins what is entered, the rules and the result of one <payroll-calculator>.

/** @import { Evaluation, Rules } from "./run/evaluate.js" */
/** @import { Ask, Registered, Words } from "./types.d.ts" */

import { fill, find, part } from "../assets/javascripts/page/dom.js";
import { keepPlace } from "../assets/javascripts/page/place.js";
import { RulesClient } from "../assets/javascripts/page/rules-client.js";
import { RulesUnavailableError } from "../assets/javascripts/page/rules-unavailable.js";
import { toTop } from "../assets/javascripts/page/scroll.js";
import { Entry } from "./entry.js";
import { Sources } from "./file/source.js";
import { remember } from "./kept.js";
import { ResultBox } from "./result/result.js";
import { EvaluationError, evaluate, orStopped } from "./run/evaluate.js";
import { Rehearsal } from "./run/rehearsal.js";
import { Status } from "./run/status.js";
import { grouped } from "./run/values.js";

/** Fields whose every sign is heard of. */
const TYPED = ["text", "search", "number", "date", "month", "tel"];

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
    const client = new RulesClient((...how) => globalThis.startRules(...how), this.status);
    this.client = client;
    // rows go the same way as one question's replies: one entry point, JSON both ways
    const asked = /** @type {Ask} */ (/** @type {unknown} */ (client.ask.bind(client)));
    /** @type {Rules} */
    this.rules = { notice: root.dataset.notice ?? "", lang: root.lang, ask: asked };
    this.rehearsal = new Rehearsal(this.rules);
    const names = JSON.parse(find(root, '[data-part="names"]', HTMLScriptElement).text);
    const sources = new Sources(root.dataset.reads ?? "", names);
    this.entry = new Entry(find(root, "form", HTMLFormElement), words, sources, this.rules);
    this.result = new ResultBox(root, words, sources.reader);
    this.toPlace = keepPlace(() => this.#ofHand);
  }

  /** Put back what was typed, and show the form. */
  begin() {
    const { form, questions, hand } = this.entry;
    part(this.root, "without").hidden = true;
    const stood = this.entry.begin(() => remember(this.rules.notice, questions, hand, () => this.#ofHand));
    form.addEventListener("focusin", () => this.client.start(), { once: true });
    for (const event of ["focusin", "change"]) form.addEventListener(event, () => this.#rehearse());
    const work = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.client.again();
      this.#work();
    };
    form.addEventListener("submit", work);
    part(this.root, "again").addEventListener("click", (event) => {
      // also what has not begun yet
      this.client.again(true);
      work(event);
    });
    part(this.root, "cancel").addEventListener("click", () => this.#stop.abort());
    const registered = this.entry.question("registered").element;
    registered.addEventListener("change", () => this.#showResult());
    for (const event of ["input", "change"])
      form.addEventListener(event, ({ target, type, isTrusted }) => {
        // another reading of the same rows
        if (registered.contains(/** @type {Node} */ (target))) return;
        // of what is typed, leaving the field says nothing new
        const typed = target instanceof HTMLInputElement && TYPED.includes(target.type);
        if (typed && type === "change" && isTrusted) return;
        this.#stop.abort();
        this.#outdated();
      });
    part(this.root, "mend").addEventListener("click", () => this.#mend());
    this.root.dataset.begun = "";
    if (stood) this.#work({ sent: false });
  }

  /**
   * Work it out: what is wrong is shown at its place, in the list above, and the reader is taken there.
   * @param {{ sent?: boolean }} options `sent`: the reader wants the result, and is taken to it
   */
  async #work({ sent = true } = {}) {
    if (this.status.working) return;
    this.rehearsal.end();
    this.entry.question("paid_on").renew();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.entry.clear();
    this.status.work(true);
    /** @type {Evaluation | undefined} */
    let made;
    try {
      made = await orStopped(this.#evaluated(signal), signal);
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
    this.status.work(false, signal.aborted);
    // what stood above while it worked is gone: now the result has its place
    if (made) this.#show(made, sent);
    else this.#outdated();
    this.toPlace();
  }

  /** While the reader looks for a file. */
  #rehearse() {
    if (this.entry.byHand) this.rehearsal.putOff();
    else this.rehearsal.begin((id) => this.entry.question(id).radios.map(({ value }) => value));
  }

  /** @param {AbortSignal} signal @returns {Promise<Evaluation | undefined>} none where something is wrong, which is then shown */
  async #evaluated(signal) {
    const rows = await this.entry.rows(signal);
    const watch = { signal, progress: this.status.rows.bind(this.status) };
    return rows && !signal.aborted ? evaluate(rows, this.rules, watch) : undefined;
  }

  /** @type {Evaluation | null} */
  #made = null;

  /** Whether a result stands there that comes back: of a file nothing is kept. */
  get #ofHand() {
    return this.#made !== null && this.entry.byHand;
  }

  /** @param {Evaluation} made @param {boolean} sent */
  #show(made, sent) {
    this.#made = made;
    const box = part(this.root, "result");
    let stands = Number.NaN;
    // on a short page there was no room to bring it there before; who has gone on meanwhile is left alone
    this.#showResult(() => stands === scrollY && toTop(box));
    const open = this.entry.byHand ? this.entry.hand.askFor(made.totals.reasons) : [];
    this.result.leadTo(open[0]);
    if (!sent) return;
    const { read } = made.totals.rows;
    part(this.root, "announcement").textContent = fill(this.words.announce, { read: grouped(read) });
    toTop(box);
    stands = scrollY;
    box.focus({ preventScroll: true });
  }

  /** A corrected file is worked out as soon as it has been chosen. */
  #mend() {
    const { input } = this.entry.file;
    const done = new AbortController();
    const { signal } = done;
    input.addEventListener("cancel", () => done.abort(), { signal });
    const chosen = () => {
      done.abort();
      // once everybody has heard of it
      setTimeout(() => this.#work());
    };
    input.addEventListener("change", chosen, { signal });
    input.click();
  }

  /** A result never outlives what it was made of. */
  #outdated() {
    this.#made = null;
    this.result.takeAway();
  }

  /** @param {() => void} [whole] called once all of it is drawn */
  #showResult(whole) {
    if (!this.#made) return;
    const registered = /** @type {Registered} */ (this.entry.question("registered").value);
    this.result.show(this.#made, registered, whole);
  }

  /** @param {unknown} error */
  #failed(error) {
    // that the rules cannot run has been said
    if (!(error instanceof RulesUnavailableError))
      this.status.noAnswer(error instanceof EvaluationError ? error.detail : error);
  }
}
