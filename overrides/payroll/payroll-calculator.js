// <payroll-calculator>: the element. What the reader enters never leaves the browser, and of a file nothing is kept.

import { Payroll } from "./payroll.js";

class PayrollCalculator extends HTMLElement {
  static observedAttributes = ["data-parsed"];
  #begun = false;

  /** Set by the page right behind the element: this script may come before the parser has been through it. */
  attributeChangedCallback() {
    if ("startRules" in globalThis) this.#begin();
  }

  /** What makes pages faster may run the scripts in another order. */
  connectedCallback() {
    addEventListener("load", () => setTimeout(() => this.#begin()));
  }

  #begin() {
    if (this.#begun) return;
    this.#begun = true;
    new Payroll(this).begin();
  }
}

customElements.define("payroll-calculator", PayrollCalculator);
