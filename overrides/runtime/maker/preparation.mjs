// What is done to Python before it is watched, and before its memory is taken: the same each time.

import { script } from "./interpreter.mjs";

/** @import { Library, Prepare, Ran } from "./types.d.ts" */
/** @import { Interpreter } from "./interpreter.mjs" */

/** Import the rules. @param {Interpreter} python @param {Library} library @param {string} entry */
export function loadRules(python, { rules }, entry) {
  python.write("/rules.zip", rules);
  python.run(`ENTRY = ${JSON.stringify(entry)}\n${script("load.py")}`);
}

/**
 * @param {Library} library @param {string} entry
 * @param {string[]} warmUp requests that are answered before the memory is settled
 * @param {Ran} [ran] what to keep: for the image. Everything is kept without: for watching
 * @returns {Prepare}
 */
export function preparation(library, entry, warmUp, ran) {
  return (python) => {
    loadRules(python, library, entry);
    python.write("/warm-up.json", JSON.stringify(warmUp));
    python.run(script("warm.py"));
    if (ran) {
      python.write("/functions.txt", ran.functions.join("\n"));
      python.write("/modules.txt", ran.modules.join("\n"));
      python.run(script("key.py") + script("prune.py"));
    }
    python.run(`del ENTRY, _json, _module, _name, _file, _requests, _request\n${script("settle.py")}`);
  };
}
