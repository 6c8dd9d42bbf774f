// What the maker asks about the stock module, read once.

import { variables } from "./globals.mjs";
import { inspect } from "./instructions.mjs";
import { bodyIndices, countImported, KIND, readBodies, readSections } from "./sections.mjs";

/** @import { Section } from "./sections.mjs" */

/** @typedef {{catches: boolean, addresses: number[], calls: number[]}} Body what it can catch, which addresses it names, and what it calls (indices among the bodies; below 0: what is imported) */
/**
 * @typedef {object} Stock
 * @property {Buffer<ArrayBuffer>} wasm
 * @property {Section[]} sections
 * @property {Body[]} bodies
 * @property {number} imported so many functions come before those with a body
 * @property {Map<string, number>} functions names of exported functions → index among the bodies
 * @property {[name: string, address: number][]} variables that are exported
 */

/** @param {Buffer<ArrayBuffer>} wasm @returns {Stock} */
export function readStock(wasm) {
  const sections = readSections(wasm);
  const imported = countImported(sections, KIND.function);
  const bodies = readBodies(sections).map((body) => {
    const { calls, ...rest } = inspect(body);
    return { ...rest, calls: calls.map((index) => index - imported) };
  });
  return {
    wasm,
    sections,
    bodies,
    imported,
    functions: bodyIndices(sections),
    variables: [...variables(sections)],
  };
}
