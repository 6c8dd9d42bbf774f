// The address of an answer: the page of its outcome, and behind the # what was replied. Browsers send no server what
// stands behind the #.

/** @import { Answer } from "../types.d.ts" */

import { write } from "./fragment.js";

/** @param {Pick<Answer, "decision" | "facts">} answer @param {string} page the address of the notice */
export function linkTo({ decision, facts }, page = document.baseURI) {
  const link = new URL(`shared/${decision.outcome}/`, page);
  // days and amounts as the rules have read them, so that nobody reads them in another way
  const replies = Object.entries(facts).map(([id, reply]) => [id, decision.read[id]?.value ?? reply]);
  link.hash = write(Object.fromEntries(replies));
  return link.href;
}
