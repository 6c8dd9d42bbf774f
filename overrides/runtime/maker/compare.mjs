// The pruned runtime against the stock one, in Node, with the very loader that the page uses.

import { connect, imports } from "../loader/index.js";
import { MakeError, RulesError, shorten } from "./errors.mjs";
import { TOLERATED } from "./watch-functions.mjs";

/** @import { Interpreter } from "./interpreter.mjs" */
/** @typedef {{wasm: Buffer<ArrayBuffer>, image: Buffer<ArrayBuffer>, build: string}} Made */

/**
 * Ask both about everything; one wrong answer is an error.
 * @param {Made} made @param {Interpreter} python the stock runtime @param {string[]} corpus
 * @returns {Promise<number>} for how many requests the full runtime is needed
 */
export async function compare(made, python, corpus) {
  /** @type {string[]} */
  const traps = [];
  let ask = await attach(made);
  for (const request of corpus) {
    const expected = answered(() => python.ask(request));
    const got = answered(() => ask(request));
    if (typeof got === "string") {
      if (got !== expected) throw different(request, String(expected), got);
      continue;
    }
    traps.push(`  ${got.error}\n  request  ${shorten(request)}`);
    ask = await attach(made);
  }
  if (traps.length <= corpus.length * TOLERATED) return traps.length;
  throw new MakeError(`${traps.length} requests of the corpus trap, for example\n${traps[0]}`);
}

/** @param {() => string} ask @returns {string | {error: unknown}} */
function answered(ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof MakeError && !(error instanceof RulesError)) throw error;
    return { error };
  }
}

/** @param {string} request @param {string} expected @param {string} got */
function different(request, expected, got) {
  const at = Math.max(0, [...expected].findIndex((letter, index) => letter !== got[index]) - 40);
  const lines = [`request  ${shorten(request)}`, `stock    ${shorten(expected.slice(at))}`];
  return new MakeError(
    `an answer differs from the stock runtime's\n  ${lines.join("\n  ")}\n  pruned   ${shorten(got.slice(at))}`,
  );
}

/** A fresh instance. @param {Made} made */
export async function attach({ wasm, image, build }) {
  const host = imports();
  const { instance, module } = await WebAssembly.instantiate(wasm, host.imports);
  const bytes = image.buffer.slice(image.byteOffset, image.byteOffset + image.length);
  return connect({ instance, module, host, image: bytes, build });
}
