// A cell of a workbook as the text that the rules read: plain decimals, and days as 2021-03-05 or 2021-03.

/** Excel shows 15 digits of a number, and counts with a little more. */
const DIGITS = 15;
/** What is left over from adding up: where so few decimals say the number within so little, they are meant. */
const [DECIMALS, NOISE] = [6, 1e-9];
const DAY_MS = 86_400_000;
/** Texts in a format, and colours, currencies and languages; none says what a number is. */
const ASIDE = /\\.|"[^"]*"|\[[^\]]*\]|[_*]./g;

/** @param {number} value */
export function plainNumber(value) {
  const seen = Number(value.toPrecision(DIGITS));
  const short = Number(seen.toFixed(DECIMALS));
  const meant = Math.abs(seen - short) < NOISE && seen !== short ? short : seen;
  const text = String(meant);
  if (!text.includes("e")) return text;
  return Number.isInteger(meant) ? String(BigInt(meant)) : meant.toFixed(20).replace(/0+$/, "");
}

/** @param {Date} day in universal time @param {string} format of its cell */
export function plainDay(day, format) {
  const iso = day.toISOString();
  // the first day of either epoch: only a time was meant
  if (day.getUTCFullYear() < 1900 || (showsTimeAlone(format) && day.getTime() % DAY_MS))
    return iso.slice(11, 16);
  return iso.slice(0, showsMonthAlone(format) ? 7 : 10);
}

/** A file has few formats, and many cells of each. @param {(format: string) => boolean} shows */
function remembered(shows) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  return (/** @type {string} */ format) => {
    if (!known.has(format)) known.set(format, shows(format));
    return known.get(format) ?? false;
  };
}

const showsMonthAlone = remembered((format) => {
  const signs = format.toLowerCase().replace(ASIDE, "").replace(/;.*/, "");
  return /[ye]/.test(signs) && /m/.test(signs) && !/[dhs]/.test(signs);
});

const showsTimeAlone = remembered((format) => {
  const signs = format.toLowerCase().replace(ASIDE, "");
  return /h/.test(signs) && !/[dy]/.test(signs);
});
