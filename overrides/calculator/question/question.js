// One question of the form: what was answered, what is wrong with it, how that is shown.

import { asMonth, inWords, today } from "../../assets/javascripts/page/day.js";
import { find } from "../../assets/javascripts/page/dom.js";

export class Question {
  /** @param {HTMLElement} element of question.html */
  constructor(element) {
    this.element = element;
    this.id = element.dataset.question ?? "";
    /** How a reply is put into words: "date", "month", or empty for any other. */
    this.written = element.dataset.written ?? "";
    /** The error code where only a part was entered. */
    this.unfinished = element.dataset.unfinished ?? "not_text";
    this.beginsToday = element.dataset.begins === "today";
    this.datesAnswer = element.dataset.datesAnswer !== undefined;
    /** @type {Record<string, string>} */
    this.errors = JSON.parse(element.dataset.errors ?? "{}");
    this.whatIf = element.dataset.whatIf ?? "";
    this.label = find(element, ".nc-label").textContent?.trim() ?? "";
    this.radios = [...element.querySelectorAll("input")].filter((input) => input.type === "radio");
    // Several at once: each ticked box is a reply, "none" and "unknown" among them.
    this.boxes = [...element.querySelectorAll(`input[type="checkbox"][name="${this.id}"]`)].filter(
      (input) => input instanceof HTMLInputElement,
    );
    this.unknown = /** @type {HTMLInputElement | null} */ (element.querySelector("input[data-unknown]"));
    this.field =
      this.radios.length || this.boxes.length ? null : find(element, `[name="${this.id}"]`, HTMLInputElement);
    // Only Chromium and phones have a month field; elsewhere it is a text field and needs to be explained.
    const formHint = element.querySelector('[data-part="form-hint"]');
    if (formHint instanceof HTMLElement) formHint.hidden = this.field?.type === "month";
  }

  get visible() {
    return !this.element.hidden;
  }

  set visible(visible) {
    this.element.hidden = !visible;
  }

  /** The reply that stands there from the start; empty where the reader gives it. */
  get preset() {
    return this.beginsToday ? today() : "";
  }

  /** What is sent to the rules; empty where nothing usable is there yet. */
  get value() {
    if (this.radios.length) return this.radios.find((radio) => radio.checked)?.value ?? "";
    if (this.boxes.length) return this.#ticked.map((box) => box.value).join(",");
    if (this.unknown?.checked) return "unknown";
    const typed = this.field?.value.trim() ?? "";
    if (this.written === "month") return asMonth(typed);
    // While a year is being typed, a date field already holds a day of the first centuries.
    return typed < (this.field?.min ?? "") ? "" : typed;
  }

  /** What was typed, so that it can be put back. */
  get kept() {
    return !this.field || this.unknown?.checked ? this.value : (this.field?.value ?? "");
  }

  set kept(kept) {
    for (const radio of this.radios) radio.checked = radio.value === kept;
    for (const box of this.boxes) box.checked = kept.split(",").includes(box.value);
    if (this.unknown) this.unknown.checked = kept === "unknown";
    if (this.field) this.field.value = kept === "unknown" && this.unknown ? "" : kept;
    this.#dim();
  }

  /** A date of which only a part was entered: the browser hides it from us. */
  get incomplete() {
    if (!this.field || this.unknown?.checked || this.value) return false;
    return this.field.validity.badInput || this.field.value !== "";
  }

  /** The reader's reply in words, for the explanation. */
  get reply() {
    if (this.#ticked.length) return this.#ticked.map((box) => this.labelOf(box.value)).join(", ");
    const chosen =
      this.radios.find((radio) => radio.checked) ?? (this.unknown?.checked ? this.unknown : null);
    return chosen ? this.labelOf(chosen.value) : this.value;
  }

  /** A reply as it is written in a sentence. @param {string} value @param {string} lang */
  inWords(value, lang) {
    return this.written && /^\d{4}-\d{2}/.test(value) ? inWords(value, lang) : value;
  }

  /** @param {string} value */
  labelOf(value) {
    const inputs = [...this.element.querySelectorAll("input")];
    const input = inputs.find((each) => each.type !== "text" && each.value === value && each !== this.field);
    return input?.closest("label")?.textContent?.trim() ?? value;
  }

  /** The reader typed a day, or chose not to know it: the one excludes the other. @param {EventTarget | null} target */
  settle(target) {
    if (this.unknown && target === this.field && this.field?.value) this.unknown.checked = false;
    this.#dim();
  }

  #dim() {
    this.field?.parentElement?.classList.toggle("nc-field--dim", this.unknown?.checked ?? false);
  }

  get #ticked() {
    return this.boxes.filter((box) => box.checked);
  }

  /** The control to go to from the error summary. */
  get control() {
    return this.field ?? this.radios.find((radio) => radio.checked) ?? this.radios[0] ?? this.boxes[0];
  }

  get error() {
    return find(this.element, ".nc-error").textContent ?? "";
  }

  /** @param {string} code empty where nothing is wrong */
  showError(code) {
    const text = code && (this.errors[code] ?? this.errors.not_text ?? code);
    find(this.element, ".nc-error").textContent = text;
    this.element.classList.toggle("nc-question--wrong", text !== "");
    const control = this.field ?? this.element; // for radios the group: a single one cannot be invalid
    if (text) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}
