// A process of its own (started by library.mjs): stock Pyodide, started as full-runtime.js starts it.
// In: JSON on standard input, {pyodide, wheel, lock, corpus, exercise, stdlib?}. Out: JSON, the library files that were
// imported. With `stdlib`, the trimmed library is tried: an error then says what it lacks.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const inputs = JSON.parse(fs.readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(inputs.pyodide, "pyodide.mjs")).href);
const lock = JSON.parse(fs.readFileSync(inputs.lock, "utf8"));
const pyodide = await loadPyodide({
  indexURL: inputs.pyodide + path.sep,
  packageBaseUrl: path.dirname(inputs.wheel) + path.sep,
  packages: Object.keys(lock.packages),
  lockFileContents: JSON.stringify(lock),
  stdout: () => {},
  stderr: () => {},
  ...(inputs.stdlib && { stdLibURL: inputs.stdlib }),
});
const [module, name] = inputs.entry.split(":");
const answer = pyodide.pyimport(module)[name];
const corpus = JSON.parse(fs.readFileSync(inputs.corpus, "utf8"));
for (const request of corpus.filter((_, index) => index % 9 === 0)) {
  const response = answer(request);
  if (response.startsWith('{"status": "failed"')) throw new Error(`${request}\n${response}`);
}
pyodide.runPython(fs.readFileSync(inputs.exercise, "utf8"), {
  globals: pyodide.toPy({ __name__: "exercise" }),
});
const found = pyodide.runPython(`
import sys, json, traceback, linecache, zipimport
_files = {getattr(m, "__file__", None) or "" for m in list(sys.modules.values())}
json.dumps(sorted(f.partition(".zip/")[2] for f in _files if ".zip/" in f))
`);
process.stdout.write(found);
