// What a result can be taken along as: a file for a spreadsheet, and a summary on paper.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { Reader } from "../read/client.js" */
/** @import { Registered, Words } from "../types.d.ts" */

import { element, find, part } from "../../assets/javascripts/page/dom.js";
import { csv } from "../../calculator/along/data/csv.js";
import { save } from "../../calculator/along/save.js";
import { about, how } from "./about.js";
import { resultRows, sheets } from "./sheets.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @typedef {{ made: Evaluation, registered: Registered }} Held */

export class Take {
  /** @type {Held | null} */
  #held = null;

  /** @param {HTMLElement} root of payroll.html @param {Words} words @param {Reader} reader writes workbooks too */
  constructor(root, words, reader) {
    this.root = root;
    this.words = words;
    this.reader = reader;
    part(root, "csv").addEventListener("click", () => this.#csv());
    part(root, "xlsx").addEventListener("click", () => this.#xlsx());
    part(root, "print").addEventListener("click", () => this.#print());
  }

  /** @param {Held} held */
  hold(held) {
    this.#held = held;
    // a link is no help on paper
    const { href } = /** @type {HTMLAnchorElement} */ (part(this.root, "sources"));
    const lines = [...how(held, this.words), [this.words.sheets.source, href]].map(
      ([label = "", text = ""]) => element("div", {}, element("dt", {}, label), element("dd", {}, text)),
    );
    part(this.root, "printed").replaceChildren(...lines);
  }

  /** It says which rules and which law the file rests on. */
  get #name() {
    return [this.root.dataset.notice, this.words.rules, this.words.law_day].join("-");
  }

  #csv() {
    if (!this.#held) return;
    const { rules, law_day } = this.words;
    const sources = find(this.root, '[data-part="sources"]', HTMLAnchorElement).href;
    const { made } = this.#held;
    const restsOn = { paid_on_for_all: made.payroll.paidOn, rules, law_as_at: law_day, sources };
    const rows = resultRows(made, restsOn);
    save(csv(rows), "text/csv;charset=utf-8", `${this.#name}.csv`);
  }

  async #xlsx() {
    if (!this.#held) return;
    const lines = about(this.#held, this.words, this.root.lang);
    const bytes = await this.reader.xlsx(sheets(this.#held, this.words, lines));
    save(new Uint8Array(bytes), XLSX, `${this.#name}.xlsx`);
  }

  /** The summary alone, in place of the page. */
  #print() {
    const page = document.documentElement;
    page.dataset.prints = "payroll";
    addEventListener("afterprint", () => delete page.dataset.prints, { once: true });
    globalThis.print();
  }
}
