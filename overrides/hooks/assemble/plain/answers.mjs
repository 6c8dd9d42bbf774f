// Draws answers for pages without a script, with the component that draws them in the page.
// usage: node answers.mjs <JSON: a list of {calculator: HTML of calculator.html, answers: [{decision, said, left_out}]}
// `said` has other words for findings whose figures vary, `left_out` the figures of which a label would say nothing
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
  "NodeFilter",
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
  return answers.map(({ decision, said, left_out }) => {
    const answer = renderDecision(decision, root, texts, words);
    for (const [code, html] of Object.entries(said)) sayOtherwise(answer, code, html);
    return still(answer, left_out);
  });
}

/** The answer without what a script would fill: its picture, how it came about, what it can be taken along as. */
function still(answer, leftOut) {
  answer.querySelector('[data-part="explain"]')?.remove();
  answer.querySelector('[data-part="picture"]')?.remove();
  answer.querySelector('[data-part="along"]')?.remove();
  // nobody but a script opens the list when a number is pressed
  answer.querySelector('[data-part="cited"]').setAttribute("open", "");
  for (const part of answer.querySelectorAll(".nc-at-a-glance :is(table, p)"))
    if (varies(part)) part.remove();
  for (const id of leftOut)
    answer.querySelector(`.nc-at-a-glance dl [data-figure="${id}"][value=""]`)?.closest("div").remove();
  for (const list of answer.querySelectorAll(".nc-at-a-glance dl")) if (!list.children.length) list.remove();
  for (const hidden of answer.querySelectorAll("[data-part='figures']"))
    if (!hidden.children.length) hidden.remove();
  return answer.outerHTML;
}

/** Part of a table would look like the whole. */
function varies(part) {
  return [...part.querySelectorAll("data[data-figure]")].some((figure) => !figure.getAttribute("value"));
}

/** The words for a finding where its figures vary; these stay for programs. */
function sayOtherwise(answer, code, html) {
  for (const item of answer.querySelectorAll(`[data-finding="${code}"]`)) {
    const figures = [...item.querySelectorAll("data[data-figure]")];
    for (const figure of figures) figure.setAttribute("hidden", "");
    const numbers = item.querySelector(".nc-refs");
    item.innerHTML = html;
    item.append(...figures, " ", ...(numbers ? [numbers] : []));
  }
}
