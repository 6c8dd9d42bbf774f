// Months as the rules write them, YYYY-MM: the ones from a first to a last.

/** @param {string} month */
const counted = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** @param {number} count */
const written = (count) =>
  `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;

/** @param {string} first @param {string} last @returns {string[]} none where the last is before the first */
export function monthsBetween(first, last) {
  const [from, to] = [counted(first), counted(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => written(from + index));
}
