// Which page of a table is shown, how many there are, and the buttons that turn them.

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { grouped } from "../run/values.js";

const PAGE = 50;

export class Pages {
  #page = 0;

  /**
   * @param {HTMLElement} section with pages.html
   * @param {Record<string, string>} words
   * @param {() => void} draw the rows of the page, which `of` gives
   */
  constructor(section, words, draw) {
    this.section = section;
    this.words = words;
    this.draw = draw;
    part(section, "previous").addEventListener("click", () => this.#turn(-1));
    part(section, "next").addEventListener("click", () => this.#turn(1));
  }

  first() {
    this.#page = 0;
    this.draw();
  }

  /** @param {number} by */
  #turn(by) {
    this.#page += by;
    this.draw();
    this.section.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** The rows of this page, and which they are is said. @template T @param {T[]} all @returns {T[]} */
  of(all) {
    const start = this.#page * PAGE;
    const rows = all.slice(start, start + PAGE);
    const slots = {
      from: grouped(start + 1),
      to: grouped(start + rows.length),
      all: grouped(all.length),
    };
    const says = all.length ? this.words.shown : this.words.none;
    part(this.section, "shown").textContent = fill(says ?? "", slots);
    // disabled, the button that was pressed would lose the focus
    this.#button("previous", this.#page === 0, all.length);
    this.#button("next", start + PAGE >= all.length, all.length);
    return rows;
  }

  /** @param {string} name @param {boolean} off @param {number} all */
  #button(name, off, all) {
    const button = find(this.section, `[data-part="${name}"]`, HTMLButtonElement);
    const other = find(
      this.section,
      `[data-part="${name === "next" ? "previous" : "next"}"]`,
      HTMLButtonElement,
    );
    const had = document.activeElement === button;
    button.disabled = off;
    button.hidden = all <= PAGE;
    if (had && off) other.focus();
  }
}
