// What an answer was, in short, so that whoever opens its link later hears whether it still is: the outcome, and a
// checksum of what it rests on. Touches no page.

/** @import { DecisionResponse } from "../../../assets/javascripts/protocol.d.ts" */

import { checksum } from "../checksum.js";

const SHORT = /^([a-z][a-z0-9_]*)\.([0-9a-f]{4})$/;

/** @typedef {Pick<DecisionResponse, "outcome" | "findings">} Decided */

/**
 * Each finding with its figures, in whatever order. The one that warns of a day after the law's last check does not count:
 * it goes when the law is checked again, and the answer stays.
 * @param {Decided} decision
 * @param {string} late the code of that finding
 */
export function inShort({ outcome, findings }, late) {
  const stated = findings
    .filter(({ code }) => code !== late)
    .map(({ code, figures }) => [
      code,
      ...Object.entries(figures)
        .map(([id, { value }]) => `${id}=${value}`)
        .sort(),
    ]);
  return `${outcome}.${checksum(stated.map(String).sort().join(";"))}`;
}

/** @param {string} was @returns {string} the outcome that a link names; empty where it names none */
export const outcomeOf = (was) => was.match(SHORT)?.[1] ?? "";
