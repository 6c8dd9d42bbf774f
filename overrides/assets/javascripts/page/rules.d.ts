import type { Runtime, WorkerMessage } from "../protocol.d.ts";
import type { RulesUnavailableError } from "./rules-unavailable.js";

/** The worker that start-rules.js has started; `listen` also passes on what it said before. */
export interface Rules {
  worker: Worker;
  listen: (listener: (message: WorkerMessage) => void) => void;
}

/** What rules-client.js tells of what it waits for. */
export interface Listener {
  /** bytes */
  progress: (loaded: number, total: number) => void;
  /** whether something is under way: the start, or a question */
  awaiting: (awaiting: boolean) => void;
  /** may come again */
  ready: (runtime: Runtime) => void;
  /** nothing has come for a while of what is loading */
  slow: () => void;
  /** the limit has passed; an answer may still come */
  late: () => void;
  /** for good, unless they are started again */
  failed: (error: RulesUnavailableError) => void;
}

declare global {
  var startRules: (again?: boolean, file?: boolean) => Rules;
  var loadAnew: (() => Promise<boolean>) | undefined;
}
