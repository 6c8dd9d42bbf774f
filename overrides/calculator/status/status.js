// What the reader sees of the runtime: that it loads, how far it is, that it failed and what then.

/** @import { Runtime } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Sentence } from "../../assets/javascripts/page/failure.js" */
/** @import { Listener } from "../../assets/javascripts/page/rules.d.ts" */
/** @import { RulesUnavailableError } from "../../assets/javascripts/page/rules-unavailable.js" */
/** @import { Words } from "../words.d.ts" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { say } from "../../assets/javascripts/page/failure.js";

/** Loading that takes no longer than this is not worth a word. */
const PATIENCE_MS = 1000;
const BYTES_PER_MB = 1_000_000;

/** @implements {Listener} */
export class Status {
  /** @type {number | undefined} */
  #timer;
  /** In bytes; a total of 0 is not known. */
  #progress = { loaded: 0, total: 0 };
  /** @type {Sentence} */
  #said = "";

  /**
   * @param {HTMLElement} root of calculator.html; gets `data-state` and `data-runtime`
   * @param {Words} words
   */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.box = part(root, "loading");
    this.bar = find(this.box, "progress", HTMLProgressElement);
  }

  /** Nothing has been started yet. */
  wait() {
    this.root.dataset.state = "waiting";
  }

  /** @param {boolean} awaiting */
  awaiting(awaiting) {
    const { state } = this.root.dataset;
    // what has failed is tried again
    if (awaiting && state === "failed") this.#say("");
    if (awaiting && state !== "ready") this.root.dataset.state = "loading";
    clearTimeout(this.#timer);
    if (awaiting) this.#timer = setTimeout(() => this.#showLoading(), PATIENCE_MS);
    else this.box.hidden = true;
  }

  /** The reader asked for the answer before it can be given. */
  answerWaits() {
    if (this.root.dataset.state === "ready") return;
    part(this.box, "loading-text").textContent = this.words.answer_waits;
    this.#showLoading();
  }

  #showLoading() {
    // once the other way is shown, no bar pretends that it will not be long
    if (part(this.root, "failed").hidden) this.box.hidden = false;
    this.#showProgress();
  }

  /** @param {number} loaded @param {number} total bytes */
  progress(loaded, total) {
    this.#progress = { loaded, total };
    // something comes again
    if (total && this.#said === "slow") this.trying();
    this.#showProgress();
  }

  #showProgress() {
    const { loaded, total } = this.#progress;
    if (!total || this.box.hidden) return;
    this.bar.value = loaded / total;
    // both languages write a point; Intl would take tens of milliseconds to start on a phone
    const [done, all] = [loaded, total].map((bytes) => (bytes / BYTES_PER_MB).toFixed(1));
    part(this.box, "loading-size").textContent = fill(this.words.loading_size, {
      loaded: done ?? "",
      total: all ?? "",
    });
  }

  /** @param {Runtime} runtime */
  ready(runtime) {
    this.root.dataset.state = "ready";
    this.root.dataset.runtime = runtime;
    this.#say("");
  }

  slow() {
    this.box.hidden = true;
    this.#say("slow");
  }

  /** It loads, whatever was said of it. */
  trying() {
    this.#say("");
    if (this.root.dataset.state === "loading") this.#showLoading();
  }

  late() {
    this.box.hidden = true;
    this.#say("late");
  }

  /** The rules cannot run: the form stays as it is, and can be sent again. @param {RulesUnavailableError} error */
  async failed(error) {
    console.error("notice-calculator:", error);
    this.root.dataset.state = "failed";
    this.box.hidden = true;
    const { fault } = error;
    if (fault !== "network" && (await globalThis.loadAnew?.())) return;
    if (this.root.dataset.state === "failed") this.#say(fault === "browser" ? "failed" : fault);
  }

  /** The rules ran and could not answer. @param {unknown} detail */
  noAnswer(detail) {
    console.error("notice-calculator:", detail);
    this.#say("failed_answer");
  }

  /** An answer has come: whatever was said before no longer holds. */
  answered() {
    this.#say("");
  }

  /** @param {Sentence} which */
  #say(which) {
    this.#said = which;
    say(this.root, which);
  }
}
