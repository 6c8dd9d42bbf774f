// An answer as it stands on paper: nothing folded, nothing to press, each source with its address.

/** @import { Answer } from "../types.d.ts" */

import { element } from "../../../assets/javascripts/page/dom.js";
import { renderDecision } from "../../answer/decision.js";

/** What says nothing on paper. The slip has the disclaimer at its end. */
const NOT_ON_PAPER =
  '[data-part="explain"], [data-part="along"], .nc-picture, .nc-small, .nc-count, [hidden]';

/** @param {Answer} answer @returns {ChildNode[]} */
export function answerOnPaper({ decision, root, texts, words }) {
  const answer = renderDecision(decision, root, texts, words);
  for (const each of answer.querySelectorAll(NOT_ON_PAPER)) each.remove();
  for (const fold of answer.querySelectorAll("details")) unfold(fold);
  for (const numbers of answer.querySelectorAll(".nc-refs")) numbers.replaceWith(raised(numbers));
  for (const each of answer.querySelectorAll(".nc-more, .nc-press")) each.before(" ");
  for (const link of answer.querySelectorAll("a")) sayAddress(link);
  // how it looks on a screen is nothing for paper, and its ids are those of the answer on the page
  for (const each of answer.querySelectorAll("[class]:not(.nc-slip__address)")) each.removeAttribute("class");
  for (const each of answer.querySelectorAll("[id]")) each.removeAttribute("id");
  return [...answer.childNodes].filter(({ textContent }) => textContent?.trim());
}

/** @param {HTMLDetailsElement} fold */
function unfold(fold) {
  const { part = "" } = fold.dataset;
  const summary = fold.querySelector("summary");
  const title = element("h3", {}, summary?.textContent?.trim() ?? "");
  summary?.remove();
  fold.replaceWith(title, element("section", { "data-part": part }, ...fold.childNodes));
}

/** On the line of the last word. @param {Element} numbers of sources, each a link */
function raised(numbers) {
  const before = numbers.previousSibling;
  if (before instanceof Text) before.data = before.data.replace(/ $/, "\u00a0");
  return element("sup", {}, [...numbers.children].map(({ textContent }) => textContent).join(", "));
}

/** Who reads it on paper sees where a link leads; a telephone number stands in its words. @param {HTMLAnchorElement} link */
function sayAddress(link) {
  const address = link.href.match(/^https?:\/\/(?:www\.)?(.*?)\/?$/)?.[1];
  if (!address || link.host === location.host) return;
  const said = element("span", { class: "nc-slip__address" }, address);
  // words around the name of a source say what of it was seen: they are not torn apart
  const source = link.closest("[data-cited]");
  if (source) source.append(" ", said);
  else link.after(" ", said);
}
