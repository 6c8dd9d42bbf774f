// Periods and the reader's own days in the order of time, each with its words on a line of its own: they cannot collide.
// In an answer all of them stand first on one line.

/** @import { Period, Reader, Timeline } from "./types.d.ts" */
/** @typedef {{ from: string, words: string, shape: string, own?: boolean }} Row */
/** @typedef {{ day: string, words: string }} Mark */

import { figuresOf } from "../answer/figures.js";
import { figure, filled, folded, percent, safe } from "./markup.js";

const DAY_MS = 86_400_000;
const HEIGHT = 10;
/** Years between two names on the axis; more years, fewer names. */
const YEARS_NAMED = [2, 4, 10];
const MOST_NAMES = 7;
/** So near to an end of the axis, half a name would stand outside. */
const EDGE = 0.06;

/** @param {string} iso */
const yearOf = (iso) => Number(iso.slice(0, 4));

/** @param {Timeline} picture @param {Reader | null} reader @returns {string} empty where no day of the reader's is known */
export function timeline(picture, reader) {
  const marks = reader ? own(picture, reader) : [];
  if (reader && !marks.length) return "";
  const axis = new Axis(picture, marks);
  const guides = marks.map(({ day }) => axis.guide(day)).join("");
  const rows = [...marks.map((mark) => markRow(mark, axis)), ...periodRows(picture, axis)];
  rows.sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  const list = rows.map(({ words, shape, own }) => {
    const track = `<svg aria-hidden="true">${guides}${shape}</svg>`;
    return `<li${own ? ' class="nc-own"' : ""}><span>${words}</span>${track}</li>`;
  });
  const words = `<ol>${list.join("")}</ol>`;
  const note = `<small>${safe(picture.note)}</small>`;
  if (!reader) return figure("timeline", `${safe(picture.title)} ${note}`, [axis.named(), words]);
  const shown = [safe(picture.own), axis.named(), strip(picture, marks, guides, axis)];
  return folded("timeline", shown.join(""), [note, words]);
}

/**
 * Every period on one line, and the reader's days on the one below.
 * @param {Timeline} picture @param {Mark[]} marks @param {string} guides @param {Axis} axis
 */
function strip({ bars }, marks, guides, axis) {
  const periods = bars.map((bar) => shape(bar, axis)).join("");
  const days = marks.map(({ day }) => axis.mark(day)).join("");
  const lines = `<svg height="50%">${periods}</svg><svg class="nc-own" y="50%" height="50%">${days}</svg>`;
  return `<svg class="nc-strip" aria-hidden="true">${guides}${lines}</svg>`;
}

/**
 * The reader's days: those that the decision has worked out, and those that the reader has given.
 * @param {Timeline} picture @param {Reader} reader @returns {Mark[]} none where the decision has worked out no day
 */
function own({ days }, { findings, facts }) {
  const decided = figuresOf(findings);
  const figures = { ...facts, ...decided };
  /** @type {Mark[]} */
  const marks = [];
  for (const [id, sentence] of Object.entries(days)) {
    const day = figures[id]?.value ?? "";
    const said = !(id in facts) && marks.some((mark) => mark.day === day);
    if (/^\d{4}-\d\d-\d\d$/.test(day) && !said) marks.push({ day, words: filled(sentence, figures) });
  }
  const worked = Object.keys(days).some((id) => id in decided && !(id in facts));
  return worked && marks.length > 1 ? marks : [];
}

/** Whole years. A day of the reader's far from all periods stands at the edge, with an arrow. */
class Axis {
  /** @param {Timeline} picture @param {Mark[]} marks */
  constructor({ bars, to }, marks) {
    const years = marks.map(({ day }) => yearOf(day));
    const first = Math.min(yearOf(to), ...bars.map((bar) => yearOf(bar.from)));
    const last = Math.max(yearOf(to), ...bars.map((bar) => yearOf(bar.to)));
    this.first = Math.max(first - 1, Math.min(first, ...years));
    this.last = Math.min(last + 1, Math.max(last, ...years));
    this.start = Date.UTC(this.first, 0);
    this.length = Date.UTC(this.last + 1, 0) - this.start;
  }

  /** @param {string} iso @param {number} [days] after it */
  at(iso, days = 0) {
    return Math.min(1, Math.max(0, (Date.parse(iso) + days * DAY_MS - this.start) / this.length));
  }

  /** @param {string} day */
  guide(day) {
    const x = percent(this.at(day));
    return `<line class="nc-guide" x1="${x}" x2="${x}" y2="100%"/>`;
  }

  /** @param {string} day */
  mark(day) {
    const [x, year] = [percent(this.at(day)), yearOf(day)];
    if (year >= this.first && year <= this.last) return `<circle cx="${x}" cy="50%" r="4.5"/>`;
    const arrow = year < this.first ? "m7-5-6 5 6 5" : "m-7-5 6 5-6 5";
    return `<svg x="${x}" y="50%"><path class="nc-arrow" d="${arrow}"/></svg>`;
  }

  named() {
    const years = this.last - this.first + 1;
    const step = YEARS_NAMED.find((each) => years / each <= MOST_NAMES) ?? years;
    const names = [];
    for (let year = Math.ceil(this.first / step) * step; year <= this.last; year += step) {
      const middle = this.at(`${year}-07-01`);
      const [side, x] = middle < EDGE ? ["start", 0] : middle > 1 - EDGE ? ["end", 1] : ["middle", middle];
      names.push(`<text class="nc-${side}" x="${percent(x)}" y="1em">${year}</text>`);
    }
    return `<svg class="nc-axis" aria-hidden="true">${names.join("")}</svg>`;
  }
}

/** @param {Mark} mark @param {Axis} axis @returns {Row} */
const markRow = ({ day, words }, axis) => ({ from: day, words, shape: axis.mark(day), own: true });

/** @param {Timeline} picture @param {Axis} axis @returns {Row[]} */
function periodRows({ bars, to, open }, axis) {
  const rows = bars.map((bar) => ({ from: bar.from, words: said(bar), shape: shape(bar, axis) }));
  if (!open) return rows;
  const ends = bars.map((bar) => bar.to).sort();
  const last = ends[ends.length - 1] ?? to;
  const line = `x1="${percent(axis.at(last, 1))}" x2="${percent(axis.at(to, 1))}" y1="50%" y2="50%"`;
  return [...rows, { from: `${last}~`, words: safe(open), shape: `<line class="nc-open" ${line}/>` }];
}

/** @param {Period} bar */
const said = ({ name, period, note }) =>
  `${safe(name)} <small class="nc-period">${safe(period)}</small>${note && `<small class="nc-note">${safe(note)}</small>`}`;

/** @param {Period} bar @param {Axis} axis */
function shape({ from, to, other }, axis) {
  const width = percent(axis.at(to, 1) - axis.at(from));
  const place = `x="${percent(axis.at(from))}" y="50%" width="${width}" height="${HEIGHT}"`;
  return `<rect${other ? ' class="nc-other"' : ""} ${place} transform="translate(0 -${HEIGHT / 2})"/>`;
}
