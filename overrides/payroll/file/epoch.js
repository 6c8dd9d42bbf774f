// From which year a file's bare numbers count days: a workbook says it, any other file does not, and nothing is guessed.

/** @import { Grid, Payroll, Row } from "../types.d.ts" */

import { find } from "../../assets/javascripts/page/dom.js";

const DATED = ["month", "born_on", "paid_on"];
/** As calculator/arrears/days.py has it. */
const BARE = /^\d{5}(?:\.\d+)?$/;

export class Epoch {
  #bare = "";

  /** @param {HTMLElement} section of file.html @param {() => void} change */
  constructor(section, change) {
    this.label = find(section, '[data-setting="epoch"]');
    this.fold = find(section, '[data-part="settings"]', HTMLDetailsElement);
    this.select = find(this.label, "select", HTMLSelectElement);
    this.select.addEventListener("change", change);
  }

  /** Another file may count in another way. */
  forget() {
    this.select.value = "";
  }

  /** Asked for where there is a number that counts, and the file does not say how. @param {Grid} grid @param {string[]} columns @param {number[]} places */
  show({ epoch, rows }, columns, places) {
    const dated = places.filter((_, index) => DATED.includes(columns[index] ?? ""));
    this.#bare = epoch ? "" : firstBare(rows, dated);
    this.label.hidden = !this.#bare;
    if (this.lacking) this.fold.open = true;
  }

  /** The first of the numbers, where nobody has said how they count. */
  get lacking() {
    return this.select.value ? "" : this.#bare;
  }

  /** @returns {Payroll["epoch"]} */
  get chosen() {
    if (this.label.hidden || !this.select.value) return null;
    return this.select.value === "1904" ? 1904 : 1900;
  }
}

/** @param {Row[]} rows @param {number[]} places */
function firstBare(rows, places) {
  for (const { cells } of rows)
    for (const place of places) {
      const text = (cells[place] ?? "").normalize("NFKC").trim();
      if (BARE.test(text)) return text;
    }
  return "";
}
