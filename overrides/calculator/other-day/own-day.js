// The reader's own day: the notice shows its figures, until the reader goes back to today.

/** @import { Form } from "../form/form.js" */
/** @import { HistoryWords } from "../words.d.ts" */

import { today } from "../../assets/javascripts/page/day.js";
import { OtherDay } from "./other-day.js";

export class OwnDay {
  /**
   * @param {HTMLElement} root of calculator.html @param {Form} form @param {HistoryWords} words
   * @param {() => Promise<void>} ask the rules anew
   */
  constructor(root, form, words, ask) {
    this.root = root;
    this.form = form;
    this.ask = ask;
    const article = root.closest("article") ?? document.body;
    this.otherDay = new OtherDay(article, words, () => this.backToToday());
  }

  /** The notice shows the figures of the day that was read; while it cannot be read they stay. */
  show() {
    const { day } = this.form;
    if (day !== undefined) this.otherDay.show(day?.value === today() ? null : day);
  }

  async backToToday() {
    this.form.backToToday();
    this.root.scrollIntoView();
    // the button that has the focus goes with its note
    this.form.element.focus({ preventScroll: true });
    await this.ask();
    // a month is the reader's own and stays; the figures go back all the same
    this.otherDay.show(null);
  }
}
