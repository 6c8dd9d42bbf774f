// Which Python functions run? The others are replaced in the image by one that raises Pruned: the same rule as for the
// functions of the interpreter (coverage.mjs), one level up. Most of them only made classes and read the law.

import { script, start } from "./interpreter.mjs";

/** @returns {Promise<string>} keys of the Python functions that ran (see python/key.py), one a line */
export async function ranPython({ pyodide, wasm, library, prepare, corpus, exercise }) {
  const python = await start(pyodide, wasm, library.lean);
  prepare(python);
  python.run(`${script("key.py")}${script("watch.py")}_watch(True)\n`);
  for (const request of corpus) python.ask(request);
  python.run("_watch(False)");
  python.write("/exercise.py", exercise);
  python.run("_exercise()\n_report()");
  return python.read("/ran.txt").toString("utf8");
}
