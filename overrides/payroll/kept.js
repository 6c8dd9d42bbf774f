// What was typed by hand is kept while the tab is open, as in the notices' calculators, so that a change of language or
// a reload loses nothing. Of a file nothing is kept.

/** @import { Question } from "../calculator/question/question.js" */
/** @import { ByHand } from "./by-hand/by-hand.js" */

import { keep, recall } from "../assets/javascripts/page/memory.js";

const CHANGES = "changes";
const RESULT = "result";

/**
 * Put back what was typed, and keep it from now on.
 * @param {string} notice @param {Map<string, Question>} questions @param {ByHand} hand
 * @param {() => boolean} hasResult
 * @returns {boolean} whether a result stood below it
 */
export function remember(notice, questions, hand, hasResult) {
  const kept = recall(notice);
  for (const [id, question] of questions) if (kept[id] !== undefined) question.kept = kept[id];
  hand.changes.kept = JSON.parse(kept[CHANGES] ?? "[]");
  hand.settle();
  addEventListener("pagehide", () => {
    const chosen = [...questions].filter(([, question]) => !question.untouched);
    const replies = chosen.map(([id, question]) => [id, question.kept]);
    const changes = JSON.stringify(hand.changes.kept);
    keep(notice, {
      ...Object.fromEntries(replies),
      [CHANGES]: changes,
      ...(hasResult() && { [RESULT]: "yes" }),
    });
  });
  return RESULT in kept;
}
