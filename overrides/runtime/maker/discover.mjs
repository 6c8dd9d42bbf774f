// The first look at an image's requests: each is answered by the bare interpreter, which can still import and read.
// A request that the rules cannot answer ends the making here, before anything is watched.

import { MakeError, RulesError, shorten } from "./errors.mjs";
import { loadRules } from "./preparation.mjs";
import { script, start } from "./start.mjs";

/** @import { Common } from "./types.d.ts" */

/** So many of the other requests are answered beforehand too: they fill the caches of the rules and the interpreter. */
const OTHERS = 60;
/** But no more than one in so many: what long requests leave in caches makes the image large, and no reader asks for it. */
const FEW = 10;

/**
 * `answers`: what the whole, unchanged interpreter answers. `warmUp`: the requests to answer before the image is taken:
 * all that made Python read a file or import a module, so that every part of the rules that these requests use is in the
 * image, and some others. `read`: the files of the rules that were read.
 * @param {Common} common @param {string[]} corpus
 * @returns {Promise<{answers: string[], warmUp: string[], read: string[]}>}
 */
export async function discover({ pyodide, wasm, library, entry, failed }, corpus) {
  const python = await start(pyodide, wasm, library.lean);
  python.run(script("reads.py"));
  loadRules(python, library, entry);
  python.run("answer = _watched(answer)");
  const answers = corpus.map((request) => checked(() => python.ask(request), request, failed));
  python.run('with open("/seen.json", "w") as _file: _json.dump([_readers, sorted(_opened)], _file)');
  /** @type {[string[], string[]]} */
  const [readers, read] = JSON.parse(python.read("/seen.json").toString("utf8"));
  const every = Math.max(FEW, Math.floor(corpus.length / OTHERS));
  const warmUp = [...readers, ...corpus.filter((_, index) => index % every === 0)];
  return { answers, warmUp, read };
}

/** @param {() => string} ask @param {string} request @param {string} failed */
function checked(ask, request, failed) {
  try {
    const response = ask();
    if (!failed || !response.startsWith(failed)) return response;
    throw new MakeError(`  answer   ${shorten(response)}\n  request  ${shorten(request)}`);
  } catch (error) {
    if (!(error instanceof MakeError)) throw error;
    const told = error instanceof RulesError ? "raise on" : "fail on";
    throw new MakeError(`the rules ${told} a request of the corpus\n${error.message}`);
  }
}
