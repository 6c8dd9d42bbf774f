// What a result can be taken along as: a file for a spreadsheet, and a summary on paper.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { Registered, Words } from "../types.d.ts" */

import { part } from "../../assets/javascripts/page/dom.js";
import { csv } from "../../calculator/along/data/csv.js";
import { save } from "../../calculator/along/save.js";
import { resultRows } from "./sheets.js";

/** @typedef {{ made: Evaluation, registered: Registered, paidOn: string }} Held */

export class Take {
  /** @type {Held | null} */
  #held = null;

  /** @param {HTMLElement} root of payroll.html @param {Words} words */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    part(root, "csv").addEventListener("click", () => this.#csv());
    part(root, "xlsx").addEventListener("click", () => this.#xlsx());
    part(root, "print").addEventListener("click", () => this.#print());
  }

  /** @param {Held} held */
  hold(held) {
    this.#held = held;
  }

  get #name() {
    return `${this.root.dataset.notice}-${this.words.rules}`;
  }

  #csv() {
    if (this.#held) save(csv(resultRows(this.#held.made)), "text/csv;charset=utf-8", `${this.#name}.csv`);
  }

  async #xlsx() {}

  /** The summary alone, in place of the page. */
  #print() {
    const page = document.documentElement;
    page.dataset.prints = "payroll";
    addEventListener("afterprint", () => delete page.dataset.prints, { once: true });
    globalThis.print();
  }
}
