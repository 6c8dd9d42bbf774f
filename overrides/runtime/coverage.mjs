// Which functions of the interpreter run? Every function body gets three instructions in front that write a 1 into a
// byte of its own; afterwards the bytes are read. This copy of the module is used for nothing else.

import { script, start } from "./interpreter.mjs";
import {
  codeStart,
  readBodies,
  readMemory,
  readSections,
  SECTION,
  section,
  signed,
  writeBodies,
  writeMemory,
  writeSections,
} from "./wasm.mjs";

const PAGE = 1 << 16;
/** Far above what Python uses; checked at the end. */
const MARKS = 512 << 20;

/** @returns {Buffer<ArrayBuffer>} the module with a mark in front of every function */
export function withMarks(wasm) {
  const sections = readSections(wasm);
  const bodies = readBodies(section(sections, SECTION.code));
  const memory = readMemory(section(sections, SECTION.memory));
  const marked = bodies.map((body, index) => {
    const at = codeStart(body);
    // i32.const MARKS + index, i32.const 1, i32.store8
    const mark = Buffer.concat([
      Buffer.from([0x41]),
      signed(MARKS + index),
      Buffer.from([0x41, 1, 0x3a, 0, 0]),
    ]);
    return Buffer.concat([body.subarray(0, at), mark, body.subarray(at)]);
  });
  const minimum = MARKS / PAGE + Math.ceil(bodies.length / PAGE);
  const replaced = {
    [SECTION.code]: writeBodies(marked),
    [SECTION.memory]: writeMemory({ ...memory, minimum }),
  };
  return writeSections(sections.map(({ id, body }) => ({ id, body: replaced[id] ?? body })));
}

/**
 * `never`: lists of functions, as {from, to}, that must not have run before; see tables.mjs.
 * @returns {Promise<Set<number>>} indices of the bodies that ran while the corpus and the exercise ran
 */
export async function ranFunctions({ pyodide, wasm, library, prepare, corpus, exercise, never, progress }) {
  const python = await start(pyodide, withMarks(wasm), library.lean);
  prepare(python);
  const count = readBodies(section(readSections(wasm), SECTION.code)).length;
  for (const { from, to } of never) {
    const early = python.heap.subarray(MARKS + from, MARKS + to).findIndex((mark) => mark);
    if (early >= 0)
      throw new Error(`function ${from + early} runs before the image is taken: its tables must stay`);
  }
  python.heap.fill(0, MARKS, MARKS + count);
  corpus.forEach((request, index) => {
    if (python.ask(request)?.startsWith('{"status": "failed"'))
      throw new Error(`the rules fail on ${request}`);
    if (index % 1000 === 999) progress(`${index + 1} of ${corpus.length} requests`);
  });
  if (exercise) {
    python.write("/exercise.py", exercise);
    python.run(
      `exec(compile(open('/exercise.py', encoding='utf-8').read(), '/exercise.py', 'exec'), {'__name__': 'exercise'})`,
    );
  }
  const top = python.module.HEAPU32[python.module._emscripten_get_sbrk_ptr() >>> 2];
  if (top >= MARKS) throw new Error("Python's memory grew into the marks: raise MARKS in coverage.mjs");
  const marks = python.heap.subarray(MARKS, MARKS + count);
  return new Set(Array.from({ length: count }, (_, index) => index).filter((index) => marks[index]));
}

/** Import the rules and settle the memory; `ran` (see functions.mjs) for the image, without for watching. */
export function preparation({ rules, entry, warmUp, ran }) {
  const constants = `ENTRY = ${JSON.stringify(entry)}\nimport json as _json\nWARM_UP = _json.loads(open('/warm-up.json').read())\n`;
  return (python) => {
    python.write("/rules.zip", rules);
    python.write("/warm-up.json", JSON.stringify(warmUp));
    python.run(constants + script("load.py"));
    if (ran !== undefined) {
      python.write("/ran.txt", ran);
      python.run(script("key.py") + script("prune.py"));
    }
    python.run(`del ENTRY, WARM_UP, _json, _module, _name, _request\n${script("settle.py")}`);
  };
}
