// Which row holds the names of the columns: it may stand below a title, or be missing.

/** @import { Names, Row } from "./types.d.ts" */

import { columns } from "./columns.js";

/** In so many rows at the top the names are looked for. */
export const LOOKED_AT = 20;
/** One name alone may stand in a title. */
const FEWEST_KNOWN = 2;
/** A number, an amount, a day or a month in figures. */
const FIGURES = /^\s*(?:rm|myr)?[\s\d.,/:年月日-]*\d[\s\d.,/:年月日-]*$/i;

/** Its place among the first rows; -1 where there is none. @param {Row[]} rows @param {Names} names */
export function headerIn(rows, names) {
  const known = rows.map(({ cells }) => {
    const { guess, several } = columns(cells, [], names);
    return Object.keys(guess).length + Object.keys(several).length;
  });
  const most = Math.max(0, ...known);
  if (most >= FEWEST_KNOWN) return known.indexOf(most);
  const [first, second] = rows;
  if (!first) return -1;
  // names that we do not know, or one that we know: no figures in it, but some below it
  const figures = (/** @type {Row | undefined} */ row) =>
    row?.cells.some((cell) => FIGURES.test(cell)) ?? false;
  return !figures(first) && (known[0] || !second || figures(second)) ? 0 : -1;
}
