// Two answers of the same decision, paragraph by paragraph: what belongs together by its part, findings by their code.

import { element } from "../../../assets/javascripts/page/dom.js";

/** @typedef {{ frame: HTMLElement, lang: string }} Answered */

/** What is one paragraph of an answer, in the order of answer.html. */
const PIECES = [
  '[data-part="tone"]',
  ':is([data-part="outcome"], [data-part="meaning"]) > *',
  '[data-part="figures"] > :not(dl)',
  '[data-part="figures"] > dl > div',
  "h3",
  "[data-finding]",
  '[data-part="why"] > summary',
  '[data-part="notes"] > h4',
  '[data-part="notes"] li',
].join();

/** @param {Answered} one @param {Answered} other @returns {HTMLElement[]} a row for each pair */
export function pairs(one, other) {
  const [here, there] = [pieces(one.frame), pieces(other.frame)];
  const keys = new Set([...here.keys(), ...there.keys()]);
  return [...keys].map((key) =>
    element(
      "div",
      { class: "nc-pair", "data-pair": key },
      element("div", { lang: one.lang }, ...shown(here.get(key))),
      element("div", { lang: other.lang }, ...shown(there.get(key))),
    ),
  );
}

/** The paragraphs by what they are: the code of a finding, or which of its part. @param {HTMLElement} frame */
function pieces(frame) {
  /** @type {Map<string, Element>} */
  const found = new Map();
  for (const piece of frame.querySelectorAll(PIECES)) {
    if (piece.closest("[hidden]")) continue;
    const finding = piece.getAttribute("data-finding");
    const part = piece.closest("[data-part], [data-findings]");
    const name = part?.getAttribute("data-part") ?? part?.getAttribute("data-findings") ?? "";
    let key = finding ?? name;
    for (let index = 2; found.has(key); index++) key = `${finding ?? name}-${index}`;
    found.set(key, piece);
  }
  return found;
}

/**
 * A paragraph on its own; a label and its value need their list.
 * @param {Element | undefined} piece
 * @returns {Node[]}
 */
function shown(piece) {
  switch (piece?.tagName) {
    case "LI":
      return [...piece.childNodes];
    case "TR":
      return [row(piece)];
    case "TABLE":
      return [element("div", { class: "nc-at-a-glance" }, piece)];
    case "DIV":
      return [element("dl", {}, piece)];
    case "SUMMARY":
      return [element("h3", {}, piece.firstChild?.textContent ?? "")];
    default:
      return piece ? [piece] : [];
  }
}

/** What and how much, without the table around them. @param {Element} piece */
function row(piece) {
  const [what, ...rest] = piece.querySelectorAll("th, td");
  return element(
    "p",
    {},
    element("b", {}, ...(what?.childNodes ?? [])),
    ...rest.flatMap((cell) => [...cell.childNodes]),
  );
}
