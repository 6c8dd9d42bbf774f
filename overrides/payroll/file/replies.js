// Replies in words, as the template has them, to the codes that the rules know. Only our own words, in either language:
// whatever else stands in a cell goes to the rules as it is, which refuse it.

/**
 * @param {string[]} columns
 * @param {Record<string, Record<string, string>>} choices the words of each code, by column
 * @returns {(cells: string[]) => string[]}
 */
export function readyCells(columns, choices) {
  const known = columns.map((id) => {
    const replies = Object.entries(choices[id] ?? {});
    return new Map(replies.map(([code, words]) => [plain(words), code]));
  });
  return (cells) => cells.map((cell, index) => known[index]?.get(plain(cell)) ?? cell);
}

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").replace(/[’]/g, "'").trim().toLowerCase();
