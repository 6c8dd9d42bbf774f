// Reads and writes files beside the page, so that it stays responsive; client.js asks it.

/** @import { Asked, Told } from "./messages.d.ts" */
/** @import { Row } from "./types.d.ts" */

import { open } from "./open.js";
import { ReadError } from "./problems.js";

/** Files that are being read, by the number of the request. @type {Map<number, { rows: AsyncIterator<Row[]>, problems: any[] }>} */
const reading = new Map();

/** @param {Asked} asked @returns {Promise<Told>} */
async function answer(asked) {
  if (asked.type === "open") {
    const { rows, ...read } = await open(asked.file, asked.options);
    reading.set(asked.id, { rows: rows[Symbol.asyncIterator](), problems: read.problems });
    return { type: "read", read };
  }
  if (asked.type === "write")
    return { type: "written", bytes: await (await import("./write.js")).xlsx(asked.sheets) };
  const held = reading.get(asked.of);
  const { done, value } = (await held?.rows.next()) ?? { done: true, value: undefined };
  if (done) reading.delete(asked.of);
  return { type: "piece", rows: done ? null : value, problems: held?.problems ?? [] };
}

addEventListener("message", async (/** @type {MessageEvent<Asked>} */ { data }) => {
  /** @type {Told} */
  let told;
  try {
    told = await answer(data);
  } catch (error) {
    if (error instanceof ReadError) told = { type: "refused", code: error.code, figures: error.figures };
    else
      told = {
        type: "failed",
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
  }
  postMessage({ id: data.id, ...told });
});

postMessage({ type: "begun", id: 0 });
