// What the runtimes are made from, as one hash: the same hash, the same files.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { BINARYEN } from "./prune.mjs";

/** @import { Inputs } from "./types.d.ts" */

const PACKAGE = path.join(import.meta.dirname, "..");
const OURS = ["leave-out", "loader", "maker", "python", "wasm"];
const STOCK = ["package.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];

/** @param {string} folder */
function filesUnder(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(js|mjs|py|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @param {Inputs} inputs @returns {string} SHA-256 over all that the files are made from */
export function inputHash(inputs) {
  const { wheel, lock, corpus } = inputs;
  return hashOf([toolHash(inputs)], [wheel, lock, corpus]);
}

/** @param {Inputs} inputs @returns {string} SHA-256 over what they are made with: Pyodide, binaryen's version, this package */
export function toolHash({ pyodide, exercise, entry, failed }) {
  const ours = OURS.flatMap((folder) => filesUnder(path.join(PACKAGE, folder)));
  const stock = STOCK.map((name) => path.join(pyodide, name));
  return hashOf([entry, failed], [...stock, path.join(BINARYEN, "package.json"), exercise, ...ours]);
}

/** @param {string[]} texts @param {string[]} files */
function hashOf(texts, files) {
  const hash = createHash("sha256").update(JSON.stringify(texts));
  for (const file of files) {
    const content = fs.readFileSync(file);
    hash.update(`\n${path.basename(file)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
