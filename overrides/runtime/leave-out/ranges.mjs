// Ranges of memory and of functions, and the points of the proof that all tables have in common.

/** @import { Stock } from "../wasm/stock.mjs" */
/** @typedef {{from: number, to: number}} Range `to` is the first that is outside */
/** @typedef {{stock: Stock, keep: Set<number>, heap: Buffer}} Taken what is known when data is left out */

/** @param {number} number @param {Range} range */
export const within = (number, { from, to }) => number >= from && number < to;

/** @param {Range[]} ranges */
export const size = (ranges) => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * The functions from one exported function to the last before another. The linker keeps those of a C file together.
 * @param {Stock} stock
 * @param {{name: string, first: string, after: string, exported?: RegExp}} owner `exported`: all that its files export
 * @returns {Range & {name: string}}
 */
export function functionsOf(stock, { name, first, after, exported }) {
  const [from, to] = [stock.functions.get(first), stock.functions.get(after)];
  if (from === undefined || to === undefined || from >= to)
    throw new Error(`${name}: no functions from ${first} to ${after}`);
  const inside = [...stock.functions].filter(([, index]) => index >= from && index < to);
  const foreign = inside.map(([one]) => one).filter((one) => exported && !exported.test(one));
  if (foreign.length) throw new Error(`${name}: functions of other files among them: ${foreign.join(", ")}`);
  return { name, from, to };
}

/** No function of the owner is kept, so a call to one ends in a trap. @param {Taken} taken @param {string} name @param {Range} functions */
export function noneKept({ keep }, name, functions) {
  const kept = [...keep].filter((index) => within(index, functions));
  if (kept.length) throw new Error(`${name}: functions ${kept.join(", ")} are kept`);
}

/** The module exports no variable in there but the owner's. @param {Stock} stock @param {string} name @param {Range} range @param {RegExp} [own] */
export function noForeignVariable(stock, name, range, own) {
  const foreign = stock.variables.find(([variable, at]) => within(at, range) && !own?.test(variable));
  if (foreign) throw new Error(`${name}: the exported variable ${foreign[0]} lies in the tables`);
}

/**
 * No address in there that a function of the owner names is named by any other function: none was inlined elsewhere.
 * @param {Stock} stock @param {string} name @param {Range} functions @param {Range} range
 */
export function onlyNamedBy({ bodies }, name, functions, range) {
  const named = bodies.map(({ addresses }) => addresses.filter((address) => within(address, range)));
  const own = new Set(named.slice(functions.from, functions.to).flat());
  const other = named.findIndex(
    (list, index) => !within(index, functions) && list.some((address) => own.has(address)),
  );
  if (other >= 0) throw new Error(`${name}: function ${other}, which is not of these files, names a table`);
}

/** No kept function contains a number that would be an address in there. @param {Taken} taken @param {string} name @param {Range} range */
export function noneNames({ stock, keep }, name, range) {
  for (const index of keep) {
    const address = stock.bodies[index]?.addresses.find((one) => within(one, range));
    if (address !== undefined) throw new Error(`${name}: kept function ${index} names ${address}`);
  }
}
