// The standard library that the full runtime gets: which modules, and compiled by Pyodide's own interpreter.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { script, start } from "./interpreter.mjs";

/**
 * Boot the whole stock Pyodide in a process of its own, run everything, and list the library files it used.
 * @returns {string[]} names inside python_stdlib.zip
 */
export function usedModules(inputs) {
  const spec = JSON.stringify({ ...inputs, exercise: inputs.exercise });
  const text = execFileSync(process.execPath, [path.join(import.meta.dirname, "used-modules.mjs")], {
    input: spec,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(text.toString());
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
