// The answer runtime, step by step: look, watch, take the image, prune, compare.

import fs from "node:fs";
import path from "node:path";
import { blankCodecs, CODECS } from "../leave-out/codecs.mjs";
import { TABLES } from "../leave-out/found.mjs";
import { blankFrozen } from "../leave-out/frozen.mjs";
import { blankLibraries, ownersFunctions } from "../leave-out/libraries.mjs";
import { functionsOf } from "../leave-out/ranges.mjs";
import { readStock } from "../wasm/stock.mjs";
import { compare } from "./compare.mjs";
import { discover } from "./discover.mjs";
import { readJson } from "./files.mjs";
import { packImage, takeMemory } from "./image.mjs";
import { forImage, forWatching } from "./preparation.mjs";
import { API, pruneModule } from "./prune.mjs";
import { ranFunctions } from "./watch-functions.mjs";
import { ranPython } from "./watch-python.mjs";

/** @import { Common, Inputs, Library, Say } from "./types.d.ts" */
/** @import { Stock } from "../wasm/stock.mjs" */

/**
 * @param {Inputs} inputs @param {Library} library @param {string} build @param {Say} say
 * @returns {Promise<{wasm: Buffer<ArrayBuffer>, image: Buffer<ArrayBuffer>}>}
 */
export async function makeAnswerRuntime(inputs, library, build, say) {
  const stock = readStock(fs.readFileSync(path.join(inputs.pyodide, "pyodide.asm.wasm")));
  /** @type {string[]} */
  const corpus = readJson(inputs.corpus);
  const common = { pyodide: inputs.pyodide, wasm: stock.wasm, library, failed: inputs.failed };
  const { prepare, keep, answers } = await watch(inputs, common, stock, corpus, say);

  const { heap, ...rest } = await takeMemory(common, prepare);
  const taken = { stock, keep, heap };
  const frozen = blankFrozen(taken);
  const tables = blankCodecs(taken, TABLES.codecs) + blankLibraries(taken, TABLES.ranges);
  const image = packImage(heap, build);
  say(`memory image taken without ${frozen} bytes of frozen modules and ${tables} bytes of tables`);

  const wasm = pruneModule({ stock, keep, build, ...rest });
  say("module pruned");

  const traps = await compare({ wasm, image, build }, corpus, answers);
  say(
    `${corpus.length - traps} answers are the whole interpreter's, ${traps} requests need the full runtime`,
  );
  return { wasm, image };
}

/**
 * Which functions stay, and how Python is prepared for the image.
 * @param {Inputs} inputs @param {Common} common @param {Stock} stock @param {string[]} corpus @param {Say} say
 */
async function watch({ entry, exercise: file }, common, stock, corpus, say) {
  const exercise = fs.readFileSync(file, "utf8");
  const { warmUp, answers } = await discover(common, entry, corpus);
  say(`the rules answer ${corpus.length} requests; ${warmUp.length} of them before the image is taken`);
  const begin = { library: common.library, entry, warmUp };
  const whole = forWatching(begin, exercise);
  const ran = await ranPython(common, whole, corpus, exercise);
  say(`${ran.functions.length} Python functions run, ${ran.modules.length} modules are used`);

  const prepare = forImage(begin, ran);
  const never = [functionsOf(stock, CODECS), ...ownersFunctions(stock, TABLES.ranges)];
  // once with the whole library, for the exercise, and once as the image will be
  const withAll = await ranFunctions(common, whole, corpus, { never, exercise });
  const asImage = await ranFunctions(common, prepare, corpus, { never });
  const keep = kept(stock, [...withAll, ...asImage]);
  say(`${keep.size} functions of the interpreter run`);
  return { prepare, keep, answers };
}

/**
 * What ran and what the loader calls, without what could stop an exception on its way out.
 * @param {Stock} stock @param {number[]} ran
 */
function kept({ functions, bodies }, ran) {
  const called = API.flatMap((name) => functions.get(name) ?? []);
  return new Set([...ran, ...called].filter((index) => !bodies[index]?.catches));
}
