// Makes the folder with runtime.json: see README.md.

import fs from "node:fs";
import path from "node:path";
import { makeAnswerRuntime } from "./answer.mjs";
import { readJson, writeNamed } from "./files.mjs";
import { inputHash } from "./inputs.mjs";
import { checkLayout } from "./layout.mjs";
import { compileLibrary, tryLibrary, usedModules } from "./library.mjs";
import { standStill } from "./stand-still.mjs";
import { steps } from "./steps.mjs";

/** @import { Inputs } from "./types.d.ts" */
/** @import { Manifest } from "../loader/types.d.ts" */

/** @param {Inputs} inputs */
export async function make(inputs) {
  const input = inputHash(inputs);
  if (isMade(inputs.out, input)) return console.log("runtime: nothing has changed, kept as it is");
  const say = steps();
  checkLayout(inputs.pyodide);
  const modules = usedModules(inputs);
  say(`stock Pyodide uses ${modules.length} library modules`);
  standStill();
  const library = await compileLibrary(inputs, modules);
  say("library compiled by Pyodide's own Python");
  tryLibrary(inputs, library.full);
  say("full runtime answers with it");
  const answer = await makeAnswerRuntime(inputs, library, buildId(input), say);
  await write(inputs, input, { stdlib: library.full, ...answer });
  say("written and compressed");
}

/** The name that module, image and manifest carry. @param {string} input */
const buildId = (input) => input.slice(0, 32);

/** @param {string} out @param {string} input */
function isMade(out, input) {
  try {
    /** @type {Required<Manifest> & {input: string}} */
    const manifest = readJson(path.join(out, "runtime.json"));
    const files = [manifest.answer.wasm, manifest.answer.image, manifest.full.stdlib];
    const whole = files.every((one) => one && fs.statSync(path.join(out, one.file)).size === one.bytes);
    return whole && manifest.input === input;
  } catch {
    return false;
  }
}

/**
 * Everything into a new folder first, which then takes the old one's place: no half-made runtime is ever served.
 * @param {Inputs} inputs @param {string} input @param {{stdlib: Buffer, wasm: Buffer, image: Buffer}} made
 */
async function write({ out, lock, pyodide, quick }, input, made) {
  fs.mkdirSync(path.dirname(out), { recursive: true });
  const folder = fs.mkdtempSync(path.join(path.dirname(out), "runtime-"));
  const [stdlib, wasm, image] = await Promise.all([
    writeNamed(folder, "stdlib.zip", made.stdlib, quick),
    writeNamed(folder, "rt.wasm", made.wasm, quick),
    writeNamed(folder, "heap.bin", made.image, quick),
  ]);
  const bytes = stdlib.bytes + stockBytes(pyodide);
  /** @type {Manifest & {input: string}} */
  const manifest = {
    format: 1,
    build: buildId(input),
    input,
    answer: { wasm, image },
    full: { stdlib, lock: readJson(lock), bytes },
  };
  fs.writeFileSync(path.join(folder, "runtime.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  fs.chmodSync(folder, 0o755);
  fs.rmSync(out, { recursive: true, force: true });
  fs.renameSync(folder, out);
  for (const one of [stdlib, wasm, image])
    console.log(`runtime: ${one.file}  ${one.bytes} bytes, gzip ${one.gzip}, brotli ${one.brotli}`);
}

/** @param {string} pyodide */
function stockBytes(pyodide) {
  const names = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
  return names.reduce((sum, name) => sum + fs.statSync(path.join(pyodide, name)).size, 0);
}
