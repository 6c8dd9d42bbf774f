// <notice-calculator>: the element. What the reader enters never leaves the browser.

import { Calculator } from "../../../calculator/calculator.js";

class NoticeCalculator extends HTMLElement {
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
    new Calculator(this).begin();
  }
}

customElements.define("notice-calculator", NoticeCalculator);
