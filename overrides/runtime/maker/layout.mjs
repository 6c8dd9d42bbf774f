// What the maker takes for granted about Pyodide's binary. Pyodide is pinned exactly; when the pin moves, this names
// what no longer fits before anything is made.

import fs from "node:fs";
import path from "node:path";
import { TABLES } from "../leave-out/found.mjs";
import { KIND, readExports, readImports, readSections, SECTION } from "../wasm/sections.mjs";
import { MakeError } from "./errors.mjs";
import { readJson } from "./files.mjs";
import { API } from "./prune.mjs";

const CALLED = [
  "PyRun_SimpleString",
  "PyErr_Print",
  "emscripten_get_sbrk_ptr",
  "emscripten_stack_get_end",
  "emscripten_stack_get_current",
  "Py_Version",
];
const GLUE = [
  "instantiateWasm",
  "noImageDecoding",
  "lockFilePromise",
  "Jsv_GetError_import",
  "_PyEM_TrampolineCall",
];

/** @param {string} pyodide folder of the npm package */
export function checkLayout(pyodide) {
  /** @type {string[]} */
  const problems = [];
  const expect = (/** @type {boolean} */ holds, /** @type {string} */ text) => holds || problems.push(text);
  const { version } = readJson(path.join(pyodide, "package.json"));
  expect(
    version === TABLES.pyodide,
    `Pyodide is ${version}, the tables were found in ${TABLES.pyodide}: run pruned-pyodide-tables, then the tests`,
  );
  const sections = readSections(fs.readFileSync(path.join(pyodide, "pyodide.asm.wasm")));
  const names = new Set(readExports(sections).map((one) => one.name));
  for (const name of [...API, ...CALLED]) expect(names.has(name), `pyodide.asm.wasm does not export ${name}`);
  const starts = sections.some(({ id }) => id === SECTION.start);
  expect(!starts, "pyodide.asm.wasm has a start function");
  const imported = readImports(sections).some((one) => one.kind === KIND.memory);
  expect(!imported, "pyodide.asm.wasm imports its memory");
  const glue = path.join(pyodide, "pyodide.asm.mjs");
  const text = fs.existsSync(glue) ? fs.readFileSync(glue, "utf8") : "";
  for (const name of GLUE) expect(text.includes(name), `pyodide.asm.mjs does not mention ${name}`);
  if (problems.length) throw new MakeError(`this Pyodide does not fit\n  ${problems.join("\n  ")}`);
}
