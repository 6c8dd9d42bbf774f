// Finds sections. It touches no page, so that Node asks it the questions of the tests.

/** @import { Found, Result, Section } from "./types.d.ts" */
/** @import { Read } from "./excerpt.js" */
/** @import { Query } from "./query.js" */
/** @import { SearchResult } from "minisearch" */

import MiniSearch from "minisearch";
import { excerpt, marked } from "./excerpt.js";
import { known, pattern, read } from "./query.js";
import { terms } from "./terms.js";
import { plain, toSimplified } from "./text.js";

/** A heading says what a section is about, and its page what all of them are. */
const BOOST = { title: 2, strong: 1.5, page: 0.2, text: 1 };
/** The lists of what stands behind a notice have its words more often than the notice. */
const BEHIND = 0.3;
/** The rules in short have a word of every section. */
const BRIEF = 0.6;
/** Who types the name of a notice wants it from its top. */
const TOP = 1.1;
/** A heading of nothing but words of the query is worth so much more. */
const NAMED = 2;
/** Results far below the first are by chance. */
const LEAST = 0.1;
const MOST = 20;
/** From so many letters on a word may have a mistake: one in five letters. */
const MISTAKEN_FROM = 5;
const MISTAKES = 0.2;

export class Engine {
  /** @param {Found} found */
  constructor({ pages, sections, phrases, fillers, characters, brief }) {
    this.brief = brief;
    this.pages = pages;
    this.sections = sections;
    this.simplified = toSimplified(characters);
    this.phrases = known(phrases, this.simplified);
    this.fillers = fillers.map((words) => pattern(words, this.simplified));
    this.titles = sections.map(({ title }) => read(title, { ...this, phrases: [] }).weights);
    /** @type {Map<string, Read>} */
    this.readings = new Map();
    /** @type {Set<string>} */
    this.vocabulary = new Set();
    this.index = new MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: (text) => this.termsOf(text),
      processTerm: (term) => term,
    });
    this.index.addAll(
      sections.map(({ page, ...section }, id) => ({ ...section, id, page: pages[page]?.title })),
    );
  }

  /** A text read once: results mark in it what was found. @param {string} text @returns {Read} */
  reading(text) {
    const before = this.readings.get(text);
    if (before) return before;
    const signs = plain(text, this.simplified);
    const made = { text, signs, terms: terms(signs) };
    this.readings.set(text, made);
    return made;
  }

  /** @param {string} text */
  termsOf(text) {
    const found = this.reading(text).terms.map(({ term }) => term);
    for (const term of found) this.vocabulary.add(term);
    return found;
  }

  /** The best first. @param {string} typed @returns {Result[]} */
  search(typed) {
    const query = read(typed, this);
    const all = this.ask(query);
    const there = new Set(all.flatMap(({ queryTerms }) => queryTerms));
    const groups = query.groups.filter((group) => group.flat().some((term) => there.has(term)));
    const scored = all.map((each) => ({
      ...each,
      // the library counts each further term as much as all before it, fillers too
      score: (each.score / each.queryTerms.length) * covered(each, groups) * (1 + NAMED * this.named(each)),
    }));
    scored.sort((one, other) => other.score - one.score || one.id - other.id);
    const best = scored[0]?.score ?? 0;
    const near = scored.filter(({ score }) => score >= best * LEAST);
    return near.slice(0, MOST).map((each) => this.shown(each));
  }

  /** @param {Query} query @returns {SearchResult[]} */
  ask({ weights, last }) {
    if (!weights.size) return [];
    return this.index.search(last, {
      tokenize: () => [...weights.keys()],
      boost: BOOST,
      boostTerm: (term) => weights.get(term) ?? 1,
      boostDocument: (id) => this.standing(id),
      prefix: (term) => term === last && term.length > 1,
      fuzzy: (term) => (this.mistaken(term) ? MISTAKES : false),
    });
  }

  /** What a section counts by its place, whatever is looked for. @param {number} index */
  standing(index) {
    const { page = 0, id } = this.sections[index] ?? {};
    const kind = this.pages[page]?.notice ? 1 : BEHIND;
    return kind * (id === this.brief ? BRIEF : 1) * (id ? 1 : TOP);
  }

  /** @param {string} term */
  mistaken(term) {
    return term.length >= MISTAKEN_FROM && /^\p{L}+$/u.test(term) && !this.vocabulary.has(term);
  }

  /** How much of the heading is what was looked for. @param {SearchResult} result */
  named({ id, terms: found }) {
    const title = [...(this.titles[id] ?? [])];
    return (sum(title.filter(([term]) => found.includes(term))) / (sum(title) || 1)) ** 2;
  }

  /** @param {SearchResult} result @returns {Result} */
  shown({ id, terms: found }) {
    const section = /** @type {Section} */ (this.sections[id]);
    const matched = new Set(found);
    return {
      section,
      page: /** @type {Found["pages"][0]} */ (this.pages[section.page]),
      title: marked(this.reading(section.title), matched),
      excerpt: excerpt(marked(this.reading(section.text), matched)),
    };
  }
}

/**
 * How much of the query is there: a section with all of its words stands before one that repeats a single one.
 * @param {SearchResult} result
 * @param {string[][][]} groups
 */
function covered({ queryTerms }, groups) {
  const there = new Set(queryTerms);
  /** @param {string[]} all */
  const part = (all) => all.filter((term) => there.has(term)).length / (all.length || 1);
  const whole = groups.reduce((sum, group) => sum + Math.max(...group.map(part)), 0);
  return groups.length ? (whole / groups.length) ** 2 : 1;
}

/** @param {[string, number][]} weights */
const sum = (weights) => weights.reduce((all, [, weight]) => all + weight, 0);
