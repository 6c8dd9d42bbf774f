// The answer runtime's code: the stock module in which every function that is not kept does nothing but trap.
// No function is changed. binaryen then drops what nothing refers to any more, and the data segments go, because the
// memory image holds what they held.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { withValues } from "./globals.mjs";
import { inspect } from "./instructions.mjs";
import * as wasm from "./wasm.mjs";
import { SECTION } from "./wasm.mjs";

/** What the loader in the page calls. */
export const API = [
  "PyImport_AddModule",
  "PyObject_GetAttrString",
  "PyUnicode_FromStringAndSize",
  "PyObject_CallOneArg",
  "PyUnicode_AsUTF8AndSize",
  "Py_DecRef",
  "malloc",
  "free",
  "memory",
  "__indirect_function_table",
];
/** What the loader provides; any other import is "not there" and ends the runtime. */
export const PROVIDED = ["_Py_CheckEmscriptenSignals_Helper", "_PyEM_TrampolineCall_JS", "clock_time_get"];
const FEATURES = [
  "mutable-globals",
  "sign-ext",
  "nontrapping-float-to-int",
  "simd",
  "bulk-memory",
  "exception-handling",
  "reference-types",
  "multivalue",
  "extended-const",
  "bulk-memory-opt",
  "call-indirect-overlong",
];
export const BUILD_SECTION = "rules-build";

/** Names of exported functions → index among the bodies. */
export function bodyIndices(sections) {
  const imported = wasm
    .readImports(wasm.section(sections, SECTION.imports))
    .filter((one) => one.kind === wasm.KIND.function).length;
  const functions = wasm
    .readExports(wasm.section(sections, SECTION.exports))
    .filter((one) => one.kind === wasm.KIND.function);
  return new Map(functions.map(({ name, index }) => [name, index - imported]));
}

/**
 * @param {{stock: Buffer, keep: Set<number>, pages: number, globals: number[], build: string, binaryen: string, folder: string}} parts
 * @returns {Buffer} the pruned module with the build id in a custom section
 */
export function pruneModule({ stock, keep, pages, globals, build, binaryen, folder }) {
  const sections = wasm.readSections(stock);
  if (wasm.section(sections, SECTION.start))
    throw new Error("the module has a start function: it would run on the image");
  const raw = path.join(folder, "raw.wasm");
  const small = path.join(folder, "small.wasm");
  fs.writeFileSync(raw, wasm.writeSections(cutSections(sections, keep, pages, globals)));
  // not --all-features: it lets binaryen write encodings that browsers do not read yet
  const options = [
    ...FEATURES.map((one) => `--enable-${one}`),
    "--remove-unused-module-elements",
    "-o",
    small,
    raw,
  ];
  execFileSync(process.execPath, [path.join(binaryen, "bin/wasm-opt"), ...options], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const pruned = wasm.readSections(fs.readFileSync(small));
  checkImports(pruned);
  return wasm.writeSections([...pruned, wasm.customSection(BUILD_SECTION, Buffer.from(build, "hex"))]);
}

function cutSections(sections, keep, pages, globals) {
  const gone = [SECTION.custom, SECTION.data, SECTION.dataCount];
  const memory = wasm.readMemory(wasm.section(sections, SECTION.memory));
  const replaced = {
    [SECTION.memory]: wasm.writeMemory({ ...memory, minimum: pages }),
    [SECTION.globals]: withValues(wasm.section(sections, SECTION.globals), globals),
    [SECTION.exports]: wasm.writeExports(
      wasm.readExports(wasm.section(sections, SECTION.exports)).filter(({ name }) => API.includes(name)),
    ),
    [SECTION.code]: wasm.writeBodies(
      wasm
        .readBodies(wasm.section(sections, SECTION.code))
        .map((body, index) => (keep.has(index) ? body : wasm.TRAP)),
    ),
  };
  return sections
    .filter(({ id }) => !gone.includes(id))
    .map(({ id, body }) => ({ id, body: replaced[id] ?? body }));
}

/** A global or a table from outside would need Pyodide's glue: the loader gives functions only. */
function checkImports(sections) {
  const other = wasm
    .readImports(wasm.section(sections, SECTION.imports))
    .filter((one) => one.kind !== wasm.KIND.function);
  if (other.length)
    throw new Error(
      `kept functions need what the loader cannot give: ${other.map((one) => `${one.module}.${one.name}`).join(", ")}`,
    );
}

/** Kept functions that could catch an exception on its way out; see "Why a gap cannot give a wrong value" in README.md. */
export function catching(stock, keep) {
  const bodies = wasm.readBodies(wasm.section(wasm.readSections(stock), SECTION.code));
  return [...keep].filter((index) => inspect(bodies[index]).catches);
}
