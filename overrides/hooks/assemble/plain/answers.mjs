// Draws answers for pages without a script, with the component that draws them in the page.
// usage: node answers.mjs <JSON: a list of {calculator: HTML of calculator.html, answers: decisions}
// writes a JSON list of lists of HTML

import { text } from "node:stream/consumers";
import { JSDOM } from "jsdom";

// what a browser has and the component asks for
const { window } = new JSDOM("<!doctype html><html><body></body></html>");
for (const name of [
  "document",
  "HTMLElement",
  "HTMLDetailsElement",
  "HTMLTemplateElement",
  "HTMLScriptElement",
])
  globalThis[name] = window[name];
globalThis.CSS = { escape: (id) => id.replace(/["\\]/g, "\\$&") };

const { renderDecision } = await import("../../../calculator/answer/decision.js");
const { Texts } = await import("../../../calculator/answer/texts.js");

const given = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(given.map(drawn)));

/** @param {{calculator: string, answers: object[]}} of */
function drawn({ calculator, answers }) {
  document.body.innerHTML = calculator;
  const root = document.querySelector("notice-calculator");
  const words = JSON.parse(root.querySelector('[data-part="words"]').textContent);
  const texts = new Texts(root, words);
  return answers.map((answer) => still(renderDecision(answer, root, texts, words)));
}

/** The answer without what a script would fill: its picture, and how it came about. */
function still(answer) {
  answer.querySelector('[data-part="explain"]')?.remove();
  answer.querySelector('[data-part="picture"]')?.remove();
  // nobody but a script opens the list when a number is pressed
  answer.querySelector('[data-part="cited"]').setAttribute("open", "");
  for (const table of answer.querySelectorAll(".nc-at-a-glance table")) withoutVarying(table);
  for (const hidden of answer.querySelectorAll("[data-part='figures']"))
    if (!hidden.children.length) hidden.remove();
  return answer.outerHTML;
}

/** Rows whose figures all vary say nothing; neither does a table without rows. */
function withoutVarying(table) {
  for (const row of table.querySelectorAll("tbody tr")) {
    const figures = [...row.querySelectorAll("data[data-figure]")];
    if (figures.length && figures.every((figure) => !figure.getAttribute("value"))) row.remove();
  }
  if (!table.querySelector("tbody tr")) table.remove();
}
