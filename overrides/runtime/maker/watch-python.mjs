// Which Python functions run, and which modules are looked at? The others are emptied in the image: the same rule as for
// the functions of the interpreter (watch-functions.mjs), one level up. Most of them only made classes and read data.

import { script, start } from "./start.mjs";

/** @import { Common, Prepare, Ran } from "./types.d.ts" */

/**
 * @param {Common} common @param {Prepare} prepare @param {string[]} corpus
 * @returns {Promise<Ran>}
 */
export async function ranPython({ pyodide, wasm, library, exercise }, prepare, corpus) {
  const python = await start(pyodide, wasm, library.lean);
  prepare(python);
  python.run(`${script("key.py")}${script("watch.py")}_watch(True)\n`);
  for (const request of corpus) python.ask(request);
  python.run("_watch(False)");
  python.write("/exercise.py", exercise);
  python.run("_exercise()\n_report()");
  const lines = (/** @type {string} */ name) => python.read(name).toString("utf8").split("\n");
  return { functions: lines("/functions.txt"), modules: lines("/modules.txt") };
}
