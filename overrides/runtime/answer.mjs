// The answer runtime, step by step: watch, take the image, prune, compare with the stock code.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { preparation, ranFunctions } from "./coverage.mjs";
import { blankFrozen } from "./frozen.mjs";
import { ranPython } from "./functions.mjs";
import { packImage, takeMemory } from "./image.mjs";
import { blankOwned, owners } from "./private.mjs";
import { API, bodyIndices, catching, pruneModule } from "./prune.mjs";
import { blankTables, tableReaders } from "./tables.mjs";
import { compare } from "./verify.mjs";
import { readSections } from "./wasm.mjs";

/** Answers given before the image is taken: they fill the caches of the rules (law, notices) and of the interpreter. */
const WARM_UP = 60;
/** A share of the corpus above this that the answer runtime cannot answer is a mistake of ours. */
const TRAPS = 0.002;

/** @returns {Promise<{wasm: Buffer, image: Buffer}>} */
export async function makeAnswerRuntime(inputs, library, input, say) {
  const stock = fs.readFileSync(path.join(inputs.pyodide, "pyodide.asm.wasm"));
  const corpus = JSON.parse(fs.readFileSync(inputs.corpus, "utf8"));
  const exercise = fs.readFileSync(inputs.exercise, "utf8");
  const every = Math.max(1, Math.floor(corpus.length / WARM_UP));
  const warmUp = corpus.filter((_, index) => index % every === 0);
  const common = { pyodide: inputs.pyodide, wasm: stock, library };
  const prepare = (ran) => preparation({ rules: library.rules, entry: inputs.entry, warmUp, ran });
  const ran = await ranPython({ ...common, prepare: prepare(), corpus, exercise });
  say(`${ran.split("\n").length} Python functions run`);

  const watch = (ran, more) =>
    ranFunctions({
      ...common,
      prepare: prepare(ran),
      corpus,
      never: [tableReaders(stock), ...owners(stock)],
      progress: say,
      ...more,
    });
  // once with the whole library, for the exercise, and once as the image will be
  const keep = new Set([...(await watch(undefined, { exercise })), ...(await watch(ran, {}))]);
  const named = bodyIndices(readSections(stock));
  for (const name of API) if (named.has(name)) keep.add(named.get(name));
  // nothing kept may be able to stop an exception on its way out
  for (const index of catching(stock, keep)) keep.delete(index);
  say(`${keep.size} functions run on ${corpus.length} requests and the exercise`);

  const memory = await takeMemory({ ...common, prepare: prepare(ran) });
  const frozen = blankFrozen({ stock, keep, heap: memory.heap });
  const tables =
    blankTables({ stock, keep, heap: memory.heap }) + blankOwned({ stock, keep, heap: memory.heap });
  const build = input.slice(0, 32);
  const image = packImage(memory.heap, build);
  say(`memory image taken without ${frozen} bytes of frozen modules and ${tables} bytes of tables`);

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rules-runtime-"));
  const { pages, globals } = memory;
  const wasm = pruneModule({ stock, keep, pages, globals, build, binaryen: inputs.binaryen, folder });
  fs.rmSync(folder, { recursive: true });
  say("module pruned");

  const { wrong, traps } = await compare({ wasm, image, build, corpus, python: memory.python });
  if (wrong.length)
    throw new Error(`${wrong.length} answers are not the stock runtime's:\n${wrong.slice(0, 3).join("\n")}`);
  if (traps.length > corpus.length * TRAPS)
    throw new Error(`${traps.length} requests trap:\n${traps.slice(0, 3).join("\n")}`);
  say(
    `${corpus.length - traps.length} answers are the stock runtime's, ${traps.length} requests need the full runtime`,
  );
  return { wasm, image };
}
