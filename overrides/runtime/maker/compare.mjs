// The answer runtime against the whole interpreter, in Node, with the very loader that the page uses.

import { connect, imports } from "../loader/index.js";
import { MakeError, shorten } from "./errors.mjs";
import { TOLERATED } from "./watch-functions.mjs";

/** @typedef {{wasm: Buffer<ArrayBuffer>, image: Buffer<ArrayBuffer>, build: string}} Made */

/**
 * Ask everything; one wrong answer is an error.
 * @param {Made} made @param {[string, string][]} expected requests, and what the whole interpreter answered
 * @returns {Promise<number>} for how many requests the full runtime is needed
 */
export async function compare(made, expected) {
  /** @type {string[]} */
  const traps = [];
  let ask = await attach(made);
  for (const [request, whole] of expected) {
    let got;
    try {
      got = ask(request);
    } catch (error) {
      traps.push(`  what     ${error}\n  request  ${shorten(request)}`);
      ask = await attach(made);
      continue;
    }
    if (got !== whole) throw different(request, whole, got);
  }
  if (traps.length <= expected.length * TOLERATED) return traps.length;
  throw new MakeError(`${traps.length} requests of the corpus trap, for example\n${traps[0]}`);
}

/** @param {string} request @param {string} expected @param {string} got */
function different(request, expected, got) {
  const at = Math.max(0, [...expected].findIndex((letter, index) => letter !== got[index]) - 40);
  const lines = [`request  ${shorten(request)}`, `whole    ${shorten(expected.slice(at))}`];
  return new MakeError(
    `an answer differs from the whole interpreter's\n  ${lines.join("\n  ")}\n  pruned   ${shorten(got.slice(at))}`,
  );
}

/** A fresh instance. @param {Made} made */
async function attach({ wasm, image, build }) {
  const host = imports();
  const { instance, module } = await WebAssembly.instantiate(wasm, host.imports);
  const bytes = image.buffer.slice(image.byteOffset, image.byteOffset + image.length);
  return connect({ instance, module, host, image: bytes, build });
}
