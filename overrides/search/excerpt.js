// The line of a section in which most of what was looked for stands, with its words marked.

/** @import { Plain } from "./text.js" */
/** @import { Term } from "./terms.js" */
/** @import { Part } from "./types.d.ts" */

/** @typedef {{ text: string, signs: Plain, terms: Term[] }} Read a text with what is in it */

/** How wide a line is, in columns: a Chinese character takes two. */
const WIDTH = 130;
const BEFORE = 30;

/**
 * @param {Read} read
 * @param {Set<string>} matched
 * @returns {Part[]}
 */
export function marked({ text, signs: { starts, ends }, terms }, matched) {
  const found = terms.filter(({ term }) => matched.has(term)).sort((one, other) => one.start - other.start);
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  for (const { start, end } of found) {
    const from = Math.max(at, starts[start] ?? 0);
    const to = ends[end - 1] ?? text.length;
    if (to <= at) continue;
    add(parts, text.slice(at, from), false);
    add(parts, text.slice(from, to), true);
    at = to;
  }
  add(parts, text.slice(at), false);
  return parts;
}

/**
 * @param {Part[]} parts
 * @returns {Part[]} as much of them as a line or two hold
 */
export function excerpt(parts) {
  const signs = parts.flatMap(({ words, marked }) =>
    [...words].map((sign) => ({ sign, marked, wide: columns(sign) })),
  );
  const [first, last] = densest(signs);
  /** @type {Part[]} */
  const made = [];
  if (first) add(made, "…", false);
  for (const { sign, marked } of signs.slice(first, last)) add(made, sign, marked);
  if (last < signs.length) add(made, "…", false);
  return made;
}

/** To the last part, where that is of the same kind. @param {Part[]} parts @param {string} words @param {boolean} marked */
function add(parts, words, marked) {
  const last = parts.at(-1);
  if (last?.marked === marked) last.words += words;
  else if (words) parts.push({ words, marked });
}

/** @typedef {{ sign: string, marked: boolean, wide: number }} Sign */

/** @param {string} sign */
const columns = (sign) => (/[\u1100-\uffef]/.test(sign) ? 2 : 1);

/** Where the line begins and ends that has the most marked signs, the earliest of them. @param {Sign[]} signs @returns {[number, number]} */
function densest(signs) {
  const until = [0];
  for (const { marked } of signs) until.push((until.at(-1) ?? 0) + (marked ? 1 : 0));
  let best = { from: 0, to: forth(signs, 0), count: -1 };
  for (let index = 0; index < signs.length; index++) {
    if (index && (!signs[index]?.marked || signs[index - 1]?.marked)) continue;
    const from = index ? back(signs, index) : 0;
    const to = forth(signs, from);
    const count = (until[to] ?? 0) - (until[from] ?? 0);
    if (count > best.count) best = { from, to, count };
  }
  return [best.from, best.to];
}

/** The start of a sentence or word a little before. @param {Sign[]} signs @param {number} index */
function back(signs, index) {
  let from = index;
  for (let wide = 0; from > 0 && wide < BEFORE; wide += signs[from]?.wide ?? 0) {
    if (/[。；！？]/.test(signs[from - 1]?.sign ?? "")) return from;
    from--;
  }
  while (from && from < index && inWord(signs[from - 1]) && inWord(signs[from])) from++;
  return from;
}

/** The end of the line, and of a word. @param {Sign[]} signs @param {number} from */
function forth(signs, from) {
  let wide = 0;
  let to = from;
  while (to < signs.length && wide < WIDTH) wide += signs[to++]?.wide ?? 0;
  if (to === signs.length) return to;
  const full = to;
  while (to > from && inWord(signs[to - 1]) && inWord(signs[to])) to--;
  return to > from ? to : full;
}

/** @param {Sign | undefined} sign */
const inWord = (sign) => sign?.wide === 1 && /[\p{L}\d]/u.test(sign.sign);
