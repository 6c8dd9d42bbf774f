// What a figure was from each day on, as a line that rises and falls; the one of the reader's day is marked.

/** @import { Level, Levels, Reader } from "./types.d.ts" */

import { figure, folded, heldOn, percent, safe } from "./markup.js";

const HIGHER = 1.2;

/** @param {Levels} picture @param {Reader | null} reader @returns {string} empty where there was no figure on that day, or the answer does not turn on it */
export function levels(picture, reader) {
  const day = reader?.day ?? "";
  const own = reader && heldOn(picture.levels, day);
  const title = reader?.findings.map(({ code }) => picture.own[code]).find(Boolean);
  if (reader && !(own?.value && title)) return "";
  const list = picture.levels.map((level) => {
    const words = `${safe(level.text)} <small>${safe(level.since)}</small>`;
    return `<li${level === own ? ' class="nc-own"' : ""}>${words}</li>`;
  });
  const parts = [plot(picture, own ?? null), `<ol>${list.join("")}</ol>`];
  return title ? folded("levels", safe(title), parts) : figure("levels", safe(picture.title), parts);
}

/** @param {Levels} picture @param {Level | null} own */
function plot({ levels, to }, own) {
  const start = Date.parse(levels[0]?.from ?? to);
  const length = Math.max(1, Date.parse(to) - start);
  const highest = HIGHER * Math.max(...levels.map(({ value }) => value ?? 0));
  const drawn = levels.map((level, index) => {
    const [from, till] = [level.from, levels[index + 1]?.from ?? to].map((day) =>
      percent(Math.min(1, (Date.parse(day) - start) / length)),
    );
    if (level.value === null) return "";
    const y = percent(1 - level.value / highest);
    const before = levels[index - 1]?.value;
    const of = level === own ? ' class="nc-own"' : "";
    const rise = before
      ? `<line x1="${from}" x2="${from}" y1="${percent(1 - before / highest)}" y2="${y}"/>`
      : "";
    const side = index ? 'dx="-6" dy=".35em" class="nc-end"' : 'dy="-.5em"';
    const text = `<text x="${from}" y="${y}" ${side}>${safe(level.text)}</text>`;
    return `${rise}<line${of} x1="${from}" x2="${till}" y1="${y}" y2="${y}"/>${text}`;
  });
  const years = levels.map(({ from }) => {
    const x = percent((Date.parse(from) - start) / length);
    return `<text x="${x}" y="1em">${from.slice(0, 4)}</text>`;
  });
  const axis = `<svg class="nc-axis" aria-hidden="true">${years.join("")}</svg>`;
  return `<svg class="nc-plot" aria-hidden="true">${drawn.join("")}</svg>${axis}`;
}
