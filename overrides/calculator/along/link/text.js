// An answer as plain text, to be put into a message.

import { fill } from "../../../assets/javascripts/page/dom.js";

/**
 * @typedef {Record<"cell" | "and" | "figure" | "between" | "sources" | "day" | "link", string>} Said
 * @typedef {Record<"notice" | "meaning" | "day" | "link" | "disclaimer", string>} Around
 */

/** @param {Element | null} element @returns {string} its words as a reader sees them, in one line */
function words(element) {
  const copied = /** @type {Element | undefined} */ (element?.cloneNode(true));
  for (const hidden of copied?.querySelectorAll("[hidden], .nc-refs") ?? []) hidden.remove();
  return (copied?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param {ParentNode} root @param {string} selector */
const each = (root, selector) => [...root.querySelectorAll(selector)].map(words).filter(Boolean);

/**
 * The rows of a table with the heads of its columns: "Act 4: You RM41.65, Employee RM11.90".
 * @param {Element} table @param {Said} said
 */
function rows(table, said) {
  // the corner is a cell too, and need not be a heading
  const [, ...heads] = [...table.querySelectorAll("thead :is(th, td)")].map(words);
  return [...table.querySelectorAll("tbody tr")].map((row) => {
    const [label = "", ...cells] = [...row.querySelectorAll("th, td")].map(words);
    const values = cells.map((value, at) => fill(said.cell, { column: heads[at] ?? "", value }));
    return fill(said.figure, { label, value: values.join(said.and) });
  });
}

/** @param {Element} figure @param {Said} said */
const labelled = (figure, said) =>
  fill(said.figure, { label: words(figure.querySelector("dt")), value: words(figure.querySelector("dd")) });

/**
 * Notice, outcome and what it means, its figures, the sources, the day, the link; a line for each.
 * @param {ParentNode} frame of the answer
 * @param {Said} said the words of this part
 * @param {Around} around
 */
export function asText(frame, said, { notice, meaning, day, link, disclaimer }) {
  const figures = [...frame.querySelectorAll('[data-part="figures"] dl > div')];
  const tables = [...frame.querySelectorAll('[data-part="figures"] table')];
  const sources = each(frame, '[data-part="sources"] > li').join(said.between);
  const parts = [
    [notice],
    // what an answer means may speak of what stands below it there
    [...each(frame, '[data-part="outcome"]'), meaning, ...each(frame, '[data-findings="deciding"] li')],
    [...tables.flatMap((table) => rows(table, said)), ...each(frame, '[data-part="figures"] > p')],
    figures.map((figure) => labelled(figure, said)),
    [sources && fill(said.sources, { sources })],
    [day && fill(said.day, { day }), fill(said.link, { link }), disclaimer],
  ];
  const blocks = parts.map((lines) => lines.filter(Boolean).join("\n"));
  return blocks.filter(Boolean).join("\n\n");
}
