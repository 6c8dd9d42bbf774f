// Codes in words: why a row has its result, and what to do with a cell that could not be read.

/** @import { AnsweredRow, Refused, Words } from "../types.d.ts" */

import { fill, gap } from "../../assets/javascripts/page/dom.js";

/**
 * Words with what stands between marks in them, ids of columns and codes of replies, as the page calls these.
 * @param {string} text @param {Words} words
 */
export const named = (text, { columns, choices }) =>
  text.replace(/`([^`]*)`/g, (_, id) => {
    const reply = Object.values(choices).find((replies) => id in replies)?.[id];
    const name = columns[id] ?? reply;
    return name ? `“${name}”` : id;
  });

/** Why a row has its result. @param {Pick<AnsweredRow, "reason" | "refusals">} row @param {Words} words */
export function reasonsOf({ reason, refusals }, words) {
  // the codes of a refused row are those of its cells
  const codes = refusals.length ? [] : reason.split(" ").filter(Boolean);
  const said = [
    ...codes.map((code) => named(words.reasons[code] ?? code, words)),
    ...refusals.map((cell) => {
      const name = words.columns[cell.column] ?? cell.column;
      return fill(words.told, { name, text: whatToDo(cell, words) });
    }),
  ];
  return said.reduce((before, next) => `${before}${before && gap(before)}${next}`, "");
}

/** @param {Pick<Refused, "column" | "code" | "text" | "readings">} cell @param {Words} words */
export function whatToDo({ column, code, text, readings }, words) {
  const choices = Object.values(words.choices[column] ?? {}).join(" / ");
  const slots = { text, choices, readings: readings.map((each) => each.text).join(" / ") };
  return fill(named(words.codes[code] ?? words.codes.not_text ?? code, words), slots);
}
