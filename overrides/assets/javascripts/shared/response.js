// A response of the rules, read from its JSON and asked for its status: here alone, for page and worker.

/** @import { FailedResponse, Response } from "../protocol.d.ts" */

/** @param {string} json @returns {Response} */
export const read = (json) => JSON.parse(json);

/** Whether the rules themselves have failed. @param {Response} response @returns {response is FailedResponse} */
export const failed = (response) => response.status === "failed";
