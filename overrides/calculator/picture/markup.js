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

/** @param {string} kind @param {string} title as HTML @param {string[]} parts as HTML */
export const figure = (kind, title, parts) =>
  `<figure class="nc-drawing nc-drawing--${kind}"><figcaption>${title}</figcaption>${parts.join("")}</figure>`;
