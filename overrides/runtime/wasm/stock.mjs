// What the maker asks about the stock module, read once.

import { variables } from "./globals.mjs";
import { inspect } from "./instructions.mjs";
import { bodyIndices, readBodies, readSections } from "./sections.mjs";

/** @import { Section } from "./sections.mjs" */

/**
 * @typedef {object} Stock
 * @property {Buffer<ArrayBuffer>} wasm
 * @property {Section[]} sections
 * @property {{catches: boolean, addresses: number[]}[]} bodies what each function can catch, and which addresses it names
 * @property {Map<string, number>} functions names of exported functions → index among the bodies
 * @property {[name: string, address: number][]} variables that are exported
 */

/** @param {Buffer<ArrayBuffer>} wasm @returns {Stock} */
export function readStock(wasm) {
  const sections = readSections(wasm);
  return {
    wasm,
    sections,
    bodies: readBodies(sections).map(inspect),
    functions: bodyIndices(sections),
    variables: [...variables(sections)],
  };
}
