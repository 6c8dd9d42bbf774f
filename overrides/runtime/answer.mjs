// The answer runtime, step by step: watch, take the image, prune, compare with the stock code.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { blankFrozen } from "./frozen.mjs";
import { preparation, ranFunctions } from "./coverage.mjs";
import { packImage, takeMemory } from "./image.mjs";
import { API, bodyIndices, catching, pruneModule } from "./prune.mjs";
import { differences } from "./verify.mjs";
import { readSections } from "./wasm.mjs";

/** Answers given before the image is taken: they fill the caches of the rules (law, notices) and of the interpreter. */
const WARM_UP = 60;

/** @returns {Promise<{wasm: Buffer, image: Buffer}>} */
export async function makeAnswerRuntime(inputs, library, input, say) {
  const stock = fs.readFileSync(path.join(inputs.pyodide, "pyodide.asm.wasm"));
  const corpus = JSON.parse(fs.readFileSync(inputs.corpus, "utf8"));
  const exercise = fs.readFileSync(inputs.exercise, "utf8");
  const every = Math.max(1, Math.floor(corpus.length / WARM_UP));
  const warmUp = corpus.filter((_, index) => index % every === 0);
  const common = { pyodide: inputs.pyodide, wasm: stock, library };
  const prepare = (prune) => preparation({ rules: library.rules, entry: inputs.entry, warmUp, prune });

  const keep = await ranFunctions({ ...common, prepare: prepare(false), corpus, exercise, progress: say });
  const named = bodyIndices(readSections(stock));
  for (const name of API) if (named.has(name)) keep.add(named.get(name));
  say(`${keep.size} functions run on ${corpus.length} requests and the exercise`);

  const memory = await takeMemory({ ...common, prepare: prepare(true) });
  const blanked = blankFrozen({ stock, keep, heap: memory.heap });
  const build = input.slice(0, 32);
  const image = packImage(memory.heap, build);
  say(`memory image taken; ${blanked} bytes of frozen modules left out; ${catching(stock, keep).length} kept functions can catch`);

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rules-runtime-"));
  const { pages, globals } = memory;
  const wasm = pruneModule({ stock, keep, pages, globals, build, binaryen: inputs.binaryen, folder });
  fs.rmSync(folder, { recursive: true });
  say("module pruned");

  const different = await differences({ wasm, image, build, corpus, python: memory.python });
  if (different.length) throw new Error(`${different.length} answers differ from the stock runtime, first:\n${different.slice(0, 3).join("\n")}`);
  say(`${corpus.length} answers are the stock runtime's`);
  return { wasm, image };
}
