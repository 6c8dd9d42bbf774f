// What is written down of an answer, on paper, in a spreadsheet or for a program.

/** @import { Answer } from "./types.d.ts" */

import { codeOf } from "./slip/code.js";

/**
 * @typedef {object} Replied
 * @property {string} id
 * @property {string} label
 * @property {string} reply in words
 * @property {string} value for machines
 * @property {boolean} preset whether a reply stood there from the start: the day of the answer
 */

/** What was asked and replied, in words and for machines, in the order in which the rules asked. @param {Answer} answer */
export function repliesOf({ decision, facts, questions }) {
  /** @type {Replied[]} */
  const replies = [];
  for (const id of decision.asked) {
    const question = questions.get(id);
    const value = decision.read[id]?.value ?? facts[id];
    if (!question || value === undefined) continue;
    const { label, reply, beginsToday: preset } = question;
    replies.push({ id, label, reply, value, preset });
  }
  return replies;
}

/** The day or month of which the answer speaks, for machines and in words. @param {Answer} answer */
export function dayOf({ decision, questions }) {
  const question = [...questions.values()].find(({ datesAnswer }) => datesAnswer);
  return decision.read[question?.id ?? ""] ?? { value: "", text: "" };
}

/** What a file with this answer is called, without its ending. @param {Answer} answer */
export const nameOf = (answer) =>
  [answer.notice, answer.decision.outcome, dayOf(answer).value].filter(Boolean).join("-");

/** The code of the answer; empty in a browser that cannot pack it. @param {Answer} answer @param {string} rules */
export async function codeFor({ notice, facts, decision }, rules) {
  return "CompressionStream" in globalThis ? codeOf(notice, rules, facts, decision) : "";
}
