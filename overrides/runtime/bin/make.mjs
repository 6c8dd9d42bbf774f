#!/usr/bin/env node
// The command pruned-pyodide: see README.md. A failure ends in at most ten lines on standard error.

import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { MakeError, report } from "../maker/errors.mjs";
import { make } from "../maker/make.mjs";

/** @import { Inputs } from "../maker/types.d.ts" */

const NEEDED = /** @type {const} */ (["wheel", "lock", "corpus", "entry", "out"]);
const text = /** @type {const} */ ({ type: "string" });
const options = {
  wheel: text,
  lock: text,
  corpus: text,
  entry: text,
  out: text,
  exercise: text,
  failed: text,
  pyodide: text,
  kept: text,
  // no compressed files: for tests
  quick: /** @type {const} */ ({ type: "boolean" }),
};

/** @returns {Inputs} */
function inputs() {
  const { values } = parseArgs({ options });
  const missing = NEEDED.filter((name) => !values[name]);
  if (missing.length) throw new MakeError(`missing: ${missing.map((name) => `--${name}`).join(" ")}`);
  const file = (/** @type {string | undefined} */ name) => path.resolve(name ?? "");
  return {
    wheel: file(values.wheel),
    lock: file(values.lock),
    corpus: file(values.corpus),
    out: file(values.out),
    exercise: file(values.exercise ?? path.join(import.meta.dirname, "../python/exercise.py")),
    pyodide: file(values.pyodide ?? installedPyodide()),
    entry: values.entry ?? "",
    failed: values.failed ?? "",
    kept: values.kept ? file(values.kept) : "",
    quick: values.quick ?? false,
  };
}

const installedPyodide = () => path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));

try {
  await make(inputs());
} catch (error) {
  console.error(`runtime: ${report(error)}`);
  process.exit(1);
}
process.exit(0);
