// What the rules have been asked and have not answered yet.

/** @import { Response } from "../protocol.d.ts" */

import { failed } from "../shared/response.js";

/** @typedef {{request: string, resolve: (response: Response) => void, reject: (error: Error) => void}} Waiting */

export class Asked {
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {{text: string, response: Promise<Response>} | null} */
  #last = null;

  /** Whether anything waits for an answer. */
  get any() {
    return this.#waiting.size > 0;
  }

  /** All of it as messages, for a worker that takes over. */
  open() {
    return Array.from(this.#waiting, ([id, { request }]) => ({ id, request }));
  }

  /**
   * The same request gives the same answer: asked twice in turn, as browsers tell of one change twice, it is sent once.
   * @param {string} text @param {(text: string) => Promise<Response>} send
   * @returns {Promise<Response>}
   */
  once(text, send) {
    if (this.#last?.text === text) return this.#last.response;
    const last = { text, response: send(text) };
    this.#last = last;
    const forget = () => {
      if (this.#last === last) this.#last = null;
    };
    last.response.then((response) => failed(response) && forget(), forget);
    return last.response;
  }

  /** @param {string} request */
  add(request) {
    const id = ++this.#lastId;
    /** @type {Promise<Response>} */
    const response = new Promise((resolve, reject) => {
      this.#waiting.set(id, { request, resolve, reject });
    });
    return { message: { id, request }, response };
  }

  /** Who waits for this answer: nobody else does from now on. @param {number} id */
  take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  /** Nobody waits any more. @param {Error} error */
  refuse(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
