// The answer runtime, step by step: watch and take each image, prune the one module for all of them, compare.

import fs from "node:fs";
import path from "node:path";
import { blankCodecs } from "../leave-out/codecs.mjs";
import { TABLES } from "../leave-out/found.mjs";
import { blankFrozen } from "../leave-out/frozen.mjs";
import { blankLibraries } from "../leave-out/libraries.mjs";
import { readStock } from "../wasm/stock.mjs";
import { compare } from "./compare.mjs";
import { packImage } from "./image.mjs";
import { keeper } from "./kept.mjs";
import { API, pruneModule } from "./prune.mjs";
import { exercised, takeImage } from "./take.mjs";

/** @import { Common, Corpora, Inputs, Library, Say, Taken } from "./types.d.ts" */
/** @import { Stock } from "../wasm/stock.mjs" */
/** @typedef {{wasm: Buffer<ArrayBuffer>, build: string, images: Map<string, Buffer<ArrayBuffer>>}} Answer */

/** @param {Inputs} inputs @param {Corpora} corpora @param {Library} library @param {Say} say @returns {Promise<Answer>} */
export async function makeAnswerRuntime(inputs, corpora, library, say) {
  const { pyodide, entry, failed } = inputs;
  const stock = readStock(fs.readFileSync(path.join(pyodide, "pyodide.asm.wasm")));
  const exercise = fs.readFileSync(inputs.exercise, "utf8");
  const common = { pyodide, wasm: stock.wasm, library, entry, failed, exercise };
  const all = await exercised(common, stock);
  say(`${all.length} functions of the interpreter run in the exercise`);
  const taken = await takeAll(inputs, corpora, common, stock, say);

  const keep = kept(stock, [...all, ...[...taken.values()].flatMap(({ ran }) => ran)]);
  const { wasm, build } = pruneModule({ stock, keep, ...atRest([...taken.values()]) });
  say(`module pruned to ${keep.size} functions of the interpreter`);

  /** @type {Answer["images"]} */
  const images = new Map();
  for (const [name, one] of taken) {
    const image = finish({ stock, keep, heap: one.heap }, build);
    images.set(name, image);
    const traps = await compare({ wasm, image, build }, one.expected);
    const same = one.expected.length - traps;
    say(`${name}: ${same} answers are the whole interpreter's, ${traps} requests need the full runtime`);
  }
  return { wasm, build, images };
}

/**
 * The images, each taken anew only where something that it is made from has changed.
 * @param {Inputs} inputs @param {Corpora} corpora @param {Common} common @param {Stock} stock @param {Say} say
 */
async function takeAll(inputs, corpora, common, stock, say) {
  const before = keeper(inputs, common, corpora);
  /** @type {Map<string, Taken>} */
  const taken = new Map();
  for (const [name, corpus] of corpora) {
    const found = before.find(name);
    const one = found ?? (await takeImage(common, stock, name, corpus, say));
    taken.set(name, one);
    if (found) say(`${name}: nothing that its image is made from has changed`);
    else before.keep(name, one);
  }
  return taken;
}

/**
 * What ran and what the loader calls, without what could stop an exception on its way out.
 * @param {Stock} stock @param {number[]} ran
 */
function kept({ functions, bodies }, ran) {
  const called = API.flatMap((name) => functions.get(name) ?? []);
  return new Set([...ran, ...called].filter((index) => !bodies[index]?.catches));
}

/** Memory comes in steps of 4 MB, lest a little more of it make another module, and with it other images. */
const STEP = 64;

/** What the one module says of the memory: room for the largest image, and the globals, which all share. @param {Taken[]} taken */
function atRest(taken) {
  const [globals = [], ...others] = taken.map((one) => one.globals);
  if (others.some((one) => one.join() !== globals.join()))
    throw new Error("images do not rest with the same globals: each would need a module of its own");
  return { globals, pages: Math.ceil(Math.max(...taken.map(({ pages }) => pages)) / STEP) * STEP };
}

/** Without the data that no kept function of the module can reach. @param {import("../leave-out/ranges.mjs").Taken} taken @param {string} build */
function finish(taken, build) {
  blankFrozen(taken);
  blankCodecs(taken, TABLES.codecs);
  blankLibraries(taken, TABLES.ranges);
  return packImage(taken.heap, build);
}
