// What a reader has typed, as terms to look for.

/** @import { Plain } from "./text.js" */
/** @import { Term } from "./terms.js" */

import { terms } from "./terms.js";
import { plain } from "./text.js";

/**
 * @typedef {{ pattern: RegExp, means: Term[], ours: string }} Phrase
 * @typedef {{ start: number, end: number }} Span
 * @typedef {{ weights: Map<string, number>, groups: string[][][], last: string }} Query
 * `groups`: for each word of the query what can stand for it, each of one term or more; `last`: the word that may not be
 * finished
 */

/** The words of the pages count a little less where the reader has typed others for them, and many no more than few. */
const MEANT = 0.8;
/** And what was typed, less again: where the pages have it too, it stands by chance. */
const TYPED = 0.4;
/** What stands beside a number says which one is meant, and the form in which a word is written is the word again. @type {Record<string, number>} */
const PART = { beside: 0.5, written: 0.2 };
/** Words with which people ask and which say little of what they ask about. */
const FILLER = 0.15;

/**
 * The words with which to look for a phrase in what is typed: Latin ones have edges, Chinese ones do not.
 * @param {string} words
 * @param {Map<string, string>} simplified
 */
export function pattern(words, simplified) {
  const signs = plain(words, simplified).signs.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const spaced = signs.replace(/[\s-]+/g, String.raw`[\s-]*`);
  return new RegExp(
    /\p{Script=Han}/u.test(signs) ? spaced : String.raw`(?<!\p{Script=Latin})${spaced}(?!\p{Script=Latin})`,
    "gu",
  );
}

/**
 * @param {[string, string][]} phrases
 * @param {Map<string, string>} simplified
 * @returns {Phrase[]}
 */
export const known = (phrases, simplified) =>
  phrases.map(([typed, ours]) => ({
    pattern: pattern(typed, simplified),
    means: wanted(terms(plain(ours, simplified))),
    ours,
  }));

/**
 * @param {string} typed
 * @param {{ phrases: Phrase[], fillers: RegExp[], simplified: Map<string, string> }} words
 * @returns {Query}
 */
export function read(typed, { phrases, fillers, simplified }) {
  const text = plain(typed, simplified);
  const found = wanted(terms(text));
  const meant = longest(
    phrases.flatMap((phrase) => spans(text, phrase.pattern).map((span) => ({ ...span, ...phrase }))),
  );
  const empty = fillers.flatMap((filler) => spans(text, filler));
  const says = found.filter(
    (term) => !empty.some((span) => overlap(term, span)) || meant.some((span) => within(term, span)),
  );
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const each of found) {
    const otherwise = meant.some((span) => overlap(each, span)) ? TYPED : 1;
    heavier(weights, each.term, otherwise * (says.includes(each) ? 1 : FILLER) * (PART[each.kind] ?? 1));
  }
  for (const { means, ours, start, end } of meant) {
    for (const { term } of means) heavier(weights, term, MEANT / Math.sqrt(means.length));
    const said = terms(plain(text.signs.slice(0, start) + ours + text.signs.slice(end), simplified));
    for (const { term, kind } of said) if (kind === "beside") heavier(weights, term, PART.beside ?? 1);
  }
  const end = text.signs.trimEnd().length;
  const last = found.findLast((each) => each.end === end && each.kind !== "han" && each.kind !== "beside");
  return { weights, groups: grouped(says.length ? says : found, meant), last: last?.term ?? "" };
}

/** Single characters of a longer text say nothing. @param {Term[]} all */
const wanted = (all) => all.filter(({ kind }) => kind !== "one");

/** @param {Plain} text @param {RegExp} pattern @returns {Span[]} */
const spans = ({ signs }, pattern) =>
  [...signs.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

/** @param {Span} one @param {Span} other */
const overlap = (one, other) => one.start < other.end && other.start < one.end;

/** @param {Span} inner @param {Span} outer */
const within = (inner, outer) => outer.start <= inner.start && inner.end <= outer.end;

/** Those that are no part of a longer one: a salary cap is no salary. @template {Span} T @param {T[]} all @returns {T[]} */
const longest = (all) =>
  all.filter(
    (one) => !all.some((other) => within(one, other) && other.end - other.start > one.end - one.start),
  );

/** @param {Map<string, number>} weights @param {string} term @param {number} weight */
const heavier = (weights, term, weight) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));

/**
 * Each word of the query with what can stand for it: what was typed, its written form, what the pages call it.
 * @param {Term[]} found
 * @param {(Span & { means: Term[] })[]} meant
 */
function grouped(found, meant) {
  /** @type {Map<number, string[][]>} */
  const groups = new Map();
  for (const each of found.filter(({ kind }) => kind !== "beside")) {
    const around = meant.filter((span) => within(each, span));
    const at = around[0]?.start ?? each.start;
    const group = groups.get(at) ?? [[], ...around.map(({ means }) => means.map(({ term }) => term))];
    if (each.kind === "written") group.push([each.term]);
    else group[0]?.push(each.term);
    groups.set(at, group);
  }
  return [...groups.values()];
}
