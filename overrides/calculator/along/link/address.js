// The address of an answer: the page of its outcome, and behind the # what was replied. Browsers send no server what is
// behind the #.

/** @import { Answer } from "../types.d.ts" */

import { write } from "./fragment.js";

/** @param {Answer} answer */
export function addressOf({ decision, facts, root }) {
  const page = new URL(`shared/${decision.outcome}/`, root.ownerDocument.baseURI.replace(/[?#].*$/, ""));
  /** @type {Record<string, string>} */
  const replies = {};
  for (const [id, reply] of Object.entries(facts)) replies[id] = decision.read[id]?.value ?? reply;
  page.hash = write(replies);
  return page.href;
}
