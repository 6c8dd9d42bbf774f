import type { WorkerMessage } from "../protocol.d.ts";

/** The worker that start-rules.js has started; `listen` also passes on what it said before. */
export interface Rules {
  worker: Worker;
  listen: (listener: (message: WorkerMessage) => void) => void;
}

declare global {
  var startRules: (again?: boolean, file?: boolean) => Rules;
  var loadAnew: (() => Promise<boolean>) | undefined;
}
