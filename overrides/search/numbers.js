// Numbers as the search compares them: 10,000, 10000, 1万 and 一万 are the same.

/** @type {Record<string, number>} */
const DIGITS = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Chinese numerals of which at least one sign is a unit; 一 alone is most often no number. */
export const NUMERAL = /[一二两三四五六七八九零]*[十百千万][一二两三四五六七八九十百千万零]*/g;

/** @param {string} digits with or without commas @param {string} [unit] 百, 千 or 万 after them */
export const value = (digits, unit = "") => String(Number(digits.replaceAll(",", "")) * (UNITS[unit] ?? 1));

/** @param {string} numeral as NUMERAL finds it @returns {string} */
export function numeralValue(numeral) {
  let whole = 0;
  let part = 0;
  let digit = 0;
  for (const sign of numeral) {
    const unit = UNITS[sign];
    if (unit === undefined) digit = DIGITS[sign] ?? 0;
    else if (unit === UNITS.万) {
      whole += (part + digit || 1) * unit;
      part = digit = 0;
    } else {
      part += (digit || 1) * unit;
      digit = 0;
    }
  }
  return String(whole + part + digit);
}
