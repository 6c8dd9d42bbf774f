// Starts the CPython inside Pyodide in Node, bare: without Pyodide's own bootstrap, without its 200 modules.
// Everything that the maker does with Python (compile, watch, take an image) starts here.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { blame, MakeError, RulesError } from "./errors.mjs";

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

export class Interpreter {
  #said;

  /** @param {Emscripten} module @param {WebAssembly.Instance} instance @param {string[]} said what Python says on stderr */
  constructor(module, instance, said) {
    this.module = module;
    this.exports = instance.exports;
    this.#said = said;
  }

  get heap() {
    return this.module.HEAPU8;
  }

  /** @param {string} name @param {string | Uint8Array} content */
  write(name, content) {
    this.module.FS.writeFile(name, content);
  }

  /** @param {string} name */
  read(name) {
    return Buffer.from(this.module.FS.readFile(name));
  }

  /** Run Python statements in `__main__`. @param {string} text */
  run(text) {
    this.#said.length = 0;
    const { at } = this.#text(text);
    const failed = this.module._PyRun_SimpleString(at);
    this.module._free(at);
    if (!failed) return;
    const { where, what } = blame(this.#said);
    throw new MakeError(`Python stopped\n  where    ${where}\n  what     ${what}`);
  }

  /** Call the function `answer` of `__main__` as the loader in the page does. @param {string} request */
  ask(request) {
    const m = this.module;
    this.#said.length = 0;
    const [name, main] = [this.#text("answer"), this.#text("__main__")];
    const callable = m._PyObject_GetAttrString(m._PyImport_AddModule(main.at), name.at);
    m._free(name.at);
    m._free(main.at);
    const { at, length } = this.#text(request);
    const argument = m._PyUnicode_FromStringAndSize(at, length);
    m._free(at);
    const result = m._PyObject_CallOneArg(callable, argument);
    m._Py_DecRef(argument);
    m._Py_DecRef(callable);
    if (result) return this.#taken(result);
    m._PyErr_Print();
    throw new RulesError(request, this.#said);
  }

  /** The text of a Python string that is no longer needed. @param {number} string */
  #taken(string) {
    const m = this.module;
    const size = m._malloc(4);
    const at = m._PyUnicode_AsUTF8AndSize(string, size);
    const text = new TextDecoder().decode(m.HEAPU8.subarray(at, at + (m.HEAPU32[size >>> 2] ?? 0)));
    m._free(size);
    m._Py_DecRef(string);
    return text;
  }

  /** @param {string} text */
  #text(text) {
    const bytes = new TextEncoder().encode(text);
    const at = this.module._malloc(bytes.length + 1);
    this.heap.set(bytes, at);
    this.heap[at + bytes.length] = 0;
    return { at, length: bytes.length };
  }
}
