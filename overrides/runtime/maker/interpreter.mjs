// The Python that start.mjs has started: files, statements, and questions as the loader in the page asks them.

import path from "node:path";
import { blame, MakeError, RulesError } from "./errors.mjs";

/** @import { Emscripten } from "./types.d.ts" */

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
    this.module.FS.mkdirTree(path.posix.dirname(name));
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
