// The browser's calendar beside a field of a day or a month: what is chosen there is written into the field.

import { asTyped } from "../../assets/javascripts/page/day.js";
import { find, part } from "../../assets/javascripts/page/dom.js";

/**
 * Show the button where the browser has such a calendar and can open it.
 * @param {HTMLElement} question
 * @param {HTMLInputElement} field
 * @param {() => string} chosen the day or month that stands in the field, as YYYY-MM-DD or YYYY-MM
 */
export function preparePicker(question, field, chosen) {
  if (!question.querySelector('[data-part="picker"]')) return;
  const button = part(question, "picker");
  const own = find(question, '[data-part="picker-field"]', HTMLInputElement);
  // Firefox and Safari know no field of a month, and make one of text of it
  button.hidden = !("showPicker" in own) || own.type === "text";
  button.addEventListener("click", () => {
    own.value = chosen();
    own.showPicker();
  });
  // this field is no question's: the form hears of what was chosen from the other
  own.addEventListener("input", (event) => event.stopPropagation());
  own.addEventListener("change", (event) => {
    event.stopPropagation();
    if (!own.value) return;
    field.value = asTyped(own.value);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
