// What is wrong, as codes with figures: what stops the reading, and what is only said.

/** @import { Problem } from "./types.d.ts" */

/** How many places of each problem are named; all are counted. */
const NAMED = 20;

/** A file that is not read; README.md lists the codes. */
export class ReadError extends Error {
  name = "ReadError";

  /** @param {string} code @param {Record<string, string | number>} [figures] */
  constructor(code, figures = {}) {
    super(`${code} ${JSON.stringify(figures)}`);
    this.code = code;
    this.figures = figures;
  }
}

export class Problems {
  /** Grows while rows are read. @type {Problem[]} */
  list = [];

  /** @param {string} code @param {{ row?: number, column?: number, figures?: Problem["figures"] }} [place] */
  add(code, { row, column, figures = {} } = {}) {
    let problem = this.list.find((each) => each.code === code);
    if (!problem) {
      problem = { code, count: 0, places: [], figures };
      this.list.push(problem);
    }
    problem.count += 1;
    if (row !== undefined && problem.places.length < NAMED)
      problem.places.push({ row, column: column ?? null });
  }
}
