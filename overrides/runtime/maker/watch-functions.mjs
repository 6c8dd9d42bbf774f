// Which functions of the interpreter run? Every function body gets three instructions in front that write a 1 into a
// byte of its own; afterwards the bytes are read. This copy of the module is used for nothing else.

import { codeStart } from "../wasm/instructions.mjs";
import { signed } from "../wasm/reader.mjs";
import {
  readBodies,
  readMemory,
  readSections,
  replace,
  SECTION,
  writeBodies,
  writeMemory,
  writeSections,
} from "../wasm/sections.mjs";
import { collectorFunctions } from "./collector.mjs";
import { MakeError, RulesError } from "./errors.mjs";
import { start } from "./start.mjs";

/** @import { Common, Prepare } from "./types.d.ts" */
/** @import { Range } from "../leave-out/ranges.mjs" */
/** @import { Stock } from "../wasm/stock.mjs" */
/** @import { Interpreter } from "./interpreter.mjs" */
/** @typedef {Range & {name: string}} Never functions that must not run before the image is taken */

const PAGE = 1 << 16;
/** Far above what Python uses; checked at the end. */
const MARKS = 512 << 20;
/** The collector runs each time that so many more objects live: by itself it would wait for 2,000. */
const OFTEN = 100;
/** A share of the corpus above this that fails is a mistake of ours. */
export const TOLERATED = 0.002;

/** @param {Uint8Array} wasm @returns {Buffer<ArrayBuffer>} the module with a mark in front of every function */
export function withMarks(wasm) {
  const sections = readSections(wasm);
  const bodies = readBodies(sections);
  const marked = bodies.map((body, index) => {
    const at = codeStart(body);
    return Buffer.concat([body.subarray(0, at), mark(index), body.subarray(at)]);
  });
  const minimum = MARKS / PAGE + Math.ceil(bodies.length / PAGE);
  const replaced = {
    [SECTION.code]: writeBodies(marked),
    [SECTION.memory]: writeMemory({ ...readMemory(sections), minimum }),
  };
  return writeSections(replace(sections, replaced));
}

/** i32.const MARKS + index, i32.const 1, i32.store8. @param {number} index */
const mark = (index) =>
  Buffer.concat([Buffer.from([0x41]), signed(MARKS + index), Buffer.from([0x41, 1, 0x3a, 0, 0])]);

/**
 * @param {Common} common @param {Stock} stock @param {Prepare} prepare @param {string[]} corpus
 * @param {{never: Never[], exercise?: string}} more `never`: functions that must not have run before
 * @returns {Promise<Set<number>>} indices of the bodies that ran while the corpus and the exercise ran, and of those that
 * the collector can call
 */
export async function ranFunctions({ pyodide, library }, stock, prepare, corpus, { never, exercise }) {
  const python = await start(pyodide, withMarks(stock.wasm), library.lean);
  prepare(python);
  const count = stock.bodies.length;
  checkNever(python, never);
  python.run(`import gc\ngc.set_threshold(${OFTEN})`);
  python.heap.fill(0, MARKS, MARKS + count);
  askAll(python, corpus);
  if (exercise !== undefined) runExercise(python, exercise);
  const top = python.module.HEAPU32[python.module._emscripten_get_sbrk_ptr() >>> 2] ?? 0;
  if (top >= MARKS)
    throw new Error("Python's memory grew into the marks: raise MARKS in watch-functions.mjs");
  const marks = python.heap.slice(MARKS, MARKS + count);
  const ran = stock.bodies.map((_, index) => index).filter((index) => marks[index]);
  return new Set([...ran, ...collectorFunctions(stock, python, never)]);
}

/** @param {Interpreter} python @param {Never[]} never */
function checkNever(python, never) {
  for (const { name, from, to } of never) {
    const early = python.heap.subarray(MARKS + from, MARKS + to).findIndex((mark) => mark !== 0);
    if (early < 0) continue;
    const what = `${name}: function ${from + early} runs before the image is taken`;
    throw new MakeError(`${what}, so the tables must stay: take them out of leave-out/tables.json`);
  }
}

/** @param {Interpreter} python @param {string[]} corpus */
function askAll(python, corpus) {
  let failures = 0;
  for (const request of corpus) {
    try {
      python.ask(request);
    } catch (error) {
      if (!(error instanceof RulesError)) throw error;
      failures += 1;
      if (failures > corpus.length * TOLERATED) throw new MakeError(explained(python, error));
    }
  }
}

/** What the image lacks, by the names of the modules that had it. @param {Pick<Interpreter, "read">} python @param {RulesError} error */
export function explained(python, error) {
  const asked = error.what.match(/Pruned: (\w+)$/)?.[1];
  const modules = asked
    ? python
        .read("/emptied.txt")
        .toString("utf8")
        .split("\n")
        .map((line) => line.split(" "))
        .filter(([, ...names]) => names.includes(asked))
        .map(([module]) => module)
    : [];
  const where = modules.length
    ? `\n  module   ${modules.join(" or ")}, emptied because nothing used it while Python was watched`
    : "";
  return `the rules need what is not in the image\n${error.message}${where}`;
}

/** @param {Interpreter} python @param {string} exercise */
function runExercise(python, exercise) {
  python.write("/exercise.py", exercise);
  python.run(
    `exec(compile(open('/exercise.py', encoding='utf-8').read(), '/exercise.py', 'exec'), {'__name__': 'exercise'})`,
  );
}
