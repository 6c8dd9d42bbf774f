// Starts the CPython inside Pyodide in Node, bare: without Pyodide's own bootstrap, without its 200 modules.
// The three things the tool does with Python (compile, watch, take an image) all start here.

import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const HERE = import.meta.dirname;
/** 1 January 2026, UTC. A fixed clock: the image must not depend on when it is made. */
const BUILD_TIME = 1767225600000;

/**
 * Make this Node process give the same memory every time. Call once, before anything is started.
 *
 * The iPhone in the user agent selects Pyodide's calls through JavaScript instead of a table slot that is added at run
 * time: such a slot would be in the image and not in the pruned module.
 */
export function standStill() {
  process.env.TZ = "UTC";
  Date.now = () => BUILD_TIME;
  performance.now = () => 0;
  // the module `random` would seed itself with it
  crypto.randomFillSync = (/** @type {any} */ array) => array.fill(0);
  const device = { userAgent: "iPhone", platform: "", maxTouchPoints: 0 };
  Object.defineProperty(globalThis, "navigator", { value: device, configurable: true });
}

/** The Python text of a file beside this one. */
export const script = (name) => fs.readFileSync(path.join(HERE, "python", name), "utf8");

/**
 * @param {string} pyodide folder of the npm package
 * @param {Uint8Array<ArrayBuffer>} wasm the stock module or one derived from it
 * @param {Uint8Array} stdlib zip of the standard library
 */
export async function start(pyodide, wasm, stdlib) {
  globalThis.require = createRequire(path.join(pyodide, "x.js"));
  const { default: create } = await import(pathToFileURL(path.join(pyodide, "pyodide.asm.mjs")).href);
  let instance;
  const module = await create({
    noImageDecoding: true,
    noAudioDecoding: true,
    thisProgram: "/python",
    arguments: ["-S", "-s", "-P"],
    print: (text) => console.log(text),
    printErr: (text) => console.error(text),
    locateFile: (name) => path.join(pyodide, name),
    API: apiStub(),
    preRun: [(started) => prepareFiles(started, stdlib)],
    instantiateWasm(imports, done) {
      stubErrors(imports);
      WebAssembly.instantiate(wasm, imports).then((result) => {
        instance = result.instance;
        done(result.instance, result.module);
      });
      return {};
    },
  });
  return new Interpreter(module, instance);
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

/** The two imports that Pyodide's own bootstrap would define. */
function stubErrors(imports) {
  const mark = Symbol("error");
  imports.env.Jsv_GetError_import = () => mark;
  imports.env.JsvError_Check = (value) => value === mark;
}

function prepareFiles(module, stdlib) {
  Object.assign(module.ENV, {
    PYTHONHASHSEED: "0",
    HOME: "/",
    TZ: "UTC",
    PYTHONOPTIMIZE: "2",
    PYTHONDONTWRITEBYTECODE: "1",
  });
  const version = module.HEAPU32[module._Py_Version >>> 2];
  const [major, minor] = [version >>> 24, (version >>> 16) & 255];
  module.FS.mkdirTree(`/lib/python${major}.${minor}/lib-dynload`);
  module.FS.writeFile(`/lib/python${major}${minor}.zip`, stdlib);
}

export class Interpreter {
  constructor(module, instance) {
    this.module = module;
    this.exports = instance.exports;
  }
  get heap() {
    return this.module.HEAPU8;
  }
  write(name, content) {
    this.module.FS.writeFile(name, content);
  }
  read(name) {
    return Buffer.from(this.module.FS.readFile(name));
  }
  /** Run Python statements in `__main__`; Python prints the traceback itself. */
  run(text) {
    const at = this.#text(text).at;
    const failed = this.module._PyRun_SimpleString(at);
    this.module._free(at);
    if (failed) throw new Error("a Python script of the runtime tool failed, see above");
  }
  /** Call the function `answer` of `__main__` as the loader in the page does. @returns {string | null} null: it raised */
  ask(request) {
    const m = this.module;
    const name = this.#text("answer");
    const main = this.#text("__main__");
    const callable = m._PyObject_GetAttrString(m._PyImport_AddModule(main.at), name.at);
    m._free(name.at);
    m._free(main.at);
    const { at, length } = this.#text(request);
    const argument = m._PyUnicode_FromStringAndSize(at, length);
    m._free(at);
    const result = m._PyObject_CallOneArg(callable, argument);
    m._Py_DecRef(argument);
    m._Py_DecRef(callable);
    if (!result) {
      m._PyErr_Print();
      return null;
    }
    const size = m._malloc(4);
    const bytes = m._PyUnicode_AsUTF8AndSize(result, size);
    const text = new TextDecoder().decode(m.HEAPU8.subarray(bytes, bytes + m.HEAPU32[size >>> 2]));
    m._free(size);
    m._Py_DecRef(result);
    return text;
  }
  #text(text) {
    const bytes = new TextEncoder().encode(text);
    const at = this.module._malloc(bytes.length + 1);
    this.heap.set(bytes, at);
    this.heap[at + bytes.length] = 0;
    return { at, length: bytes.length };
  }
}
