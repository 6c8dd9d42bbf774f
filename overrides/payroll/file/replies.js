// Replies in words to the codes that the rules know: our own words, as the template has them, in either language, and
// those of other people (docs/arrears/columns.toml). Whatever else stands in a cell goes to the rules as it is, which
// refuse it.

/** So many spellings of a column are kept; where one is not for choices each row may have another. */
const MOST = 1000;

/**
 * @param {string[]} columns
 * @param {Record<string, Record<string, string>>} replies codes by their words, by column
 * @returns {(cells: string[]) => string[]}
 */
export function readyCells(columns, replies) {
  const ready = columns.map((id) => (replies[id] ? readyCell(replies[id]) : null));
  return (cells) => cells.map((cell, index) => ready[index]?.(cell) ?? cell);
}

/**
 * Rows say the same again and again: each spelling is looked at once.
 * @param {Record<string, string>} replies codes by their words @returns {(cell: string) => string}
 */
function readyCell(replies) {
  const known = new Map(Object.entries(replies).map(([words, code]) => [plain(words), code]));
  /** @type {Map<string, string>} */
  const met = new Map();
  return (cell) => {
    let code = met.get(cell);
    if (code === undefined) {
      code = known.get(plain(cell)) ?? cell;
      if (met.size < MOST) met.set(cell, code);
    }
    return code;
  };
}

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").replace(/[’]/g, "'").trim().toLowerCase();
