// What is said of a file that is read all the same: by the reader of files, and of the columns that are used.

/** @import { Grid, Words } from "../types.d.ts" */

import { fill } from "../../assets/javascripts/page/dom.js";
import { grouped } from "../run/values.js";

/** @param {Grid} grid @param {Words} words @returns {string[]} */
export function ofReading({ problems }, { file }) {
  return problems.map(({ code, count, places, figures }) => {
    const rows = places.map(({ row }) => row).join(", ");
    const texts = Object.entries(figures).map(([name, figure]) => [name, String(figure)]);
    const slots = { count: grouped(count), rows, ...Object.fromEntries(texts) };
    return fill(file.problems[code] ?? "", slots);
  });
}

/**
 * Without its worker a row that stands there twice counts twice, a bare number is no day, and the examples of a file to
 * fill in count like any rows.
 * @param {Grid} grid @param {{ columns: string[], places: number[], bare: string, examples?: string[][] | undefined }} used
 * @param {Words} words @returns {string[]}
 */
export function ofColumns({ rows }, { columns, places, bare, examples = [] }, { file: { problems } }) {
  const said = bare ? [fill(problems.bare_numbers ?? "", { first: bare })] : [];
  const worker = places[columns.indexOf("worker_id")];
  if (worker === undefined) return [...said, problems.no_worker_id ?? ""];
  const whole = rows.filter(({ refused }) => !refused).map(({ cells }) => cells);
  const there = new Set(whole.map((cells) => cells[worker]?.trim()));
  for (const workers of examples.filter((each) => each.every((name) => there.has(name))))
    said.push(fill(problems.examples ?? "", { workers: workers.join(" · ") }));
  const without = whole.filter((cells) => !cells[worker]?.trim() && isFull(cells));
  if (!without.length) return said;
  return [...said, fill(problems.no_worker ?? "", { count: grouped(without.length) })];
}

/** @param {string[]} cells */
const isFull = (cells) => cells.some((cell) => cell.trim());
