// A process of its own (started by library.mjs): stock Pyodide, started as a page starts it, with documented options.
// In: JSON on standard input: Inputs, `every` (each so many-th request is asked), `stdlib` (a library to try).
// Out: JSON, the library files that were imported; or the reason on standard error.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { blame, MakeError, RulesError, shorten } from "./errors.mjs";

/** @import { Inputs } from "./types.d.ts" */

/** @type {Inputs & {every: number, stdlib?: string}} */
const inputs = JSON.parse(fs.readFileSync(0, "utf8"));
try {
  process.stdout.write(await used());
} catch (error) {
  process.stderr.write(error instanceof MakeError ? error.message : `  what     ${blame(lines(error)).what}`);
  process.exitCode = 1;
}

/** @param {unknown} error */
function lines(error) {
  return String(error).split("\n");
}

async function used() {
  const python = await boot();
  const [module, name] = inputs.entry.split(":");
  const answer = python.pyimport(module)[String(name)];
  /** @type {Record<string, string[]>} */
  const corpora = JSON.parse(fs.readFileSync(inputs.corpus, "utf8"));
  const corpus = Object.values(corpora).flat();
  for (const request of corpus.filter((_, index) => index % inputs.every === 0)) ask(answer, request);
  const globals = python.toPy({ __name__: "exercise" });
  python.runPython(fs.readFileSync(inputs.exercise, "utf8"), { globals });
  return python.runPython(`
import sys, json, traceback, linecache, zipimport
_files = {getattr(m, "__file__", None) or "" for m in list(sys.modules.values())}
json.dumps(sorted(f.partition(".zip/")[2] for f in _files if ".zip/" in f))
`);
}

/** @param {(request: string) => string} answer @param {string} request */
function ask(answer, request) {
  let response;
  try {
    response = answer(request);
  } catch (error) {
    throw new RulesError(request, lines(error));
  }
  if (inputs.failed && response.startsWith(inputs.failed))
    throw new MakeError(`  answer   ${shorten(response)}\n  request  ${shorten(request)}`);
}

/** @returns {Promise<any>} */
async function boot() {
  const lock = JSON.parse(fs.readFileSync(inputs.lock, "utf8"));
  const { loadPyodide } = await import(pathToFileURL(path.join(inputs.pyodide, "pyodide.mjs")).href);
  return loadPyodide({
    indexURL: inputs.pyodide + path.sep,
    packageBaseUrl: path.dirname(inputs.wheel) + path.sep,
    packages: Object.keys(lock.packages),
    lockFileContents: JSON.stringify(lock),
    stdout: () => {},
    stderr: () => {},
    ...(inputs.stdlib && { stdLibURL: inputs.stdlib }),
  });
}
