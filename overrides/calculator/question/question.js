// One question of the form: what was answered, what is wrong with it, how that is shown.

/** @import { Figure, Reading } from "../../assets/javascripts/protocol.d.ts" */

import { asTyped, today } from "../../assets/javascripts/page/day.js";
import { find } from "../../assets/javascripts/page/dom.js";
import { preparePicker } from "./picker.js";
import { askBack, sayBack } from "./understood.js";

export class Question {
  /** What the rules understood of what was typed. @type {Reading | undefined} */
  reading;
  /** What is wrong, as a list says it that stands elsewhere. */
  mistake = "";
  /** What was put there for the reader, until they change it; empty where they give the reply. */
  #preset = "";

  /** @param {HTMLElement} element of question.html */
  constructor(element) {
    this.element = element;
    this.id = element.dataset.question ?? "";
    /** Which day a reply is: "date", "month", or empty for any other. */
    this.written = element.dataset.written ?? "";
    this.beginsToday = element.dataset.begins === "today";
    this.datesAnswer = element.dataset.datesAnswer !== undefined;
    /** @type {Record<string, string>} */
    this.errors = JSON.parse(element.dataset.errors ?? "{}");
    this.whatIf = element.dataset.whatIf ?? "";
    this.label = find(element, ".nc-label").textContent?.trim() ?? "";
    this.radios = inputs(element, 'input[type="radio"]');
    // Several at once: each ticked box is a reply, "none" and "unknown" among them.
    this.boxes = inputs(element, `input[type="checkbox"][name="${this.id}"]`);
    this.unknown = /** @type {HTMLInputElement | null} */ (element.querySelector("input[data-unknown]"));
    this.day = /** @type {HTMLDetailsElement | null} */ (element.querySelector('[data-part="day"]'));
    this.field =
      this.radios.length || this.boxes.length ? null : find(element, `[name="${this.id}"]`, HTMLInputElement);
    if (this.field) preparePicker(element, this.field, () => this.reading?.value ?? "");
  }

  get visible() {
    return !this.element.hidden;
  }

  set visible(visible) {
    this.element.hidden = !visible;
  }

  /** The reply that stands there from the start; empty where the reader gives it. */
  get preset() {
    return this.beginsToday ? asTyped(today()) : "";
  }

  /** Whether nobody has chosen what stands there. */
  get untouched() {
    return this.#preset !== "" && this.value === this.#preset;
  }

  /** Nobody has chosen it: it stays the reader's day while the page stays open. @returns {boolean} whether that is another */
  renew() {
    const another = this.untouched && this.preset !== this.#preset;
    if (another) this.begin();
    return another;
  }

  /** As at the start. */
  begin() {
    this.kept = this.preset;
    this.#preset = this.preset;
  }

  /** What is sent to the rules, as it was typed; empty where nothing is there yet. */
  get value() {
    if (this.radios.length) return this.radios.find((radio) => radio.checked)?.value ?? "";
    if (this.boxes.length) return this.#ticked.map((box) => box.value).join(",");
    return this.unknown?.checked ? "unknown" : (this.field?.value.trim() ?? "");
  }

  /** What was answered, so that it can be put back. */
  get kept() {
    return this.value;
  }

  set kept(kept) {
    this.#preset = "";
    for (const radio of this.radios) radio.checked = radio.value === kept;
    for (const box of this.boxes) box.checked = kept.split(",").includes(box.value);
    if (this.unknown) this.unknown.checked = kept === "unknown";
    if (this.field) this.field.value = kept === "unknown" && this.unknown ? "" : kept;
    this.#dim();
  }

  /** The reader's reply in words, for the explanation. */
  get reply() {
    if (this.#ticked.length) return this.#ticked.map((box) => this.labelOf(box.value)).join(", ");
    const chosen =
      this.radios.find((radio) => radio.checked) ?? (this.unknown?.checked ? this.unknown : null);
    return chosen ? this.labelOf(chosen.value) : (this.reading?.text ?? this.value);
  }

  /** @param {string} value */
  labelOf(value) {
    const all = inputs(this.element, 'input:is([type="radio"], [type="checkbox"])');
    const input = all.find((each) => each.value === value);
    return input?.closest("label")?.textContent?.trim() ?? value;
  }

  /** One reply excludes another: a day and not to know it, "none" and any other. @param {EventTarget | null} target */
  settle(target) {
    // today, too, is a choice where it was typed
    if (target === this.field) this.#preset = "";
    if (this.unknown && target === this.field && this.field?.value) this.unknown.checked = false;
    const ticked = this.#ticked.find((box) => box === target);
    if (ticked) {
      for (const box of this.boxes)
        if (box !== ticked && ("alone" in box.dataset || "alone" in ticked.dataset)) box.checked = false;
    }
    this.#dim();
  }

  #dim() {
    this.field?.parentElement?.classList.toggle("nc-field--dim", this.unknown?.checked ?? false);
  }

  get #ticked() {
    return this.boxes.filter((box) => box.checked);
  }

  /** Take the reader to it. */
  focus() {
    if (this.day) this.day.open = true;
    const control =
      this.field ?? this.radios.find((radio) => radio.checked) ?? this.radios[0] ?? this.boxes[0];
    control?.focus();
  }

  get error() {
    return find(this.element, ".nc-error").textContent ?? "";
  }

  /** Say under the field what the rules understood; nothing where they could not read it. @param {Reading | undefined} reading */
  sayBack(reading) {
    this.reading = reading;
    if (this.field) sayBack(this.element, this.field.value.trim(), reading);
  }

  /**
   * @param {string} code empty where nothing is wrong
   * @param {Figure[]} readings one of which is meant
   * @param {boolean} aloud whether a screen reader says it: not where the list of mistakes gets the focus
   */
  showError(code, readings = [], aloud = false) {
    this.mistake = code && (this.errors[code] ?? this.errors.not_text ?? code);
    const text = this.errors[`${code}_at_field`] ?? this.#atField(this.mistake);
    const error = find(this.element, ".nc-error");
    error.ariaLive = aloud ? "polite" : "off";
    if (error.textContent !== text) error.textContent = text;
    this.element.classList.toggle("nc-question--wrong", text !== "");
    if (this.day && text) this.day.open = true;
    if (this.field) askBack(this.element, text ? readings : [], (value) => this.#choose(value));
    const control = this.field ?? this.element; // for radios the group: a single one cannot be invalid
    if (text) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  /** The question stands there already: what only names it at its end does without. @param {string} mistake */
  #atField(mistake) {
    const name = [": ", "："].map((colon) => `${colon}“${this.label}”`).find((end) => mistake.endsWith(end));
    return mistake.slice(0, mistake.length - (name?.length ?? 0));
  }

  /** @param {string} value */
  #choose(value) {
    if (!this.field) return;
    this.field.value = this.written ? asTyped(value) : value;
    // the button that has the focus is about to go
    this.field.focus();
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {HTMLElement} element @param {string} selector @returns {HTMLInputElement[]} */
const inputs = (element, selector) => [
  .../** @type {NodeListOf<HTMLInputElement>} */ (element.querySelectorAll(selector)),
];
