// What is done to Python before it is watched, and before its memory is taken: the same each time.

import { script } from "./start.mjs";

/** @import { Library, Prepare, Ran } from "./types.d.ts" */
/** @import { Interpreter } from "./interpreter.mjs" */

/** Import the rules. @param {Interpreter} python @param {Library} library @param {string} entry */
export function loadRules(python, { rules }, entry) {
  python.write("/rules.zip", rules);
  python.run(`ENTRY = ${JSON.stringify(entry)}\n${script("load.py")}`);
}

/**
 * Rules and warm-up, which all preparations have in common.
 * @typedef {{library: Library, entry: string, warmUp: string[]}} Start `warmUp`: answered before the memory is settled
 */

/** For watching: nothing is emptied, and what the exercise imports is there. @param {Start} begin @param {string} exercise @returns {Prepare} */
export function forWatching(begin, exercise) {
  const modules = [...exercise.matchAll(/^(?:import|from) ([\w.]+)/gm)].map(([, name]) => name);
  return (python) => {
    loadRules(python, begin.library, begin.entry);
    python.run(modules.map((name) => `__import__("${name}")`).join("\n"));
    settle(python, begin, "");
  };
}

/** For the image: what did not run is emptied. @param {Start} begin @param {Ran} ran @returns {Prepare} */
export function forImage(begin, ran) {
  return (python) => {
    loadRules(python, begin.library, begin.entry);
    python.write("/functions.txt", ran.functions.join("\n"));
    python.write("/modules.txt", ran.modules.join("\n"));
    settle(python, begin, script("key.py") + script("prune.py"));
  };
}

/** @param {Interpreter} python @param {Start} begin @param {string} pruning */
function settle(python, { warmUp }, pruning) {
  python.write("/warm-up.json", JSON.stringify(warmUp));
  python.run(script("warm.py"));
  if (pruning) python.run(pruning);
  python.run(`del ENTRY, _json, _module, _name, _file, _requests, _request\n${script("settle.py")}`);
}
