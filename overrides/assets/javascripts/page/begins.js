// An element of ours that begins once, when all of it is in the page.

/**
 * Define the element; `begin` gets it once the parser has been through it.
 * @param {string} name
 * @param {(element: HTMLElement) => void} begin
 */
export function defineWhole(name, begin) {
  class Whole extends HTMLElement {
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
      begin(this);
    }
  }
  customElements.define(name, Whole);
}
