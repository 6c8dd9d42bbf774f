// What the runtimes are made from, as one hash: the same hash, the same files.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

function filesUnder(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(mjs|py)$/.test(entry.name) && !entry.parentPath.includes("bench"),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @returns {string} SHA-256 over Pyodide, binaryen's version, wheel, lock, corpus, exercise, entry and this tool */
export function inputHash({ pyodide, binaryen, wheel, lock, corpus, exercise, entry }) {
  const stock = ["package.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];
  const tool = import.meta.dirname;
  const loader = path.join(tool, "../assets/javascripts/answer-runtime.js");
  const files = [
    ...stock.map((name) => path.join(pyodide, name)),
    path.join(binaryen, "package.json"),
    wheel,
    lock,
    corpus,
    exercise,
    loader,
  ];
  const hash = createHash("sha256").update(entry);
  for (const file of [...files, ...filesUnder(tool)]) {
    const content = fs.readFileSync(file);
    hash.update(`\n${path.basename(file)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
