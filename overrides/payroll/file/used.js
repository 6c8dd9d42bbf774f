// The rows of a file as the rules take them: the columns that are used, and what holds for every row.

/** @import { Payroll, Row, Words } from "../types.d.ts" */
/** @import { Defaults } from "./defaults.js" */
/** @import { Mapping } from "./mapping.js" */

import { readyCells } from "./replies.js";

/**
 * @param {Row[]} rows as they were read @param {Mapping} mapping @param {Defaults} defaults @param {Words} words
 * @returns {Pick<Payroll, "columns" | "others" | "rows">}
 */
export function used(rows, { columns, places, others }, { chosen }, { replies }) {
  const all = [...columns, ...chosen.map(([id]) => id)];
  const ready = readyCells(all, replies);
  const same = chosen.map(([, reply]) => reply);
  return {
    columns: all,
    others: others.map(([, name]) => name),
    rows: rows.map(({ number, cells, refused }) => ({
      number,
      cells: refused ? cells : ready([...places.map((place) => cells[place] ?? ""), ...same]),
      others: refused ? [] : others.map(([place]) => cells[place] ?? ""),
      refused,
    })),
  };
}
