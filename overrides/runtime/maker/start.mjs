// Starts the CPython inside Pyodide in Node, bare: without Pyodide's own bootstrap, without its 200 modules.
// Everything that the maker does with Python (compile, watch, take an image) starts here.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Interpreter } from "./interpreter.mjs";

/** @import { Emscripten } from "./types.d.ts" */

const SCRIPTS = path.join(import.meta.dirname, "../python");
/** So many lines of what Python says last are kept, for the report of a failure. */
const KEPT_LINES = 100;

/** The Python text of a file in python/. @param {string} name */
export const script = (name) => fs.readFileSync(path.join(SCRIPTS, name), "utf8");

/**
 * @param {string} pyodide folder of the npm package
 * @param {Uint8Array<ArrayBuffer>} wasm the stock module or one derived from it
 * @param {Uint8Array} stdlib zip of the standard library
 */
export async function start(pyodide, wasm, stdlib) {
  Object.assign(globalThis, { require: createRequire(path.join(pyodide, "x.js")) });
  const { default: create } = await import(pathToFileURL(path.join(pyodide, "pyodide.asm.mjs")).href);
  /** @type {string[]} */
  const said = [];
  const started = { instance: /** @type {WebAssembly.Instance | null} */ (null) };
  /** @type {Emscripten} */
  const module = await create({
    noImageDecoding: true,
    noAudioDecoding: true,
    thisProgram: "/python",
    arguments: ["-S", "-s", "-P"],
    print: () => {},
    printErr: (/** @type {string} */ line) => said.push(line) > KEPT_LINES && said.shift(),
    locateFile: (/** @type {string} */ name) => path.join(pyodide, name),
    API: apiStub(),
    preRun: [(/** @type {Emscripten} */ early) => prepareFiles(early, stdlib)],
    instantiateWasm(
      /** @type {WebAssembly.Imports} */ imports,
      /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
    ) {
      stubErrors(imports);
      WebAssembly.instantiate(wasm, imports).then((result) => {
        started.instance = result.instance;
        done(result.instance, result.module);
      });
      return {};
    },
  });
  if (!started.instance) throw new Error("Emscripten's glue did not start the module");
  return new Interpreter(module, started.instance, said);
}

/** As much of Pyodide's own API object as its C code touches on the way up. */
function apiStub() {
  return {
    config: { jsglobals: globalThis, env: {}, packages: [], args: [] },
    runtimeEnv: { IN_NODE: true, IN_NODE_ESM: true },
    // never settles: no package is loaded through it
    lockFilePromise: new Promise(() => {}),
  };
}

/** The two imports that Pyodide's own bootstrap would define. @param {WebAssembly.Imports} imports */
function stubErrors(imports) {
  const mark = Symbol("error");
  Object.assign(/** @type {object} */ (imports.env), {
    Jsv_GetError_import: () => mark,
    JsvError_Check: (/** @type {unknown} */ value) => value === mark,
  });
}

/** @param {Emscripten} module @param {Uint8Array} stdlib */
function prepareFiles(module, stdlib) {
  Object.assign(module.ENV, {
    PYTHONHASHSEED: "0",
    HOME: "/",
    TZ: "UTC",
    PYTHONOPTIMIZE: "2",
    PYTHONDONTWRITEBYTECODE: "1",
  });
  const version = module.HEAPU32[module._Py_Version >>> 2] ?? 0;
  const [major, minor] = [version >>> 24, (version >>> 16) & 255];
  module.FS.mkdirTree(`/lib/python${major}.${minor}/lib-dynload`);
  module.FS.writeFile(`/lib/python${major}${minor}.zip`, stdlib);
}
