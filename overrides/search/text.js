// A text as the search compares it: capitals, full-width signs and traditional characters do not matter. Each sign knows
// where in the text it came from, so that what was found can be marked there.

/** @typedef {{ signs: string, starts: number[], ends: number[] }} Plain */

/** Signs that many keyboards and pages put in the place of others, and numerals that a page may not have. @type {Record<string, string>} */
const SAME = { "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "’": "'", 〇: "零", 萬: "万", 兩: "两" };

/**
 * @param {string} text
 * @param {Map<string, string>} simplified the simplified character for each traditional one
 * @returns {Plain}
 */
export function plain(text, simplified) {
  let signs = "";
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  for (const sign of text) {
    const made = simplified.get(sign) ?? SAME[sign] ?? sign.normalize("NFKC").toLowerCase();
    for (let unit = 0; unit < made.length; unit++) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    signs += made;
    at += sign.length;
  }
  return { signs, starts, ends };
}

/**
 * @param {readonly string[]} pairs each a simplified character and the traditional ones for it
 * @returns {Map<string, string>}
 */
export const toSimplified = (pairs) =>
  new Map(pairs.flatMap(([ours = "", ...others]) => others.map((each) => [each, ours])));
