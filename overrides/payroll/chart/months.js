// Draws the contributions of each month as bars, both shares above each other. Places are parts of whatever width there
// is, and words are text (docs/decisions/0031-pictures-by-place-words-as-text.md).

import { percent, safe } from "../../calculator/picture/markup.js";

/** Above the highest there is room for its amount. */
const HIGHER = 1.2;
/** So much of its place a bar takes; of many, all of it, for the gaps would be all that is seen. */
const THICK = 0.76;
const MANY = 36;
/** More years than these, and not each is named. */
const MOST_NAMES = 7;
/** More months than these, and only their years are named. */
const NAMED_MONTHS = 12;

/**
 * @typedef {{ month: string, employer: number, employee: number }} Bar
 * @param {Bar[]} bars one for each month from the first to the last, in sen
 * @param {{ label: string, highest: string, employer: string, employee: string, lang: string }} words
 * @returns {string} HTML
 */
export function draw(bars, words) {
  const most = HIGHER * Math.max(1, ...bars.map(together));
  const top = bars.findIndex((bar) => together(bar) * HIGHER === most);
  const thick = bars.length > MANY ? 1 : THICK;
  const drawn = bars.map((bar, index) => {
    const place = `x="${percent((index + (1 - thick) / 2) / bars.length)}" width="${percent(thick / bars.length)}"`;
    return column(bar, place, most);
  });
  const plot = [
    `<svg class="nc-plot" role="img" aria-label="${safe(words.label)}">`,
    ...drawn,
    top < 0 ? "" : highest((top + 0.5) / bars.length, words.highest),
    "</svg>",
  ];
  const key = ["employer", "employee"].map(
    (share) =>
      `<span class="pr-key pr-key--${share}">${safe(words[/** @type {"employer"} */ (share)])}</span>`,
  );
  const axis = [bars.length > NAMED_MONTHS ? "" : months(bars, words.lang), years(bars)].join("");
  return `<figure class="nc-drawing pr-months"><figcaption>${key.join(" ")}</figcaption>${plot.join("")}${axis}</figure>`;
}

/** @param {Bar} bar */
const together = ({ employer, employee }) => employer + employee;

/** @param {Bar} bar @param {string} place @param {number} most */
function column({ month, employer, employee }, place, most) {
  const [low, high] = [employer / most, employee / most];
  const rect = (/** @type {string} */ name, /** @type {number} */ top, /** @type {number} */ height) =>
    height ? `<rect class="pr-bar--${name}" ${place} y="${percent(top)}" height="${percent(height)}"/>` : "";
  return `<g data-month="${month}">${rect("employer", 1 - low, low)}${rect("employee", 1 - low - high, high)}</g>`;
}

/** @param {number} middle of its bar @param {string} words */
function highest(middle, words) {
  // near an edge the words begin or end there
  const [left, anchor] = middle < 0.15 ? [0, ""] : middle > 0.85 ? [1, "nc-end"] : [middle, "nc-middle"];
  return `<text x="${percent(left)}" y="${percent(1 - 1 / HIGHER)}" dy="-.4em" class="${anchor}">${safe(words)}</text>`;
}

/** The months below their bars. @param {Bar[]} bars @param {string} lang */
function months(bars, lang) {
  const name = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  const texts = bars.map(
    ({ month }, index) =>
      `<text x="${percent((index + 0.5) / bars.length)}" y="1em" class="nc-middle">${name.format(new Date(month))}</text>`,
  );
  return `<svg class="nc-axis" aria-hidden="true">${texts.join("")}</svg>`;
}

/** The years below their first months. @param {Bar[]} bars */
function years(bars) {
  const first = bars.flatMap(({ month }, index) =>
    index === 0 || month.endsWith("-01") ? [{ year: month.slice(0, 4), index }] : [],
  );
  const every = Math.ceil(first.length / MOST_NAMES);
  const named = first.filter((_, index) => index % every === 0);
  const texts = named.map(({ year, index }, place) => {
    const next = named[place + 1];
    // the first year may have too few months for its name
    const room = !next || next.index - index > bars.length / 14;
    return room ? `<text x="${percent(index / bars.length)}" y="1em">${year}</text>` : "";
  });
  return `<svg class="nc-axis" aria-hidden="true">${texts.join("")}</svg>`;
}
