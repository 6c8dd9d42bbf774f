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
    part(section, "add").addEventListener("click", () => this.#add());
  }

  #add() {
    const template = find(this.section, 'template[data-part="change"]', HTMLTemplateElement);
    const box = find(
      /** @type {DocumentFragment} */ (document.importNode(template.content, true)),
      "[data-change]",
    );
    numbered(box, ++this.#added);
    part(this.section, "changes").append(box);
    const [month, wages] = ["from_month", "from_wages"].map(
      (id) => new Question(find(box, `[data-question="${id}"]`)),
    );
    if (!month || !wages) return;
    month.visible = true;
    wages.visible = true;
    const change = { month, wages };
    this.list.push(change);
    part(box, "remove").addEventListener("click", () => {
      this.list = this.list.filter((each) => each !== change);
      box.remove();
      part(this.section, "add").focus();
    });
    month.focus();
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
