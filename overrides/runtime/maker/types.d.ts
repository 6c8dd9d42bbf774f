/** What the maker is given on the command line; every path is absolute. */
export interface Inputs {
  /** The wheel that holds the rules. */
  wheel: string;
  /** A pyodide-lock.json that names this wheel alone. */
  lock: string;
  /** A JSON object: the requests that each image must answer, a list of texts by the image's name. */
  corpus: string;
  /** Python that uses the parts of the language that rules are written in. */
  exercise: string;
  /** The folder to be made. */
  out: string;
  /** "module:function"; takes a text and gives a text. */
  entry: string;
  /** How an answer begins that says that the rules failed; "" if there is no such answer. */
  failed: string;
  /** The folder of the npm package pyodide. */
  pyodide: string;
  /** A folder in which taken images are kept for the next time; "" if they are not. */
  kept: string;
  /** Write no compressed files. */
  quick: boolean;
}

/** The requests of each image. */
export type Corpora = Map<string, string[]>;

/** Two zip files, and the files of the rules by name; see python/compile.py. */
export interface Library {
  lean: Buffer;
  full: Buffer;
  rules: Map<string, Buffer>;
}

/** Which Python ran, for python/prune.py: keys of functions and names of modules. */
export interface Ran {
  functions: string[];
  modules: string[];
}

/** Imports the rules and settles the memory. */
export type Prepare = (python: import("./interpreter.mjs").Interpreter) => void;

/** What all starts of the interpreter have in common. */
export interface Common {
  pyodide: string;
  wasm: Buffer<ArrayBuffer>;
  library: Library;
  entry: string;
  failed: string;
  /** Its text. */
  exercise: string;
}

/** The interpreter's memory at rest; `globals`: the value of each mutable one. */
export interface Memory {
  heap: Buffer;
  pages: number;
  globals: number[];
}

/**
 * An image before anything is left out of it. `ran`: functions of the interpreter; `read`: files of the rules;
 * `expected`: requests, and what the whole interpreter answers.
 */
export interface Taken extends Memory {
  ran: number[];
  read: string[];
  expected: [string, string][];
}

export type Say = (text: string) => void;

/** As much of Emscripten's module, and of CPython's own functions, as the maker uses. Addresses are numbers. */
export interface Emscripten {
  HEAPU8: Uint8Array<ArrayBuffer>;
  HEAPU32: Uint32Array;
  ENV: Record<string, string>;
  FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, content: string | Uint8Array): void;
    readFile(path: string): Uint8Array;
  };
  ___heap_base?: number;
  _Py_Version: number;
  _PyDict_Type: number;
  _malloc(size: number): number;
  _free(at: number): void;
  _emscripten_get_sbrk_ptr(): number;
  _emscripten_stack_get_base(): number;
  _emscripten_stack_get_current(): number;
  _emscripten_stack_get_end(): number;
  _PyRun_SimpleString(text: number): number;
  _PyImport_AddModule(name: number): number;
  _PyObject_GetAttrString(object: number, name: number): number;
  _PyUnicode_FromStringAndSize(text: number, size: number): number;
  _PyUnicode_AsUTF8AndSize(object: number, size: number): number;
  _PyUnicode_InternFromString(text: number): number;
  _PyObject_CallOneArg(callable: number, argument: number): number;
  _PyErr_Print(): void;
  _Py_DecRef(object: number): void;
  _PyDict_GetItem(dict: number, key: number): number;
  _PyDict_DelItem(dict: number, key: number): number;
  _PyDict_Next(dict: number, position: number, key: number, value: number): number;
  _PyObject_Free(at: number): void;
}
