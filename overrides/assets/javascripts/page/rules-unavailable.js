// That the rules cannot run in this page, and whose fault it is.

/** @import { Fault } from "../protocol.d.ts" */

/** Raised when the rules cannot run here; says why. Nothing asked after it will be answered, until they are started again. */
export class RulesUnavailableError extends Error {
  name = "RulesUnavailableError";

  /** @param {string} message @param {Fault} [fault] */
  constructor(message, fault = "browser") {
    super(message);
    this.fault = fault;
  }
}
