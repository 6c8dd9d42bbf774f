// Owns the worker that runs the rules: message ids, time limit, failure. Knows nothing of the page.

/** @import { Fault, Request, Response, Runtime, WorkerMessage } from "../protocol.d.ts" */
/** @import { Rules } from "./rules.d.ts" */

import { failed, read } from "../shared/response.js";
import { Alarm } from "./alarm.js";

/** How long the start or a question may take before the reader is shown another way. */
export const LIMIT_SECONDS = 60;
/** Where nothing of what is loading comes for so long, the reader is told; it may still come. */
export const SLOW_SECONDS = 4;
/** A browser that ends a worker need not say so: one that has started and says nothing for so long is dead. */
export const SILENT_SECONDS = 15;

/** Raised when the rules cannot run here; says why. Nothing asked after it will be answered, until they are started again. */
export class RulesUnavailableError extends Error {
  name = "RulesUnavailableError";

  /** @param {string} message @param {Fault} [fault] */
  constructor(message, fault = "browser") {
    super(message);
    this.fault = fault;
  }
}

/**
 * @typedef {object} Listener
 * @property {(loaded: number, total: number) => void} progress bytes
 * @property {(awaiting: boolean) => void} awaiting whether something is under way: the start, or a question
 * @property {(runtime: Runtime) => void} ready may come again
 * @property {() => void} slow nothing has come for a while of what is loading
 * @property {() => void} late the limit has passed; an answer may still come
 * @property {(error: RulesUnavailableError) => void} failed for good, unless they are started again
 *
 * @typedef {{request: string, resolve: (response: Response) => void, reject: (error: Error) => void}} Waiting
 */

export class RulesClient {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {RulesUnavailableError | null} */
  #failure = null;
  #late = new Alarm(LIMIT_SECONDS, () => this.listener.late());
  #silent = new Alarm(SILENT_SECONDS, () => this.#dies("the worker is silent"));
  #slow = new Alarm(SLOW_SECONDS, () => this.listener.slow());
  #begun = false;
  #heard = false;
  /** A worker that has died is started again once. */
  #died = false;
  #ready = false;
  #lastId = 0;
  /** @type {{text: string, response: Promise<Response>} | null} */
  #last = null;

  /**
   * @param {(again: boolean, file: boolean) => Rules} startRules of start-rules.js
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
      const { worker, listen } = this.startRules(this.#begun, this.#died && !this.#heard);
      this.#begun = true;
      this.#worker = worker;
      this.#slow.anew(true);
      listen((message) => this.#receive(message));
      for (const [id, { request }] of this.#waiting) worker.postMessage({ id, request });
    } catch (error) {
      this.#dies(String(error));
    }
    this.#watch();
  }

  /**
   * Try once more what has failed: the next question starts another worker.
   * @param {boolean} [anew] also what has not started yet
   */
  again(anew = false) {
    this.#failure = null;
    if (!anew || this.#ready || !this.#worker) return;
    this.#end();
    // it has the whole limit
    this.#late.on = false;
    this.start();
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
    if (this.#failure) return Promise.reject(this.#failure);
    const id = ++this.#lastId;
    this.#worker?.postMessage({ id, request });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { request, resolve, reject });
      this.#watch();
    });
  }

  /** @param {WorkerMessage} message */
  #receive(message) {
    this.#silent.on = false;
    this.#heard ||= !("died" in message);
    this.#slow.on = false;
    if ("progress" in message) {
      const { loaded, total } = message.progress;
      // once all files are there, starting them takes its time
      this.#slow.on = loaded < total || !total;
      // what is on its way again after a failure has the whole limit
      this.#ready = false;
      this.listener.progress(loaded, total);
    } else if ("ready" in message) {
      this.#ready = true;
      this.listener.ready(message.ready);
    } else if ("died" in message) {
      this.#dies(message.died || "the worker did not start");
    } else if (message.id === undefined) {
      this.#fail(new RulesUnavailableError(message.failure, message.fault));
    } else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ("response" in message) {
        this.#died = false;
        // who asks for one thing after the other waits for each of them
        if (this.#late.on) this.#late.anew(true);
        waiting?.resolve(read(message.response));
      } else waiting?.reject(new RulesUnavailableError(message.failure));
    }
    this.#watch();
  }

  /** The limit counts from when something began to be awaited; slow progress does not extend it. */
  #watch() {
    const asked = !this.#failure && this.#waiting.size > 0;
    this.#silent.on = asked && this.#ready;
    const awaited = asked || (!this.#failure && !this.#ready);
    if (awaited === this.#late.on) return;
    this.#late.on = awaited;
    this.listener.awaiting(awaited);
  }

  /** What was asked is asked of the next one. @param {string} why */
  #dies(why) {
    if (this.#died) return this.#fail(new RulesUnavailableError(why));
    console.warn("rules-client: started again:", why);
    this.#end();
    this.#died = true;
    this.start();
  }

  #end() {
    this.#slow.on = false;
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
  }

  /** @param {RulesUnavailableError} error */
  #fail(error) {
    if (this.#failure) return;
    this.#failure = error;
    this.#end();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#watch();
    this.listener.failed(error);
  }
}
