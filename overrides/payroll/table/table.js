// A table that shows a page of its rows at a time: sorted by a column, filtered, searched.

import { element, fill, find } from "../../assets/javascripts/page/dom.js";
import { Pages } from "./pages.js";

/**
 * @template T
 * @typedef {object} Column
 * @property {string} id
 * @property {string} label
 * @property {(item: T) => string} text
 * @property {((item: T) => string | number)=} sort what it is sorted by, where it can be
 * @property {boolean=} number whether it stands at the right
 */

/** @template T */
export class Table {
  /** @type {T[]} */
  #items = [];
  /** Those that fit, in their order. @type {T[]} */
  #shown = [];
  #by = { id: "", down: false };
  /** What is searched, made once for each. @type {Map<T, string>} */
  #texts = new Map();
  /** @type {(item: T) => boolean} */
  #fits = () => true;

  /**
   * @param {HTMLElement} section with pages.html
   * @param {Record<string, string>} words
   */
  constructor(section, words) {
    this.section = section;
    this.words = words;
    /** @type {Column<T>[]} */
    this.columns = [];
    this.head = find(section, "thead");
    this.body = find(section, "tbody");
    this.pages = new Pages(section, words, () => this.#draw());
  }

  /** @param {Column<T>} column */
  #heading({ id, label, sort, number }) {
    const cell = element("th", { scope: "col", "data-column": id, ...(number && { class: "pr-number" }) });
    if (!sort) {
      cell.append(label);
      return cell;
    }
    const title = fill(this.words.sort ?? "", { column: label });
    const button = element("button", { type: "button", class: "pr-sort", title }, label);
    button.addEventListener("click", () => this.#sortBy(id));
    cell.append(button);
    return cell;
  }

  /** Anew, all of them; another file may have other columns. @param {T[]} items @param {Column<T>[]} columns */
  show(items, columns) {
    this.columns = columns;
    this.head.replaceChildren(element("tr", {}, ...columns.map((column) => this.#heading(column))));
    this.#items = items;
    this.#fits = () => true;
    this.#texts = new Map();
    this.#by = { id: "", down: false };
    this.#arrange();
  }

  /** @param {(item: T) => boolean} fits @param {string} search all words of it stand in a row */
  filter(fits, search) {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    this.#fits = (item) => fits(item) && words.every((word) => this.#text(item).includes(word));
    this.#arrange();
  }

  /** @param {T} item */
  #text(item) {
    let text = this.#texts.get(item);
    if (text === undefined) {
      text = this.columns
        .map((column) => column.text(item))
        .join("\n")
        .toLowerCase();
      this.#texts.set(item, text);
    }
    return text;
  }

  /** @param {string} id */
  #sortBy(id) {
    this.#by = { id, down: this.#by.id === id && !this.#by.down };
    this.#arrange();
  }

  #arrange() {
    this.#shown = this.#items.filter(this.#fits);
    const { id, down } = this.#by;
    const by = this.columns.find((column) => column.id === id)?.sort;
    if (by) {
      const turned = down ? -1 : 1;
      this.#shown.sort((one, other) => {
        const [a, b] = [by(one), by(other)];
        return a === b ? 0 : a < b ? -turned : turned;
      });
    }
    for (const cell of this.head.querySelectorAll("th"))
      if (cell.dataset.column === id) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    this.pages.first();
  }

  #draw() {
    const rows = this.pages.of(this.#shown);
    this.body.replaceChildren(...rows.map((item) => this.#row(item)));
  }

  /** @param {T} item */
  #row(item) {
    const [first, ...others] = this.columns;
    const head = element("th", { scope: "row" }, first?.text(item) ?? "");
    const cells = others.map(({ id, label, number, text }) => {
      const about = { "data-column": id, "data-head": label, ...(number && { class: "pr-number" }) };
      return element("td", about, text(item));
    });
    return element("tr", {}, head, ...cells);
  }
}
