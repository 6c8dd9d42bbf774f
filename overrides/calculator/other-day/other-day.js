// Shows the figures of the notice as they were, or will be, on the day the reader has chosen.

/** @import { Figure } from "../../assets/javascripts/protocol.d.ts" */
/** @import { HistoryWords } from "../words.d.ts" */

import { around, element } from "../../assets/javascripts/page/dom.js";

/**
 * From-date, value, text; a value of null means that the rule ended on that day.
 * @typedef {[string, string | null, string]} Entry
 */

/**
 * @param {Entry[]} history oldest first
 * @param {string} day
 * @returns {Entry | undefined} what held on that day; undefined before the first
 */
export const heldOn = (history, day) => history.findLast(([from]) => from <= day);

export class OtherDay {
  /** @type {Map<HTMLElement, {html: string, value: string}>} */
  #published = new Map();
  /** @type {HTMLElement | null} */
  #note = null;

  /**
   * @param {ParentNode} root the notice
   * @param {HistoryWords} words
   * @param {() => void} goBack what the button of the note does
   */
  constructor(root, words, goBack) {
    this.root = root;
    this.words = words;
    this.goBack = goBack;
  }

  /** The notice may still be coming in, so its figures are looked for each time. */
  #find() {
    const slots = /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("data[data-history]"));
    for (const slot of slots) {
      if (this.#published.has(slot)) continue;
      this.#published.set(slot, { html: slot.innerHTML, value: slot.getAttribute("value") ?? "" });
    }
  }

  /** @param {Figure | null} day, month or year; null for the figures as published */
  show(day) {
    if (day === null && !this.#published.size) return;
    this.#find();
    // of a month or a year its first day
    const first = day && `${day.value}-01-01`.slice(0, "YYYY-MM-DD".length);
    let changed = false;
    for (const [slot, published] of this.#published) {
      const differs = first !== null && this.#change(slot, published.value, first);
      slot.classList.toggle("figure--other-day", differs);
      changed ||= differs;
      if (differs) continue;
      slot.innerHTML = published.html;
      slot.setAttribute("value", published.value);
    }
    this.#showNote(changed ? day : null);
  }

  /** @param {HTMLElement} slot @param {string} published @param {string} day @returns {boolean} whether it differs */
  #change(slot, published, day) {
    const [, value, text] = heldOn(JSON.parse(slot.dataset.history ?? "[]"), day) ?? ["", null, ""];
    if (value === published) return false;
    slot.textContent = value === null ? text || this.words.none_yet : text;
    slot.setAttribute("value", value ?? "");
    return true;
  }

  /** @param {Figure | null} day */
  #showNote(day) {
    // one that says the same stays, for its button may have the focus
    if (day && this.#note?.dataset.day === day.text) return;
    this.#note?.remove();
    this.#note = null;
    if (day === null) return;
    const back = element("button", { type: "button", class: "nc-link" }, this.words.back);
    back.addEventListener("click", this.goBack);
    const text = around(this.words.note, { date: day.text });
    this.#note = element("p", { class: "nc-day-note", role: "status" }, ...text, " ", back);
    this.#note.dataset.day = day.text;
    // between the heading and what follows it, it would take the place of the first paragraph, and its size
    this.root.querySelector("h1")?.before(this.#note);
  }
}
