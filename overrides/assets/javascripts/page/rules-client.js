// Owns the worker that runs the rules: message ids, time limit, failure. Knows nothing of the page.

/** @import { Request, Response, WorkerMessage } from "../protocol.d.ts" */
/** @import { Listener, Rules } from "./rules.d.ts" */

import { read } from "../shared/response.js";
import { Alarm } from "./alarm.js";
import { Asked } from "./asked.js";
import { LIMIT_SECONDS, SILENT_SECONDS, SLOW_SECONDS } from "./limits.js";
import { RulesUnavailableError } from "./rules-unavailable.js";

export class RulesClient {
  /** @type {Worker | null} */
  #worker = null;
  #asked = new Asked();
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
      for (const message of this.#asked.open()) worker.postMessage(message);
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
   * Ask the rules; starts the worker where that is still to do.
   * @param {Request} request
   * @returns {Promise<Response>} rejects with what went wrong in the worker
   */
  ask(request) {
    return this.#asked.once(JSON.stringify(request), (text) => this.#send(text));
  }

  /** @param {string} request @returns {Promise<Response>} */
  #send(request) {
    this.start();
    if (this.#failure) return Promise.reject(this.#failure);
    const { message, response } = this.#asked.add(request);
    this.#worker?.postMessage(message);
    this.#watch();
    return response;
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
      const waiting = this.#asked.take(message.id);
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
    const asked = !this.#failure && this.#asked.any;
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
    this.#asked.refuse(error);
    this.#watch();
    this.listener.failed(error);
  }
}
