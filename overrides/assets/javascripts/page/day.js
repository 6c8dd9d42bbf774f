// Days as YYYY-MM-DD, months as YYYY-MM: the reader's own, and how they are written in each language.

/** The day it is where the reader is; never the day in UTC. */
export function today(now = new Date()) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((number, index) => String(number).padStart(index ? 2 : 4, "0")).join("-");
}

const LOCALES = { en: "en-GB", zh: "zh-CN" };

/**
 * A day or a month in words: 30 June 2023, 2023年6月30日.
 * @param {string} iso
 * @param {string} lang
 */
export function inWords(iso, lang) {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year || !month) return iso;
  const locale = LOCALES[/** @type {keyof typeof LOCALES} */ (lang)] ?? lang;
  /** @type {Intl.DateTimeFormatOptions} */
  const style = { year: "numeric", month: "long", timeZone: "UTC", ...(day && { day: "numeric" }) };
  return new Intl.DateTimeFormat(locale, style).format(Date.UTC(year, month - 1, day || 1));
}

/**
 * What a reader types where the browser offers no month field: 7/2026, 2026/7, 07-2026.
 * @param {string} typed
 * @returns {string} YYYY-MM, or what was typed
 */
export function asMonth(typed) {
  const text = typed.normalize("NFKC").trim();
  const found =
    /^(?<year>\d{4})\s*[-/.年\s]\s*(?<month>\d{1,2})月?$/.exec(text) ??
    /^(?<month>\d{1,2})\s*[-/.\s]\s*(?<year>\d{4})$/.exec(text);
  const { year = "", month = "" } = found?.groups ?? {};
  return year ? `${year}-${month.padStart(2, "0")}` : text;
}
