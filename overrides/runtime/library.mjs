// The standard library that the full runtime gets: which modules, and compiled by Pyodide's own interpreter.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { script, start } from "./interpreter.mjs";

/**
 * Boot the whole stock Pyodide in a process of its own, run everything, and list the library files it used.
 * @param {string} [stdlib] a library to try instead of Pyodide's own
 * @returns {string[]} names inside the zip
 */
export function usedModules(inputs, stdlib) {
  const script = path.join(import.meta.dirname, "used-modules.mjs");
  const input = JSON.stringify({ ...inputs, stdlib });
  return JSON.parse(execFileSync(process.execPath, [script], { input, maxBuffer: 1 << 26 }).toString());
}

/** Start the full runtime with the trimmed library and ask it everything; throws where something is missing. */
export function tryLibrary(inputs, zip) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rules-library-"));
  const file = path.join(folder, "stdlib.zip");
  fs.writeFileSync(file, zip);
  usedModules(inputs, file);
  fs.rmSync(folder, { recursive: true });
}

/** @returns {Promise<{lean: Buffer, full: Buffer, rules: Buffer}>} see python/compile.py */
export async function compileLibrary({ pyodide, wheel }, modules) {
  const stdlib = fs.readFileSync(path.join(pyodide, "python_stdlib.zip"));
  const python = await start(pyodide, fs.readFileSync(path.join(pyodide, "pyodide.asm.wasm")), stdlib);
  python.write("/stdlib.zip", stdlib);
  python.write("/wheel.whl", fs.readFileSync(wheel));
  python.write("/modules.txt", modules.join("\n"));
  python.run(script("compile.py"));
  const [lean, full, rules] = ["/lean.zip", "/full.zip", "/rules.zip"].map((name) => python.read(name));
  return { lean, full, rules };
}
