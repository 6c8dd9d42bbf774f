// What the rules understood of a typed reply: said back under the field, or asked back where it could mean several things.

/** @import { Figure, Reading } from "../../assets/javascripts/protocol.d.ts" */

import { today } from "../../assets/javascripts/page/day.js";
import { element, fill, part } from "../../assets/javascripts/page/dom.js";

/** @param {HTMLElement} question @param {string} typed @param {Reading | undefined} reading */
export function sayBack(question, typed, reading) {
  const line = part(question, "understood");
  // a number that reads as it was typed needs no second line
  const text =
    reading && reading.text !== typed ? fill(line.dataset.says ?? "", { reading: reading.text }) : "";
  if (line.textContent !== text) line.textContent = text;
  if (reading && question.querySelector('[data-part="day-line"]'))
    sayDay(part(question, "day-line"), reading);
}

/** @param {HTMLElement} line @param {Reading} reading */
function sayDay(line, { value, text }) {
  const day = value === today() ? fill(line.dataset.today ?? "", { day: text }) : text;
  line.textContent = fill(line.dataset.says ?? "", { day });
}

/** @param {HTMLElement} question @param {Figure[]} readings none hides them @param {(value: string) => void} choose */
export function askBack(question, readings, choose) {
  const buttons = readings.map(({ value, text }) => {
    const button = element("button", { type: "button", class: "nc-reading", "data-value": value }, text);
    button.addEventListener("click", () => choose(value));
    return button;
  });
  const list = part(question, "readings");
  list.replaceChildren(...buttons);
  list.hidden = readings.length === 0;
}
