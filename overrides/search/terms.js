// What is looked for: the terms of a text. English words by their stems, Chinese by pairs of characters, so that no
// dictionary decides what a word is; numbers by their value, alone and with what stands beside them.

/** @import { Plain } from "./text.js" */

import { stemmer } from "stemmer";
import { NUMERAL, numeralValue, value } from "./numbers.js";

/** @typedef {{ term: string, start: number, end: number, kind: "han" | "one" | "number" | "word" | "written" | "beside" }} Term
 * `one` is a single character of a longer text, `written` a word before its stem is taken, `beside` a number with the
 * word or character next to it; the places are those in the plain text.
 */

const HAN = String.raw`\p{Script=Han}+`;
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?`;
const WORD = String.raw`(?:(?!\p{Script=Han})\p{L})+(?:'\p{L}+)?`;
const PIECE = new RegExp(`(?<han>${HAN})|(?<number>${NUMBER})|(?<word>${WORD})`, "gu");
/** What may stand between a number and what belongs to it. */
const GAP = /^[\s.-]?$/;
/** From so many digits on, groups of them are one number too, as of a telephone. */
const LONG_NUMBER = 7;

/**
 * @param {Plain} text
 * @returns {Term[]}
 */
export function terms({ signs }) {
  const pieces = [...signs.matchAll(PIECE)].map(({ 0: found, index: start, groups }) => {
    const kind = /** @type {"han" | "number" | "word"} */ (
      Object.keys(groups ?? {}).find((name) => groups?.[name])
    );
    return { found, start, end: start + found.length, kind };
  });
  return [...pieces.flatMap((piece) => own(piece, signs)), ...together(pieces, signs)];
}

/** @typedef {{ found: string, start: number, end: number, kind: "han" | "number" | "word" }} Piece */

/** @param {Piece} piece @param {string} signs @returns {Term[]} */
function own({ found, start, end, kind }, signs) {
  if (kind === "han") return han(found, start);
  if (kind === "number") {
    const unit = /[百千万]/.exec(signs[end] ?? "")?.[0];
    return [{ term: value(found, unit), start, end: end + (unit ? 1 : 0), kind }];
  }
  const stem = stemmer(found);
  /** @type {Term[]} */
  const made = [{ term: stem, start, end, kind }];
  return stem === found ? made : [...made, { term: found, start, end, kind: "written" }];
}

/** @param {string} found @param {number} at @returns {Term[]} */
function han(found, at) {
  const signs = [...found];
  const ones = signs.map((term, index) => place(term, at + index, signs.length === 1 ? "han" : "one"));
  const pairs = signs.slice(1).map((sign, index) => place(signs[index] + sign, at + index, "han"));
  const numbers = [...found.matchAll(NUMERAL)].map(({ 0: numeral, index }) => ({
    ...place(numeral, at + index, "number"),
    term: numeralValue(numeral),
  }));
  return [...ones, ...pairs, ...numbers];
}

/** @param {string} term @param {number} start @param {Term["kind"]} kind @returns {Term} */
const place = (term, start, kind) => ({ term, start, end: start + term.length, kind });

/** Numbers with their neighbours, and groups of digits as one. @param {Piece[]} pieces @param {string} signs @returns {Term[]} */
function together(pieces, signs) {
  /** @type {Term[]} */
  const made = [];
  let digits = "";
  let first = 0;
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (piece.kind === "number") {
      if (!digits) first = piece.start;
      digits += piece.found;
    }
    const joined = next && GAP.test(signs.slice(piece.end, next.start));
    if (joined) made.push(...beside(piece, next));
    if (joined && piece.kind === "number" && next.kind === "number") continue;
    if (digits.length >= LONG_NUMBER && piece.found !== digits)
      made.push({ term: digits, start: first, end: piece.end, kind: "number" });
    digits = "";
  }
  return made;
}

/** The number first, whatever the order: section 94, s94 and 94条 name their number. @param {Piece} one @param {Piece} other @returns {Term[]} */
function beside(one, other) {
  if ((one.kind === "number") === (other.kind === "number")) return [];
  const [number, neighbour] = one.kind === "number" ? [one, other] : [other, one];
  const sign = neighbour === one ? neighbour.found.at(-1) : neighbour.found[0];
  const name = neighbour.kind === "han" ? sign : stemmer(neighbour.found);
  return [{ term: `${value(number.found)} ${name}`, start: one.start, end: other.end, kind: "beside" }];
}
