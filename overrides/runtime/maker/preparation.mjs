// What is done to Python before it is watched, and before its memory is taken: the same each time.

import { script } from "./start.mjs";

/** @import { Common, Library, Prepare, Ran } from "./types.d.ts" */
/** @import { Interpreter } from "./interpreter.mjs" */

/** Import the rules. @param {Interpreter} python @param {Library} library @param {string} entry */
export function loadRules(python, { rules }, entry) {
  for (const [name, content] of rules) python.write(`/rules/${name}`, content);
  python.run(`ENTRY = ${JSON.stringify(entry)}\n${script("late.py")}${script("load.py")}`);
}

/**
 * For watching: nothing is emptied, and what the exercise imports is there.
 * @param {Common} common @param {string[]} warmUp answered before the memory is settled @returns {Prepare}
 */
export function forWatching({ library, entry, exercise }, warmUp) {
  const modules = [...exercise.matchAll(/^(?:import|from) ([\w.]+)/gm)].map(([, name]) => name);
  return (python) => {
    loadRules(python, library, entry);
    python.run(modules.map((name) => `__import__("${name}")`).join("\n"));
    // nobody could load them while it watches
    python.run("while _modules := _late():\n    for _one in _modules: _load(_one)");
    settle(python, warmUp, "");
  };
}

/** For the image: what did not run is emptied. @param {Common} common @param {string[]} warmUp @param {Ran} ran @returns {Prepare} */
export function forImage({ library, entry }, warmUp, ran) {
  return (python) => {
    loadRules(python, library, entry);
    python.write("/functions.txt", ran.functions.join("\n"));
    python.write("/modules.txt", ran.modules.join("\n"));
    python.run(`for _one in _late(${JSON.stringify(ran.modules)}): _load(_one)`);
    settle(python, warmUp, ["key.py", "prune.py", "trim.py", "act.py"].map(script).join(""));
  };
}

/** @param {Interpreter} python @param {string[]} warmUp @param {string} pruning */
function settle(python, warmUp, pruning) {
  python.write("/warm-up.json", JSON.stringify(warmUp));
  python.run(script("warm.py"));
  if (pruning) python.run(pruning);
  python.run(`del ENTRY, _json, _module, _name, _file, _requests, _request\n${script("settle.py")}`);
}
