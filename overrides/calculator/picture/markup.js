// What all drawings share: text made safe, parts of a width, sentences with their figures, the frame around each.

/** @import { Figure } from "../../assets/javascripts/protocol.d.ts" */

/** @param {string} text */
export const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Text is never scaled: places are parts of whatever width there is. @param {number} part from 0 to 1 */
export const percent = (part) => `${Number((100 * part).toFixed(2))}%`;

/**
 * A sentence with its {figures}, none of which breaks across lines.
 * @param {string} sentence
 * @param {Record<string, Figure>} figures
 */
export const filled = (sentence, figures) =>
  safe(sentence).replace(
    /\{(\w+)\}/g,
    (_, id) => `<span class="figure">${safe(figures[id]?.text ?? "")}</span>`,
  );

/**
 * What held on a day, or in a month or year; a month is compared with the month in which each begins.
 * @template {{from: string}} T
 * @param {T[]} entries oldest first
 * @param {string} day
 */
export const heldOn = (entries, day) => entries.findLast(({ from }) => from.slice(0, day.length) <= day);

/**
 * In an answer the words of a drawing fold below it: an answer is to be taken in at a glance.
 * @param {string} kind @param {string} shown as HTML @param {string[]} words as HTML
 */
export const folded = (kind, shown, words) =>
  `<figure class="nc-drawing nc-drawing--${kind}"><details><summary>${shown}</summary>${words.join("")}</details></figure>`;

/** @param {string} kind @param {string} title as HTML @param {string[]} parts as HTML */
export const figure = (kind, title, parts) =>
  `<figure class="nc-drawing nc-drawing--${kind}"><figcaption>${title}</figcaption>${parts.join("")}</figure>`;
