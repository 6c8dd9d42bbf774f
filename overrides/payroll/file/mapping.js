// Which column of a file is which: guessed by its name, shown with its first rows, changed by the reader. What was
// chosen is remembered for files with the same columns while the page is open.

/** @import { Names } from "../read/types.d.ts" */
/** @import { Grid, Words } from "../types.d.ts" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { columns as named } from "../read/client.js";
import { columnLine, sayAt } from "./column.js";

/** Without these no row can be read. @type {[string, string][]} */
const REQUIRED = [
  ["month", "no_month"],
  ["wages", "no_wages"],
];
/** So many languages have names for a column. */
const OURS = 2;

/** @typedef {{ element: HTMLElement, mistake: string, focus: () => void }} Mistake */

export class Mapping {
  /** @type {Map<string, string[]>} */
  #remembered = new Map();
  /** @type {string[]} */
  #header = [];
  /** @type {string[][]} */
  #sample = [];
  /** Whether a row with names stands above, where the reader has said it. @type {boolean | undefined} */
  headerChosen;

  /** @param {HTMLElement} section of file.html @param {Words} words @param {Names} names @param {() => void} readAnew */
  constructor(section, words, names, readAnew) {
    this.section = section;
    this.words = words;
    this.names = names;
    this.body = part(section, "columns");
    this.fold = find(section, '[data-part="mapping"]', HTMLDetailsElement);
    this.header = find(section, '[data-setting="header"] input', HTMLInputElement);
    this.header.addEventListener("change", () => {
      this.headerChosen = this.header.checked;
      readAnew();
    });
    this.body.addEventListener("change", () => {
      this.#remembered.set(this.#key, this.#chosen);
      this.#count();
    });
  }

  get #width() {
    return Math.max(this.#header.length, ...this.#sample.map((cells) => cells.length));
  }

  get #key() {
    return JSON.stringify([this.#header, this.#width]);
  }

  /** @returns {HTMLSelectElement[]} */
  get #selects() {
    return [...this.body.querySelectorAll("select")];
  }

  get #chosen() {
    return this.#selects.map(({ value }) => value);
  }

  /** @param {Grid} grid */
  show({ header, sample }) {
    this.#header = header;
    this.#sample = sample;
    this.header.checked = header.length > 0;
    const chosen = this.#remembered.get(this.#key) ?? this.#guessed;
    const lines = Array.from({ length: this.#width }, (_, index) => this.#line(index, chosen[index] ?? ""));
    this.body.replaceChildren(...lines);
    this.#count();
    // the names of the template, which stand before those of other people, leave nothing to say
    const isOurs = (/** @type {string} */ id, /** @type {number} */ index) =>
      [id, ...(this.names.columns[id] ?? []).slice(0, OURS)].includes(this.#header[index]?.trim() ?? "");
    this.fold.open = !header.length || !chosen.every(isOurs);
  }

  #count() {
    const slots = { used: String(this.columns.length), all: String(this.#width) };
    part(this.section, "counted").textContent = fill(this.words.file.counted ?? "", slots);
  }

  /** @returns {string[]} by place the id of its column; none where it is not known, or two are meant */
  get #guessed() {
    const { guess } = named(this.#header, this.#sample, this.names);
    const ids = new Map(Object.entries(guess).map(([id, place]) => [place, id]));
    return Array.from({ length: this.#width }, (_, place) => ids.get(place) ?? "");
  }

  /** @param {number} index */
  #name(index) {
    return this.#header[index]?.trim() || `${this.words.file.column} ${index + 1}`;
  }

  /** @param {number} index @param {string} chosen */
  #line(index, chosen) {
    const cells = this.#sample.map((row) => row[index]?.trim() ?? "");
    return columnLine({ name: this.#name(index), cells, chosen, words: this.words });
  }

  /** The ids of the columns that are used. */
  get columns() {
    return this.#chosen.filter(Boolean);
  }

  /** Where each of them stands in a row. */
  get places() {
    return this.#chosen.flatMap((id, index) => (id ? [index] : []));
  }

  /** The columns that are not used: where they stand, and their names. @returns {[number, string][]} */
  get others() {
    return this.#chosen.flatMap((id, index) => (id ? [] : [[index, this.#name(index)]]));
  }

  clearMistakes() {
    for (const select of this.#selects) sayAt(select, "");
  }

  /** A column that two are read as, and what no column is read as. @returns {Mistake[]} */
  mistakes() {
    /** @type {Mistake[]} */
    const found = [];
    const { errors } = this.words.file;
    this.#selects.forEach((select, index) => {
      if (!select.value || this.#chosen.indexOf(select.value) === index) return;
      const mistake = fill(errors.twice ?? "", { column: this.words.columns[select.value] ?? select.value });
      sayAt(select, mistake);
      found.push({ element: select, mistake, focus: () => select.focus() });
    });
    for (const [id, code] of REQUIRED) {
      const free = this.#selects.find(({ value }) => !value) ?? this.#selects[0];
      if (!free || this.#chosen.includes(id)) continue;
      if (free.nextElementSibling?.textContent === "") sayAt(free, errors[code] ?? "");
      found.push({ element: free, mistake: errors[code] ?? "", focus: () => free.focus() });
    }
    if (found.length) this.fold.open = true;
    return found;
  }
}
