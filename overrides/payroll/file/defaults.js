// What a file has no column for, and what holds for every row of it all the same: said once by the reader.

/** @import { Words } from "../types.d.ts" */
/** @import { Mistake } from "./mapping.js" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";

/** Without these hardly a row can be worked out. */
const NEEDED = ["worker", "role"];

export class Defaults {
  /** @param {HTMLElement} section of file.html @param {Words} words */
  constructor(section, words) {
    this.box = part(section, "defaults");
    this.words = words;
    this.labels = [.../** @type {NodeListOf<HTMLElement>} */ (this.box.querySelectorAll("[data-default]"))];
  }

  /** Ask for the columns that are missing. @param {string[]} columns those that the file has */
  show(columns) {
    for (const label of this.labels) label.hidden = columns.includes(label.dataset.default ?? "");
    this.box.hidden = this.labels.every((label) => label.hidden);
  }

  /** Columns and what holds in them. @returns {[string, string][]} */
  get chosen() {
    const shown = this.labels.filter((label) => !label.hidden);
    /** @type {[string, string][]} */
    const all = shown.map((label) => [label.dataset.default ?? "", select(label).value]);
    return all.filter(([, reply]) => reply);
  }

  clearMistakes() {
    for (const label of this.labels) say(label, "");
  }

  /** What neither a column says nor the reader. @returns {Mistake[]} */
  mistakes() {
    const mistake = this.words.file.errors.no_default ?? "";
    const open = this.labels.filter(
      (label) => !label.hidden && !select(label).value && NEEDED.includes(label.dataset.default ?? ""),
    );
    return open.map((label) => {
      say(label, mistake);
      const name = this.words.columns[label.dataset.default ?? ""] ?? "";
      return {
        element: label,
        mistake: fill(this.words.told, { name, text: mistake }),
        focus: () => select(label).focus(),
      };
    });
  }
}

/** @param {HTMLElement} label */
const select = (label) => find(label, "select", HTMLSelectElement);

/** @param {HTMLElement} label @param {string} mistake */
function say(label, mistake) {
  find(label, ".nc-error").textContent = mistake;
  if (mistake) select(label).setAttribute("aria-invalid", "true");
  else select(label).removeAttribute("aria-invalid");
}
