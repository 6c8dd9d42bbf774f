// What this tool takes for granted about Pyodide's binary. Pyodide is pinned exactly; when the pin moves, this names
// what no longer fits before anything is made.

import fs from "node:fs";
import path from "node:path";
import { API } from "./prune.mjs";
import { readExports, readImports, readSections, SECTION, section } from "./wasm.mjs";

const TESTED = "314.0.7";
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

export function checkLayout({ pyodide }) {
  const problems = [];
  const expect = (holds, text) => holds || problems.push(text);
  const { version } = JSON.parse(fs.readFileSync(path.join(pyodide, "package.json"), "utf8"));
  expect(
    version === TESTED,
    `Pyodide is ${version}, this tool was tested with ${TESTED}: run the tests, then change TESTED in layout.mjs`,
  );
  const sections = readSections(fs.readFileSync(path.join(pyodide, "pyodide.asm.wasm")));
  const names = new Set(readExports(section(sections, SECTION.exports)).map((one) => one.name));
  for (const name of [...API, ...CALLED]) expect(names.has(name), `pyodide.asm.wasm does not export ${name}`);
  expect(!section(sections, SECTION.start), "pyodide.asm.wasm has a start function");
  expect(
    !readImports(section(sections, SECTION.imports)).some((one) => one.kind === 2),
    "pyodide.asm.wasm imports its memory",
  );
  const glue = fs.readFileSync(path.join(pyodide, "pyodide.asm.mjs"), "utf8");
  for (const name of GLUE) expect(glue.includes(name), `pyodide.asm.mjs does not mention ${name}`);
  if (problems.length) throw new Error(`this Pyodide does not fit:\n  ${problems.join("\n  ")}`);
}
