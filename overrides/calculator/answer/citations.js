// The sources of one answer: each stands once, in a list at its end; statements have its number.

/** @import { Words } from "../words.d.ts" */
/** @import { Texts } from "./texts.js" */

import { element, fill, find, part } from "../../assets/javascripts/page/dom.js";

export class Citations {
  /**
   * @param {HTMLElement} answer whose list may have sources already: it is what this knows of them
   * @param {Texts} texts
   * @param {Words} words
   */
  constructor(answer, texts, words) {
    this.box = part(answer, "cited");
    this.list = part(answer, "sources");
    this.texts = texts;
    this.words = words;
  }

  /**
   * The numbers of the sources on which a statement rests, as links to the list. New ones are added to it.
   * @param {string[]} ids
   * @param {boolean} sections whether the short name of a source, where it has one, stands in place of its number
   * @returns {Node | string} empty where there is none
   */
  numbers(ids, sections = false) {
    if (!ids.length) return "";
    const cited = ids.map((id) => {
      const item = this.#item(id);
      const section = sections ? this.texts.section(id) : "";
      return { item, section, number: [...this.list.children].indexOf(item) + 1 };
    });
    // sections as the statement has them, then numbers as they rise
    cited.sort((one, other) =>
      one.section && other.section ? 0 : +!one.section - +!other.section || one.number - other.number,
    );
    const links = cited.map(({ item, section, number }) => {
      const name = section || fill(this.words.source, { number: String(number) });
      return element("a", { href: `#${item.id}`, "aria-label": name }, section || String(number));
    });
    return element("span", { class: "nc-refs" }, ...links);
  }

  /** @param {string} id @returns {Element} */
  #item(id) {
    const known = [...this.list.children].find((item) => item.getAttribute("data-cited") === id);
    if (known) return known;
    const number = this.list.childElementCount + 1;
    const attributes = { id: `${this.list.id}-${number}`, "data-cited": id };
    const item = element("li", attributes, ...this.texts.source(id));
    this.list.append(item);
    this.box.hidden = false;
    find(this.box, ".nc-count").textContent = String(number);
    return item;
  }
}
