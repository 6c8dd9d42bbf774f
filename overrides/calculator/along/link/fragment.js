// The replies of a reader as the fragment of an address, and back, with what the answer was in short (was.js):
// #v=2&was=registered_late.3fa9&as_at=2026-11-26&employs=employees
//
// Where an id or a reply gets another name, the version goes up, and the reader of the version before stays and renames
// it: a link that somebody has kept can still be read.

import { outcomeOf } from "./was.js";

/**
 * @typedef {object} Read
 * @property {Record<string, string>} replies by question id
 * @property {boolean} known whether there is a reader for this version; without one there are no replies
 * @property {boolean} whole false where something of it was left out
 * @property {string} was what the answer was; empty in the first version, which did not say it
 */

const VERSION = "2";
/** @type {Record<string, (pairs: [string, string][]) => Read>} */
const READERS = { 1: readReplies, 2: readSecond };

/** As the rules name questions. */
const ID = /^[a-z][a-z0-9_]*$/;
/** Longer than any reply, and more replies than any notice asks. */
const MOST_CHARACTERS = 100;
const MOST_REPLIES = 40;
/** What cannot be seen, what turns the direction of writing, and what stands for broken bytes. */
const NOT_TYPED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u;

/** It stands before the replies, so that a question may be called the same. */
const WAS = "was";

/** @param {Record<string, string>} replies by question id @param {string} was @returns {string} without the # */
export const write = (replies, was) =>
  String(new URLSearchParams([["v", VERSION], [WAS, was], ...Object.entries(replies)]));

/** @param {string} fragment with its #, or anything else that stood there @returns {Read} */
export function read(fragment) {
  const [[first, version = ""] = [], ...pairs] = new URLSearchParams(fragment.replace(/^#/, ""));
  const known = first === "v" && Object.hasOwn(READERS, version);
  return (known && READERS[version]?.(pairs)) || { replies: {}, known: false, whole: false, was: "" };
}

/** @param {[string, string][]} pairs @returns {Read} */
function readSecond(pairs) {
  const [[name, was = ""] = [], ...replies] = pairs;
  if (name === WAS && outcomeOf(was)) return { ...readReplies(replies), was };
  return { ...readReplies(pairs), whole: false };
}

/** All that the first version had. @param {[string, string][]} pairs @returns {Read} */
function readReplies(pairs) {
  /** @type {Map<string, string>} */
  const replies = new Map();
  for (const [id, reply] of pairs) {
    const typed = reply !== "" && reply.length <= MOST_CHARACTERS && !NOT_TYPED.test(reply);
    if (typed && ID.test(id) && !replies.has(id) && replies.size < MOST_REPLIES) replies.set(id, reply);
  }
  return { replies: Object.fromEntries(replies), known: true, whole: replies.size === pairs.length, was: "" };
}
