// One image: look at its requests, watch, take the memory. Nothing here knows of other images, so that each costs the
// same, however many there are.

import { CODECS } from "../leave-out/codecs.mjs";
import { TABLES } from "../leave-out/found.mjs";
import { ownersFunctions } from "../leave-out/libraries.mjs";
import { functionsOf } from "../leave-out/ranges.mjs";
import { discover } from "./discover.mjs";
import { takeMemory } from "./image.mjs";
import { forImage, forWatching } from "./preparation.mjs";
import { ranFunctions } from "./watch-functions.mjs";
import { ranPython } from "./watch-python.mjs";

/** @import { Common, Say, Taken } from "./types.d.ts" */
/** @import { Stock } from "../wasm/stock.mjs" */

/** Functions of which none may run before an image is taken. @param {Stock} stock */
const never = (stock) => [functionsOf(stock, CODECS), ...ownersFunctions(stock, TABLES.ranges)];

/** What every image needs: the functions of the interpreter that the exercise runs, with the whole library. @param {Common} common @param {Stock} stock */
export async function exercised(common, stock) {
  const ran = await ranFunctions(common, stock, forWatching(common, []), [], {
    never: never(stock),
    exercise: common.exercise,
  });
  return [...ran];
}

/**
 * @param {Common} common @param {Stock} stock @param {string} name @param {string[]} corpus @param {Say} say
 * @returns {Promise<Taken>}
 */
export async function takeImage(common, stock, name, corpus, say) {
  const { warmUp, answers, read } = await discover(common, corpus);
  const python = await ranPython(common, forWatching(common, warmUp), corpus);
  const prepare = forImage(common, warmUp, python);
  const ran = await ranFunctions(common, stock, prepare, corpus, { never: never(stock) });
  const memory = await takeMemory(common, prepare);
  const rules = `${python.functions.length} Python functions and ${python.modules.length} modules`;
  say(
    `${name}: ${corpus.length} requests, ${warmUp.length} of them before the image was taken, use ${rules}`,
  );
  return {
    ...memory,
    ran: [...ran],
    read,
    expected: corpus.map((request, at) => [request, answers[at] ?? ""]),
  };
}
