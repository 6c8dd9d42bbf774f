// The address of an answer: the page of its outcome, and behind the # what was replied. Browsers send no server what
// stands behind the #.

/** @import { Answer } from "../types.d.ts" */

import { write } from "./fragment.js";
import { inShort } from "./was.js";

/** @param {Pick<Answer, "decision" | "facts" | "page" | "late">} answer */
export function linkTo({ decision, facts, page, late }) {
  const link = new URL(`shared/${decision.outcome}/`, page);
  // days and amounts as the rules have read them, so that nobody reads them in another way
  const replies = Object.entries(facts).map(([id, reply]) => [id, decision.read[id]?.value ?? reply]);
  link.hash = write(Object.fromEntries(replies), inShort(decision, late));
  return link.href;
}
