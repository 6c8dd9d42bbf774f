// Owns the worker that runs the rules: message ids, time limit, failure. Knows nothing of the page.

/** @import { Request, Response, Runtime, WorkerMessage } from "../protocol.d.ts" */
/** @import { Rules } from "./rules.d.ts" */

import { failed, read } from "../shared/response.js";

/** How long the start or a question may take before the reader is shown another way. */
export const LIMIT_SECONDS = 60;

/** Raised when the rules cannot run here; says why. Nothing asked after it will be answered. */
export class RulesUnavailableError extends Error {
  name = "RulesUnavailableError";
}

/**
 * @typedef {object} Listener
 * @property {(loaded: number, total: number) => void} progress bytes
 * @property {(awaiting: boolean) => void} awaiting whether something is under way: the start, or a question
 * @property {(runtime: Runtime) => void} ready may come twice
 * @property {() => void} late the limit has passed; an answer may still come
 * @property {(error: Error) => void} failed once, and for good
 *
 * @typedef {{resolve: (response: Response) => void, reject: (error: Error) => void}} Waiting
 */

export class RulesClient {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {Error | null} */
  #failure = null;
  /** @type {number | undefined} */
  #timer;
  #ready = false;
  #lastId = 0;
  /** @type {{text: string, response: Promise<Response>} | null} */
  #last = null;

  /**
   * @param {() => Rules} startRules of start-rules.js
   * @param {Listener} listener
   */
  constructor(startRules, listener) {
    this.startRules = startRules;
    this.listener = listener;
  }

  /** Start the worker, or take over the one that the page has started; a second call does nothing. */
  start() {
    if (this.#worker || this.#failure) return;
    try {
      const { worker, listen } = this.startRules();
      this.#worker = worker;
      listen((message) => this.#receive(message));
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
    this.#watch();
  }

  /**
   * Ask the rules; starts the worker where that is still to do. The same request gives the same answer: asked twice in
   * turn, as browsers tell of one change twice, it is sent once.
   * @param {Request} request
   * @returns {Promise<Response>} rejects with what went wrong in the worker
   */
  ask(request) {
    const text = JSON.stringify(request);
    if (this.#last?.text === text) return this.#last.response;
    const last = { text, response: this.#send(text) };
    this.#last = last;
    const forget = () => {
      if (this.#last === last) this.#last = null;
    };
    last.response.then((response) => failed(response) && forget(), forget);
    return last.response;
  }

  /** @param {string} request @returns {Promise<Response>} */
  #send(request) {
    this.start();
    if (this.#failure || !this.#worker) return Promise.reject(this.#failure);
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, request });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#watch();
    });
  }

  /** @param {WorkerMessage} message */
  #receive(message) {
    if ("progress" in message) {
      this.listener.progress(message.progress.loaded, message.progress.total);
    } else if ("ready" in message) {
      this.#ready = true;
      this.listener.ready(message.ready);
    } else if (message.id === undefined) {
      this.#fail(new RulesUnavailableError(message.failure));
    } else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ("response" in message) waiting?.resolve(read(message.response));
      else waiting?.reject(new RulesUnavailableError(message.failure));
    }
    this.#watch();
  }

  /** The limit counts from when something began to be awaited; slow progress does not extend it. */
  #watch() {
    const awaited = !this.#failure && (!this.#ready || this.#waiting.size > 0);
    if (awaited === (this.#timer !== undefined)) return;
    clearTimeout(this.#timer);
    this.#timer = awaited ? setTimeout(() => this.listener.late(), LIMIT_SECONDS * 1000) : undefined;
    this.listener.awaiting(awaited);
  }

  /** @param {Error} error */
  #fail(error) {
    if (this.#failure) return;
    this.#failure = error;
    this.#worker?.terminate();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#watch();
    this.listener.failed(error);
  }
}
