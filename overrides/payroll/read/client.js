// The page's side of worker.js: the same calls, answered from beside the page.

/** @import { Asked, Told } from "./messages.d.ts" */
/** @import { Options, Reading, Row, WrittenSheet } from "./types.d.ts" */

import * as limits from "./limits.js";
import { ReadError } from "./problems.js";

export { columns } from "./columns.js";
export { ReadError };

/** So long the script of the worker may take, which says when it has come. */
const BEGINS_MS = 5000;

/** One worker for a page; stop() ends what it has under way, and the next call starts another. */
export class Reader {
  #id = 0;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, { resolve: (told: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** The number of the file whose rows are still to come. */
  #reading = 0;

  /** @param {() => Worker} start */
  constructor(start) {
    this.start = start;
  }

  /** Its script comes while the reader looks for a file. */
  prepare() {
    this.#worker ??= this.#begin();
    return this.#worker;
  }

  /** Rejects with ReadError. @param {Blob | string} file @param {Options} options @returns {Promise<Reading>} */
  async open(file, options) {
    const size = typeof file === "string" ? file.length : file.size;
    // said before anything is read or sent
    if (size > limits.FILE_BYTES)
      throw new ReadError("file_too_large", { bytes: size, limit: limits.FILE_BYTES });
    const { id, answer } = this.#ask({ type: "open", file, options });
    this.#reading = id;
    const { read } = await answer;
    return { ...read, rows: this.#rows(id, read.problems) };
  }

  /** @param {WrittenSheet[]} sheets @returns {Promise<Uint8Array>} */
  async xlsx(sheets) {
    return (await this.#ask({ type: "write", sheets }).answer).bytes;
  }

  stop() {
    if (this.#reading || this.#waiting.size) this.#end(new ReadError("stopped"));
  }

  /** @param {ReadError} why */
  #end(why) {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
    this.#reading = 0;
  }

  /** @param {number} of @param {Reading["problems"]} problems @returns {AsyncGenerator<Row[]>} */
  async *#rows(of, problems) {
    for (;;) {
      const told = await this.#ask({ type: "next", of }).answer;
      problems.splice(0, problems.length, ...told.problems);
      if (!told.rows) {
        if (this.#reading === of) this.#reading = 0;
        return;
      }
      yield told.rows;
    }
  }

  /** @param {any} asked an Asked without its number @returns {{ id: number, answer: Promise<any> }} */
  #ask(asked) {
    const worker = this.prepare();
    this.#id += 1;
    const id = this.#id;
    /** @type {Promise<any>} */
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    worker.postMessage({ ...asked, id });
    return { id, answer };
  }

  #begin() {
    const worker = this.start();
    const fail = (/** @type {string} */ detail) => {
      if (this.#worker === worker) this.#end(new ReadError("failed", { detail }));
    };
    // a browser does not say that the script of a worker is still to come
    const late = setTimeout(fail, BEGINS_MS, "its script does not come");
    worker.addEventListener("message", ({ data }) => {
      clearTimeout(late);
      this.#hear(data);
    });
    worker.addEventListener("error", ({ message }) => fail(message ?? ""));
    return worker;
  }

  /** @param {Told & { id: number }} told */
  #hear(told) {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.type === "refused") waiting?.reject(new ReadError(told.code, told.figures));
    else if (told.type === "failed") waiting?.reject(new ReadError("failed", { detail: told.detail }));
    else waiting?.resolve(told);
  }
}
