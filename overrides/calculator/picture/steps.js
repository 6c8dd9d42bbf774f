// Amounts by wages, step by step up to the last row, with the row of the reader's wages.

/** @import { Finding } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Edition, Reader, Steps } from "./types.d.ts" */

import { gap } from "../../assets/javascripts/page/dom.js";
import { figure, filled, folded, heldOn, percent, safe } from "./markup.js";

/** Beyond the last step, and above the highest, there is room for their words. */
const WIDER = 1.14;
const HIGHER = 1.25;
/** The grid of a line, which is stretched to the width there is; its stroke is not. */
const GRID = 1000;

/** @param {Steps} picture @param {Reader | null} reader @returns {string} empty where no row is the reader's */
export function steps(picture, reader) {
  const edition = heldOn(picture.editions, reader?.day ?? picture.day);
  const ours = reader?.findings.filter(({ code }) => code in picture.place);
  const code = Object.keys(picture.lines).find(
    (each) => !ours || ours.some((finding) => finding.code === each),
  );
  const row = ours && edition ? rowOf(edition, ours) : null;
  if (!edition || !code || (ours && !row)) return "";
  const plot = new Plot(edition, picture, picture.lines[code] ?? {}, !ours);
  const drawn = plot.drawn(row) + plot.axis(picture.axis);
  if (!ours) return figure("steps", safe(edition.title), [drawn]);
  const said = ours.map(({ code, figures }) => filled(picture.place[code] ?? "", figures));
  const place = `<p class="nc-own">${said.reduce((before, each) => before + gap(before) + each)}</p>`;
  const title = filled(picture.own, { since: { value: "", text: edition.since } });
  return folded("steps", title + drawn, [place]);
}

/** The row over whose wages a finding speaks. @param {Edition} edition @param {Finding[]} findings */
function rowOf({ rows }, findings) {
  const named = findings.map(({ figures }) => figures.wage_over ?? figures.highest_row_over);
  const over = named.find((figure) => figure !== undefined);
  return rows.find(([wages]) => wages === Number(over?.value)) ?? null;
}

class Plot {
  /**
   * @param {Edition} edition @param {Steps} picture @param {Record<string, string>} lines
   * @param {boolean} amounts whether a line is named with its highest: in an answer that would read as the reader's own
   */
  constructor(edition, { columns }, lines, amounts) {
    this.edition = edition;
    this.last = edition.rows.at(-1) ?? [];
    this.lines = Object.entries(lines).map(([column, name]) => {
      const index = columns.indexOf(column);
      return { column: index + 1, words: amounts ? `${name} ${edition.top[index] ?? ""}` : name };
    });
    this.highest = HIGHER * Math.max(...this.lines.map(({ column }) => this.last[column] ?? 0));
  }

  /** @param {number} wages */
  x(wages) {
    return wages / (WIDER * (this.last[0] || 1));
  }

  /** @param {number} amount */
  y(amount) {
    return 1 - amount / this.highest;
  }

  /** @param {number[] | null} row of the reader */
  drawn(row) {
    const paths = this.lines.map(({ column }) => `<path d="${this.#path(column)}"/>`).join("");
    const grid = `<svg viewBox="0 0 ${GRID} ${GRID}" preserveAspectRatio="none">${paths}</svg>`;
    const ceiling = percent(this.x(this.last[0] ?? 0));
    const words = [...this.lines.map((line) => line.words), this.edition.ceiling];
    return [
      `<svg class="nc-plot" role="img" aria-label="${safe(words.join("; "))}">`,
      `<line class="nc-guide" x1="${ceiling}" x2="${ceiling}" y1="${percent(1 - 1 / HIGHER)}" y2="100%"/>${grid}`,
      row ? this.#place(row) : "",
      ...this.lines.map(
        ({ column, words }) =>
          `<text x="${ceiling}" dx="-6" dy="-.6em" y="${percent(this.y(this.last[column] ?? 0))}">${safe(words)}</text>`,
      ),
      "</svg>",
    ].join("");
  }

  /** @param {string} start what the axis counts */
  axis(start) {
    const ceiling = percent(this.x(this.last[0] ?? 0));
    const words = `<text y="1em" class="nc-start">${safe(start)}</text>`;
    return `<svg class="nc-axis" aria-hidden="true">${words}<text x="${ceiling}" y="1em" class="nc-end">${safe(this.edition.ceiling)}</text></svg>`;
  }

  /** A step at every row, in whole units of the grid. @param {number} column */
  #path(column) {
    const moves = this.edition.rows.map((row, index) => {
      const [x, y] = [this.x(row[0] ?? 0), this.y(row[column] ?? 0)].map((part) => Math.round(GRID * part));
      return `${index ? "H" : "M"}${x}${index ? "V" : " "}${y}`;
    });
    return `${moves.join("")}H${GRID}`;
  }

  /** In the middle of the reader's step, on every line; between them stand the words. @param {number[]} row */
  #place(row) {
    const next = this.edition.rows[this.edition.rows.indexOf(row) + 1]?.[0] ?? WIDER * (row[0] ?? 0);
    const x = percent(this.x(((row[0] ?? 0) + next) / 2));
    const heights = this.lines.map(({ column }) => this.y(row[column] ?? 0));
    const marks = heights.map((y) => `<circle cx="${x}" cy="${percent(y)}" r="4.5"/>`).join("");
    const top = percent(Math.max(...heights));
    return `<g class="nc-own"><line x1="${x}" x2="${x}" y1="${top}" y2="100%"/>${marks}</g>`;
  }
}
