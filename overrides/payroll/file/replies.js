// Replies in words to the codes that the rules know: our own words, as the template has them, in either language, and
// those of other people (docs/arrears/columns.toml). Whatever else stands in a cell goes to the rules as it is, which
// refuse it.

/**
 * @param {string[]} columns
 * @param {Record<string, Record<string, string>>} replies codes by their words, by column
 * @returns {(cells: string[]) => string[]}
 */
export function readyCells(columns, replies) {
  const known = columns.map((id) => {
    const said = Object.entries(replies[id] ?? {});
    return new Map(said.map(([words, code]) => [plain(words), code]));
  });
  return (cells) => cells.map((cell, index) => known[index]?.get(plain(cell)) ?? cell);
}

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").replace(/[’]/g, "'").trim().toLowerCase();
