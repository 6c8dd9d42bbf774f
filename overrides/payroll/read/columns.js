// Which column is which, by the names that people and payroll programs give it. Two that could be meant are none.

/** @import { Columns, Names } from "./types.d.ts" */

const BRACKETS = /[（(［[]([^）)\]］]*)[）)\]］]/g;
/** A name in two languages, one beside or below the other. */
const PARTS = /[\n/|·,，、;；:：]+/;
const HAN = /\p{Script=Han}+/gu;
/** What a column of each kind cannot hold, where its first rows show it; other ids are not looked at. */
const FIT = {
  wages: (/** @type {string} */ cell) => /\d/.test(cell),
  age: (/** @type {string} */ cell) => /\d/.test(cell) && !/\d{4}/.test(cell),
  // the number of a month alone does not say of which year
  month: (/** @type {string} */ cell) => /\d{2}/.test(cell) && !/^\s*(?:\d|1[0-2])\s*$/.test(cell),
  born_on: (/** @type {string} */ cell) => /\d{2}/.test(cell),
  paid_on: (/** @type {string} */ cell) => /\d{2}/.test(cell),
};

/** Full-width as half-width, small, and only letters, digits and characters. @param {string} name */
export const plain = (name) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "");

/** @param {string[]} header @param {string[][]} sample first rows below it @param {Names} names @returns {Columns} */
export function columns(header, sample, names) {
  const known = meanings(names);
  const beside = new Set(names.beside.map(plain));
  const meant = header.map((name, place) =>
    [...ids(name, known, beside)].filter((id) =>
      fits(
        id,
        sample.map((cells) => cells[place] ?? ""),
      ),
    ),
  );
  // a name of two columns means the one that no other column is
  const taken = new Set(meant.flatMap((each) => (each.length === 1 ? each : [])));
  const left = meant.map((each) => (each.length > 1 ? each.filter((id) => !taken.has(id)) : each));
  return sorted(left);
}

/** @param {string[][]} meant ids by place @returns {Columns} */
function sorted(meant) {
  /** @type {Columns} */
  const found = { guess: {}, several: {}, unknown: [] };
  for (const id of new Set(meant.flat())) {
    const places = meant.flatMap((each, place) => (each.includes(id) ? [place] : []));
    const [only = -1, second] = places;
    if (second === undefined && meant[only]?.length === 1) found.guess[id] = only;
    else found.several[id] = places;
  }
  const guessed = new Set(Object.values(found.guess));
  found.unknown = [...meant.keys()].filter((place) => !guessed.has(place));
  return found;
}

/** @param {Names} names */
function meanings({ columns: byId }) {
  /** @type {Map<string, Set<string>>} */
  const known = new Map();
  for (const [id, all] of Object.entries(byId))
    for (const name of [id, ...all]) known.set(plain(name), (known.get(plain(name)) ?? new Set()).add(id));
  return known;
}

/**
 * What a name can mean. It may stand in two languages, and with a unit; whatever else stands there may change what it
 * means, and then it means nothing.
 * @param {string} name @param {Map<string, Set<string>>} known @param {Set<string>} beside @returns {Set<string>}
 */
function ids(name, known, beside) {
  // written as the interface writes it, a name is no word of somebody's own
  if (known.get(name)?.has(name)) return new Set([name]);
  const whole = known.get(plain(name));
  if (whole) return whole;
  const bracketed = [...name.matchAll(BRACKETS)].map(([, inner]) => inner ?? "");
  const rest = name.replace(BRACKETS, " ");
  const outside = known.has(plain(rest)) ? [rest] : rest.split(PARTS).flatMap(byScript);
  const parts = [...outside, ...bracketed].map(plain).filter((part) => part && !beside.has(part));
  const [first, ...others] = parts.map((part) => known.get(part) ?? new Set());
  return new Set([...(first ?? [])].filter((id) => others.every((each) => each.has(id))));
}

/** 月份 Month is both names, unless the characters are a part of one. @param {string} part */
function byScript(part) {
  const han = part.match(HAN) ?? [];
  return [part.replace(HAN, " "), ...han];
}

/** @param {string} id @param {string[]} cells */
function fits(id, cells) {
  const fit = /** @type {Record<string, (cell: string) => boolean>} */ (FIT)[id];
  const full = cells.filter((cell) => cell.trim());
  return !fit || !full.length || full.some(fit);
}
