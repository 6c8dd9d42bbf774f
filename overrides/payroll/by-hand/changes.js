// Months from which the wages were others: added and taken out by the reader.

import { find, part } from "../../assets/javascripts/page/dom.js";
import { Question } from "../../calculator/question/question.js";

/** A month, and the wages of it; both are questions. @typedef {{ month: Question, wages: Question }} Stretch */

export class Changes {
  #added = 0;
  /** @type {Stretch[]} */
  list = [];

  /** @param {HTMLElement} section of by-hand.html */
  constructor(section) {
    this.section = section;
    part(section, "add").addEventListener("click", () => {
      const { month } = this.#add();
      this.#tell();
      month.focus();
    });
  }

  /** What was typed, a month and its wages each, so that it can be put back. @returns {string[][]} */
  get kept() {
    return this.list.map(({ month, wages }) => [month.kept, wages.kept]);
  }

  set kept(kept) {
    for (const [month = "", wages = ""] of kept) {
      const change = this.#add();
      change.month.kept = month;
      change.wages.kept = wages;
    }
  }

  /** As a field does that the reader has changed. */
  #tell() {
    this.section.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @returns {Stretch} */
  #add() {
    const template = find(this.section, 'template[data-part="change"]', HTMLTemplateElement);
    const box = find(
      /** @type {DocumentFragment} */ (document.importNode(template.content, true)),
      "[data-change]",
    );
    numbered(box, ++this.#added);
    part(this.section, "changes").append(box);
    const question = (/** @type {string} */ id) => new Question(find(box, `[data-question="${id}"]`));
    const change = { month: question("from_month"), wages: question("from_wages") };
    for (const each of Object.values(change)) each.visible = true;
    this.list.push(change);
    part(box, "remove").addEventListener("click", () => {
      this.list = this.list.filter((each) => each !== change);
      box.remove();
      this.#tell();
      part(this.section, "add").focus();
    });
    return change;
  }
}

/** Each change has ids of its own. @param {HTMLElement} box @param {number} number */
function numbered(box, number) {
  for (const each of box.querySelectorAll("*"))
    for (const name of ["id", "for", "aria-describedby"]) {
      const value = each.getAttribute(name);
      if (value) each.setAttribute(name, value.replaceAll(/nc-from_[a-z]+/g, `$&-${number}`));
    }
}
