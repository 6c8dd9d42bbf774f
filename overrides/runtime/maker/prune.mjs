// The answer runtime's code: the stock module in which every function that is not kept does nothing but trap.
// No function is changed. binaryen then drops what nothing refers to any more, and the data segments go, because the
// memory image holds what they held.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { withValues } from "../wasm/globals.mjs";
import * as wasm from "../wasm/sections.mjs";
import { SECTION } from "../wasm/sections.mjs";
import { inTemporaryFolder, sha256 } from "./files.mjs";

/** @import { Section } from "../wasm/sections.mjs" */
/** @import { Stock } from "../wasm/stock.mjs" */

/** What the loader calls. */
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

/** The folder of the npm package binaryen. */
export const BINARYEN = path.dirname(createRequire(import.meta.url).resolve("binaryen/package.json"));

/**
 * @typedef {object} Parts
 * @property {Stock} stock
 * @property {Set<number>} keep indices of bodies
 * @property {number} pages size of the memory
 * @property {number[]} globals values of the mutable globals
 */

/**
 * The pruned module, with its build id in a custom section. The id is made from what the module consists of, so an image
 * that carries it fits this module and no other, and a module that has not changed leaves its images as they are.
 * @param {Parts} parts @returns {{wasm: Buffer<ArrayBuffer>, build: string}}
 */
export function pruneModule(parts) {
  const { sections } = parts.stock;
  if (sections.some(({ id }) => id === SECTION.start))
    throw new Error("the module has a start function: it would run on the image");
  const module = withoutUnused(wasm.writeSections(cutSections(sections, parts)));
  const pruned = wasm.readSections(module);
  checkImports(pruned);
  const build = sha256(module).slice(0, 32);
  const section = wasm.customSection(BUILD_SECTION, Buffer.from(build, "hex"));
  return { wasm: wasm.writeSections([...pruned, section]), build };
}

/** @param {Section[]} sections @param {Parts} parts */
function cutSections(sections, { keep, pages, globals }) {
  const gone = [SECTION.custom, SECTION.data, SECTION.dataCount];
  const exports = wasm.readExports(sections).filter(({ name }) => API.includes(name));
  const bodies = wasm.readBodies(sections).map((body, index) => (keep.has(index) ? body : wasm.TRAP));
  const replaced = {
    [SECTION.memory]: wasm.writeMemory({ ...wasm.readMemory(sections), minimum: pages }),
    [SECTION.globals]: withValues(wasm.section(sections, SECTION.globals), globals),
    [SECTION.exports]: wasm.writeExports(exports),
    [SECTION.code]: wasm.writeBodies(bodies),
  };
  return wasm.replace(sections, replaced).filter(({ id }) => !gone.includes(id));
}

/** @param {Buffer} module */
const withoutUnused = (module) =>
  inTemporaryFolder((folder) => {
    const [raw, small] = [path.join(folder, "raw.wasm"), path.join(folder, "small.wasm")];
    fs.writeFileSync(raw, module);
    // not --all-features: it lets binaryen write encodings that browsers do not read yet
    const features = FEATURES.map((one) => `--enable-${one}`);
    const command = [path.join(BINARYEN, "bin/wasm-opt"), ...features, "--remove-unused-module-elements"];
    const done = spawnSync(process.execPath, [...command, "-o", small, raw], { encoding: "utf8" });
    if (done.status) throw new Error(`wasm-opt: ${done.stderr}`);
    return fs.readFileSync(small);
  });

/** A global or a table from outside would need Pyodide's glue: the loader gives functions only. @param {Section[]} sections */
function checkImports(sections) {
  const other = wasm.readImports(sections).filter((one) => one.kind !== wasm.KIND.function);
  const names = other.map((one) => `${one.module}.${one.name}`).join(", ");
  if (other.length) throw new Error(`kept functions need what the loader cannot give: ${names}`);
}
