#!/usr/bin/env node
// Makes the files of assets/runtime/: see README.md in this folder.
//
//   node overrides/runtime/make.mjs --wheel calculator.whl --lock pyodide-lock.json --corpus corpus.json --out DIR
//        [--exercise exercise.py] [--entry calculator:answer] [--pyodide node_modules/pyodide] [--binaryen node_modules/binaryen]

import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeAnswerRuntime } from "./answer.mjs";
import { inputHash } from "./inputs.mjs";
import { standStill } from "./interpreter.mjs";
import { checkLayout } from "./layout.mjs";
import { compileLibrary, tryLibrary, usedModules } from "./library.mjs";
import { steps, writeNamed } from "./report.mjs";

/** @type {import("node:util").ParseArgsOptionsConfig} */
const options = {
  wheel: { type: "string" },
  lock: { type: "string" },
  corpus: { type: "string" },
  exercise: { type: "string", default: path.join(import.meta.dirname, "python", "exercise.py") },
  out: { type: "string" },
  entry: { type: "string", default: "calculator:answer" },
  pyodide: { type: "string", default: "node_modules/pyodide" },
  binaryen: { type: "string", default: "node_modules/binaryen" },
  // no compressed files: for tests
  quick: { type: "boolean", default: false },
};

/** @type {{ values: Record<string, any> }} */
const { values } = parseArgs({ options });
const missing = ["wheel", "lock", "corpus", "out"].filter((name) => !values[name]);
if (missing.length) fail(`missing: ${missing.map((name) => `--${name}`).join(" ")}`);
for (const name of Object.keys(options))
  if (!["entry", "quick"].includes(name)) values[name] = path.resolve(values[name]);

try {
  await make(values);
} catch (error) {
  fail(error.stack);
}
process.exit(0);

function fail(text) {
  console.error(`runtime: ${text}`);
  process.exit(1);
}

async function make(inputs) {
  const input = inputHash(inputs);
  if (isMade(inputs.out, input)) return console.log("runtime: nothing has changed, kept as it is");
  const say = steps();
  checkLayout(inputs);
  const modules = usedModules(inputs);
  say(`stock Pyodide uses ${modules.length} library modules`);
  standStill();
  const library = await compileLibrary(inputs, modules);
  say("library compiled by Pyodide's own Python");
  tryLibrary(inputs, library.full);
  say("full runtime answers with it");
  const answer = await makeAnswerRuntime(inputs, library, input, say);
  const files = new Map([
    ["stdlib.zip", library.full],
    ["rt.wasm", answer.wasm],
    ["heap.bin", answer.image],
  ]);
  await write(inputs, input, files);
  say("written and compressed");
}

function isMade(out, input) {
  try {
    const manifest = JSON.parse(fs.readFileSync(path.join(out, "runtime.json"), "utf8"));
    const files = [manifest.answer.wasm, manifest.answer.image, manifest.full.stdlib];
    return (
      manifest.input === input &&
      files.every(({ file, bytes }) => fs.statSync(path.join(out, file)).size === bytes)
    );
  } catch {
    return false;
  }
}

/** Everything into a new folder first, which then takes the old one's place: no half-made runtime is ever served. */
async function write({ out, lock, pyodide, quick }, input, files) {
  fs.mkdirSync(path.dirname(out), { recursive: true });
  const folder = fs.mkdtempSync(path.join(path.dirname(out), "runtime-"));
  const written = await Promise.all(
    [...files].map(([name, bytes]) => writeNamed(folder, name, bytes, quick)),
  );
  const listed = Object.fromEntries([...files.keys()].map((name, index) => [name, written[index]]));
  const stock = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"].map(
    (name) => fs.statSync(path.join(pyodide, name)).size,
  );
  const manifest = {
    format: 1,
    build: input.slice(0, 32),
    input,
    answer: { wasm: listed["rt.wasm"], image: listed["heap.bin"] },
    full: {
      stdlib: listed["stdlib.zip"],
      lock: JSON.parse(fs.readFileSync(lock, "utf8")),
      bytes: stock.reduce((sum, size) => sum + size, listed["stdlib.zip"].bytes),
    },
  };
  fs.writeFileSync(path.join(folder, "runtime.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  fs.chmodSync(folder, 0o755);
  fs.rmSync(out, { recursive: true, force: true });
  fs.renameSync(folder, out);
  for (const { file, bytes, gzip, brotli } of written)
    console.log(`runtime: ${file}  ${bytes} bytes, gzip ${gzip}, brotli ${brotli}`);
}
