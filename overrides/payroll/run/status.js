// What the reader sees of the runtime and of the work: that it loads, how far it is, that it failed and what then.

/** @import { Runtime } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Sentence } from "../../assets/javascripts/page/failure.js" */
/** @import { Listener } from "../../assets/javascripts/page/rules.d.ts" */
/** @import { RulesUnavailableError } from "../../assets/javascripts/page/rules-unavailable.js" */
/** @import { Words } from "../types.d.ts" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { say } from "../../assets/javascripts/page/failure.js";
import { grouped } from "./values.js";

const BYTES_PER_MB = 1_000_000;

/** @implements {Listener} */
export class Status {
  #ready = false;
  /** @type {Sentence} */
  #said = "";
  /** Whether the reader waits for a result. */
  working = false;

  /** @param {HTMLElement} root of payroll.html; gets `data-state` and `data-runtime` @param {Words} words */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.loading = part(root, "loading");
    this.box = part(root, "progress");
    this.bar = find(this.box, "progress", HTMLProgressElement);
  }

  awaiting() {}

  /** @param {number} loaded @param {number} total bytes; a total of 0 is not known */
  progress(loaded, total) {
    if (!total) return;
    // something comes again
    if (this.#said === "slow") this.#say("");
    find(this.loading, "progress", HTMLProgressElement).value = loaded / total;
    const [done = "", all = ""] = [loaded, total].map((bytes) => (bytes / BYTES_PER_MB).toFixed(1));
    part(this.loading, "loading-size").textContent = fill(this.words.loading_size, {
      loaded: done,
      total: all,
    });
  }

  /** @param {Runtime} runtime */
  ready(runtime) {
    this.#ready = true;
    this.root.dataset.state = "ready";
    this.root.dataset.runtime = runtime;
    this.#say("");
    this.#show();
  }

  slow() {
    this.#say("slow");
  }

  late() {
    this.#say("late");
  }

  /** The rules cannot run: what was given stays, and can be worked out again. @param {RulesUnavailableError} error */
  async failed(error) {
    console.error("payroll-calculator:", error);
    this.root.dataset.state = "failed";
    const { fault } = error;
    if (fault !== "network" && (await globalThis.loadAnew?.())) return;
    this.#say(fault === "browser" ? "failed" : fault);
  }

  /** The rules ran and could not answer. @param {unknown} detail */
  noAnswer(detail) {
    console.error("payroll-calculator:", detail);
    this.#say("failed_answer");
  }

  /** @param {boolean} working @param {boolean} cancelled whether the reader has stopped it */
  work(working, cancelled = false) {
    this.working = working;
    part(this.root, "cancel").hidden = !working;
    part(this.root, "cancelled").hidden = !cancelled;
    const submit = find(this.root, '[data-part="submit"]', HTMLButtonElement);
    submit.disabled = working;
    // the button that was pressed is gone
    if (cancelled) submit.focus();
    if (working) this.#say("");
    this.#show();
  }

  /** @param {number} done @param {number} all */
  rows(done, all) {
    // it goes on
    if (done && this.#said === "late") this.#say("");
    this.bar.value = all ? done / all : 1;
    const text = fill(this.words.working, { done: grouped(done), all: grouped(all) });
    part(this.box, "progress-text").textContent = text;
  }

  #show() {
    this.loading.hidden = !this.working || this.#ready;
    this.box.hidden = !this.working || !this.#ready;
  }

  /** @param {Sentence} which */
  #say(which) {
    this.#said = which;
    say(this.root, which);
  }
}
