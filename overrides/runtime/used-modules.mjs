// A process of its own (started by library.mjs): the stock Pyodide as the full runtime starts it.
// Input: JSON on standard input; output: the library files that were imported, as JSON.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { pyodide: folder, wheel, entry, corpus, exercise } = JSON.parse(fs.readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: folder + path.sep, stdout: () => {}, stderr: () => {} });
pyodide.unpackArchive(new Uint8Array(fs.readFileSync(wheel)), "wheel");
const [module, name] = entry.split(":");
const answer = pyodide.pyimport(module)[name];
for (const request of JSON.parse(fs.readFileSync(corpus, "utf8"))) answer(request);
if (exercise)
  pyodide.runPython(fs.readFileSync(exercise, "utf8"), { globals: pyodide.toPy({ __name__: "exercise" }) });
const found = pyodide.runPython(`
import sys, json, traceback, linecache, zipimport
_files = {getattr(m, "__file__", None) or "" for m in list(sys.modules.values())}
json.dumps(sorted(f.partition(".zip/")[2] for f in _files if ".zip/" in f))
`);
process.stdout.write(found);
