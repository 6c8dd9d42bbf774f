// The standard library that the full runtime gets: which modules, and compiled by Pyodide's own interpreter.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { MakeError } from "./errors.mjs";
import { inTemporaryFolder } from "./files.mjs";
import { script, start } from "./start.mjs";

/** @import { Inputs, Library } from "./types.d.ts" */

const SCRIPT = path.join(import.meta.dirname, "used-modules.mjs");
const TRIED = 9;

/**
 * Boot the whole stock Pyodide in a process of its own, run everything, and list the library files it used.
 * @param {Inputs} inputs @returns {string[]} names inside the zip
 */
export const usedModules = (inputs) => runStock({ ...inputs, every: 1 });

/**
 * Start the full runtime with the trimmed library and ask it a part of the corpus; throws where something is missing.
 * @param {Inputs} inputs @param {Buffer} zip
 */
export function tryLibrary(inputs, zip) {
  inTemporaryFolder((folder) => {
    const stdlib = path.join(folder, "stdlib.zip");
    fs.writeFileSync(stdlib, zip);
    runStock({ ...inputs, every: TRIED, stdlib });
  });
}

/** @param {Inputs & {every: number, stdlib?: string}} input @returns {string[]} */
function runStock(input) {
  const options = {
    input: JSON.stringify(input),
    maxBuffer: 1 << 26,
    encoding: /** @type {const} */ ("utf8"),
  };
  const done = spawnSync(process.execPath, [SCRIPT], options);
  if (done.status === 0) return JSON.parse(done.stdout);
  const library = input.stdlib ? " with the trimmed library" : "";
  throw new MakeError(`the rules do not answer in stock Pyodide${library}\n${done.stderr.trimEnd()}`);
}

/** See python/compile.py. @param {Inputs} inputs @param {string[]} modules @returns {Promise<Library>} */
export async function compileLibrary({ pyodide, wheel }, modules) {
  const stdlib = fs.readFileSync(path.join(pyodide, "python_stdlib.zip"));
  const python = await start(pyodide, fs.readFileSync(path.join(pyodide, "pyodide.asm.wasm")), stdlib);
  python.write("/stdlib.zip", stdlib);
  python.write("/wheel.whl", fs.readFileSync(wheel));
  python.write("/modules.txt", modules.join("\n"));
  python.run(script("compile.py"));
  const names = python.read("/rules.txt").toString("utf8").split("\n");
  const rules = new Map(names.map((name) => [name, python.read(`/rules/${name}`)]));
  return { lean: python.read("/lean.zip"), full: python.read("/full.zip"), rules };
}
