// The findings of a decision in their parts of an answer: sentences in a list, or rows of a table.

/** @import { Finding } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Citations } from "./citations.js" */
/** @import { Texts } from "./texts.js" */

import { element, find, part } from "../../assets/javascripts/page/dom.js";

/**
 * @param {Finding[]} findings
 * @param {HTMLElement} answer
 * @param {Texts} texts
 * @param {Citations} citations
 */
export function renderFindings(findings, answer, texts, citations) {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (answer.querySelectorAll("[data-findings]"))) {
    const kind = box.dataset.findings ?? "";
    const items = findings.flatMap((finding) => renderFinding(finding, kind, texts, citations) ?? []);
    find(box, "[data-list]").append(...items);
    box.hidden = items.length === 0;
  }
  gatherNotes(answer);
  for (const fold of answer.querySelectorAll("details[data-findings]")) prepareFold(fold);
  for (const { code } of findings) {
    const shown = answer.querySelector(`[data-finding="${CSS.escape(code)}"]`);
    if (!shown) console.warn(`notice-calculator: no words for the finding ${code}`);
  }
}

/**
 * A finding as item of a list or row of a table; figures that its text does not name are there for programs all the
 * same.
 * @param {Finding} finding
 * @param {string} kind
 * @param {Texts} texts
 * @param {Citations} citations
 * @returns {HTMLElement | null} null where the writers have no such text of this kind
 */
function renderFinding({ code, figures, sources }, kind, texts, citations) {
  const text = texts.get(kind, code, figures);
  if (!text) return null;
  /** @type {HTMLElement} */
  const item = text.querySelector("tr") ?? element("li", {}, text);
  item.dataset.finding = code;
  const cell = item.querySelector("td:last-child");
  const place = cell ?? item;
  for (const [id, { value, text: shown }] of Object.entries(figures)) {
    if (item.querySelector(`[data-figure="${CSS.escape(id)}"]`)) continue;
    place.append(element("data", { "data-figure": id, value, hidden: "" }, shown));
  }
  const numbers = citations.numbers(sources, cell !== null);
  const button = place.querySelector(":scope > .nc-button");
  const more = place.querySelector(":scope > .nc-more");
  if (button) button.replaceWith(element("span", { class: "nc-press" }, button.cloneNode(true), numbers));
  else if (more) more.before(" ", numbers);
  else place.append(" ", numbers);
  return item;
}

/** So few findings are no more to read than what would hide them. */
const FEW = 3;

/** @param {Element} fold with findings, and perhaps with notes */
function prepareFold(fold) {
  const count = fold.querySelectorAll("[data-finding]").length;
  find(fold, ".nc-count").textContent = String(count);
  fold.toggleAttribute("open", count <= FEW && part(fold, "notes").hidden === true);
}

/** What there is more to read to findings that stand open, each after the other. @param {HTMLElement} answer */
function gatherNotes(answer) {
  const notes = part(answer, "notes");
  const texts = [...answer.querySelectorAll("[data-notes-below] .nc-more")];
  find(notes, "ul").append(...texts.map((text) => element("li", {}, ...text.childNodes)));
  for (const text of texts) text.remove();
  notes.hidden = texts.length === 0;
}
