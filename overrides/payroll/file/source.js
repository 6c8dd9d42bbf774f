// A file or a pasted text on its way in: read beside the page (read/), with all of its rows.

/** @import { Chosen, Names } from "../read/types.d.ts" */
/** @import { Grid } from "../types.d.ts" */

import { ReadError, Reader } from "../read/client.js";
import { FILE_BYTES } from "../read/limits.js";
import { grouped } from "../run/values.js";

const BYTES_PER_MB = 1_000_000;
export const LIMIT_MB = FILE_BYTES / BYTES_PER_MB;

/** @typedef {{ name: string, given: File | string }} Source */

export class Sources {
  /** @param {string} address of the script that reads @param {Names} names of columns */
  constructor(address, names) {
    this.names = names;
    this.reader = new Reader(() => new Worker(new URL(address, document.baseURI), { type: "module" }));
  }

  /** Rejects with ReadError; what was being read before is dropped. @param {Source} source @param {Chosen} chosen @returns {Promise<Grid>} */
  async read({ given }, chosen) {
    this.reader.stop();
    const { rows: pieces, ...read } = await this.reader.open(given, { ...chosen, names: this.names });
    const rows = [];
    for await (const piece of pieces) rows.push(...piece);
    return { ...read, rows };
  }
}

/** Whether a later choice has ended it. @param {unknown} error */
export const stopped = (error) => error instanceof ReadError && error.code === "stopped";

/** @param {unknown} error */
export const codeOf = (error) => (error instanceof ReadError ? error.code : "failed");

/** The figures of its sentence, as they are shown. @param {unknown} error @returns {Record<string, string>} */
export const figuresOf = (error) => {
  const { row } = error instanceof ReadError ? error.figures : {};
  return row === undefined ? {} : { row: grouped(Number(row)) };
};
