// Finds the tables again in another Pyodide. What it finds is checked in each making; what it does not find stays in the
// image, which costs bytes and never an answer.

import { sha256 } from "../maker/files.mjs";
import { CODECS, mapRows } from "./codecs.mjs";
import { functionsOf, within } from "./ranges.mjs";

/** @import { Stock } from "../wasm/stock.mjs" */
/** @import { Found, Tables } from "./found.mjs" */
/** @import { Owner } from "./libraries.mjs" */
/** @import { Range } from "./ranges.mjs" */

/** Functions so near to the owner's are of the files beside its own: addresses that they name are neighbours' too. */
const NEAR = 300;

/**
 * The codecs' index tables are where their functions say, and have a shape that nothing else has.
 * @param {Stock} stock @param {Buffer} memory @returns {Tables["codecs"]}
 */
export function findCodecs(stock, memory) {
  const named = addressesOf(stock, functionsOf(stock, CODECS));
  const index = [...new Set(named)].filter((at) => mapRows(memory, at)).sort((one, other) => one - other);
  const rows = index.flatMap((at) => mapRows(memory, at) ?? []);
  if (!rows.length) throw new Error("the CJK codecs name no index table: see codecs.mjs");
  const [from, to] = [Math.min(...rows.map((row) => row.from)), Math.max(...rows.map((row) => row.to))];
  return { index, maps: { from, to }, rows: rows.length };
}

/**
 * The same bytes in another place: they start at an address that the owner's functions or variables name, or beside one.
 * @param {Stock} stock @param {Buffer} memory @param {Owner} owner @param {Found} known @returns {Found | undefined}
 */
export function findMoved(stock, memory, owner, { from, to, sha256: hash }) {
  const size = to - from;
  const starts = new Set([...addressesOf(stock, functionsOf(stock, owner)), ...ownVariables(stock, owner)]);
  const start = [...starts].find((at) => sha256(memory.subarray(at, at + size)) === hash);
  return start === undefined ? undefined : { from: start, to: start + size, sha256: hash };
}

/**
 * For a person who looks: the longest piece of memory in which only the owner names addresses. Where its first array
 * really starts and its last one ends only the source can say, for code may name an address beside an array.
 * @param {Stock} stock @param {Buffer} memory @param {Owner} owner @returns {Range}
 */
export function hint(stock, memory, owner) {
  const functions = functionsOf(stock, owner);
  const mine = new Set([...addressesOf(stock, functions), ...ownVariables(stock, owner)]);
  const near = owner.wide ? NEAR : stock.bodies.length;
  const around = { from: functions.from - near, to: functions.to + near };
  const others = stock.bodies.flatMap(({ addresses }, index) =>
    within(index, around) && !within(index, functions) ? addresses : [],
  );
  const foreign = new Set([...others, ...stock.variables.map(([, at]) => at).filter((at) => !mine.has(at))]);
  const named = [...mine, ...foreign].filter((at) => at < memory.length).sort((one, other) => one - other);
  return longestRun(named, (at) => mine.has(at) && !foreign.has(at));
}

/** @param {number[]} sorted @param {(at: number) => boolean} isMine @returns {Range} */
function longestRun(sorted, isMine) {
  let best = { from: 0, to: 0 };
  let from = -1;
  for (const at of sorted) {
    if (!isMine(at)) from = -1;
    else if (from < 0) from = at;
    else if (at - from > best.to - best.from) best = { from, to: at };
  }
  return best;
}

/** @param {Stock} stock @param {Range} functions */
const addressesOf = ({ bodies }, { from, to }) => bodies.slice(from, to).flatMap((one) => one.addresses);

/** @param {Stock} stock @param {Owner} owner */
const ownVariables = ({ variables }, owner) =>
  variables.filter(([name]) => owner.variables?.test(name)).map(([, at]) => at);
