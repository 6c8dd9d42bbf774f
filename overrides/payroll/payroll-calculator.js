// <payroll-calculator>: the element. What the reader enters never leaves the browser, and of a file nothing is kept.

import { Payroll } from "./payroll.js";

class PayrollCalculator extends HTMLElement {
  static observedAttributes = ["data-parsed"];
  #begun = false;

  /** Set by the page right behind the element: this script may come before the parser has been through it. */
  attributeChangedCallback() {
    if (this.#begun) return;
    this.#begun = true;
    new Payroll(this).begin();
  }
}

customElements.define("payroll-calculator", PayrollCalculator);
