// <notice-calculator>: the element. What the reader enters never leaves the browser.

import { Calculator } from "./calculator.js";

class NoticeCalculator extends HTMLElement {
  #begun = false;

  connectedCallback() {
    if (this.#begun) return;
    this.#begun = true;
    new Calculator(this).begin();
  }
}

customElements.define("notice-calculator", NoticeCalculator);
