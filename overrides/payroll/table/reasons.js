// Codes in words: why a row has its result, and what to do with a cell that could not be read.

/** @import { Refused, Words } from "../types.d.ts" */

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

/** Why a row has its result. @param {string} codes with spaces between @param {Words} words */
export const reasonsOf = (codes, words) =>
  codes
    .split(" ")
    .filter(Boolean)
    .map((code) => reason(code, words))
    .reduce((before, next) => `${before}${before && gap(before)}${next}`, "");

/** @param {string} code that of a refused cell has its column before it @param {Words} words */
function reason(code, words) {
  const [column = "", mistake] = code.split(":");
  if (mistake === undefined) return named(words.reasons[code] ?? code, words);
  const label = words.columns[column] ?? column;
  const text = whatToDo({ column, code: mistake, text: "", readings: [] }, words);
  return fill(words.told, { name: label, text });
}

/** @param {Pick<Refused, "column" | "code" | "text" | "readings">} cell @param {Words} words */
export function whatToDo({ column, code, text, readings }, words) {
  const choices = Object.values(words.choices[column] ?? {}).join(" / ");
  const slots = { text, choices, readings: readings.map((each) => each.text).join(" / ") };
  return fill(named(words.codes[code] ?? words.codes.not_text ?? code, words), slots);
}
