// Makes the folder with the runtimes' files, and with a manifest for each image: see README.md.

import fs from "node:fs";
import path from "node:path";
import { makeAnswerRuntime } from "./answer.mjs";
import { readJson, writeNamed } from "./files.mjs";
import { inputHash } from "./inputs.mjs";
import { checkLayout } from "./layout.mjs";
import { compileLibrary, tryLibrary, usedModules } from "./library.mjs";
import { standStill } from "./stand-still.mjs";
import { steps } from "./steps.mjs";

/** @import { Answer } from "./answer.mjs" */
/** @import { Corpora, Inputs } from "./types.d.ts" */
/** @import { Manifest } from "../loader/types.d.ts" */

/** @param {Inputs} inputs */
export async function make(inputs) {
  const input = inputHash(inputs);
  /** @type {Corpora} */
  const corpora = new Map(Object.entries(readJson(inputs.corpus)));
  if (isMade(inputs.out, [...corpora.keys()], input))
    return console.log("runtime: nothing has changed, kept as it is");
  const say = steps();
  checkLayout(inputs.pyodide);
  const modules = usedModules(inputs);
  say(`stock Pyodide uses ${modules.length} library modules`);
  standStill();
  const library = await compileLibrary(inputs, modules);
  say("library compiled by Pyodide's own Python");
  tryLibrary(inputs, library.full);
  say("full runtime answers with it");
  const answer = await makeAnswerRuntime(inputs, corpora, library, say);
  await write(inputs, input, library.full, answer);
  say("written and compressed");
}

/** @param {string} out @param {string[]} names @param {string} input */
function isMade(out, names, input) {
  try {
    return names.every((name) => {
      /** @type {Required<Manifest> & {input: string}} */
      const manifest = readJson(path.join(out, `${name}.json`));
      const files = [manifest.answer.wasm, manifest.answer.image, manifest.full.stdlib];
      const whole = files.every((one) => one && fs.statSync(path.join(out, one.file)).size === one.bytes);
      return whole && manifest.input === input;
    });
  } catch {
    return false;
  }
}

/**
 * Everything into a new folder first, which then takes the old one's place: no half-made runtime is ever served.
 * @param {Inputs} inputs @param {string} input @param {Buffer} library @param {Answer} made
 */
async function write({ out, lock, pyodide, quick }, input, library, made) {
  fs.mkdirSync(path.dirname(out), { recursive: true });
  const folder = fs.mkdtempSync(path.join(path.dirname(out), "runtime-"));
  const written = (/** @type {string} */ name, /** @type {Buffer} */ bytes) =>
    writeNamed(folder, name, bytes, { before: out, quick });
  const names = [...made.images.keys()];
  const [stdlib, wasm, ...images] = await Promise.all([
    written("stdlib.zip", library),
    written("rt.wasm", made.wasm),
    ...[...made.images.values()].map((image) => written("heap.bin", image)),
  ]);
  const full = { stdlib, lock: readJson(lock), bytes: stdlib.bytes + stockBytes(pyodide) };
  for (const [index, image] of images.entries()) {
    /** @type {Manifest & {input: string}} */
    const manifest = { format: 1, build: made.build, input, answer: { wasm, image }, full };
    fs.writeFileSync(path.join(folder, `${names[index]}.json`), `${JSON.stringify(manifest, null, 1)}\n`);
  }
  fs.chmodSync(folder, 0o755);
  fs.rmSync(out, { recursive: true, force: true });
  fs.renameSync(folder, out);
  for (const one of [stdlib, wasm, ...images])
    console.log(`runtime: ${one.file}  ${one.bytes} bytes, gzip ${one.gzip}, brotli ${one.brotli}`);
}

/** @param {string} pyodide */
function stockBytes(pyodide) {
  const names = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
  return names.reduce((sum, name) => sum + fs.statSync(path.join(pyodide, name)).size, 0);
}
