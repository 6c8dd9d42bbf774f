// A text with separators, by Papa Parse: its rows a piece at a time, and the separator where nobody has chosen one.

/** @import { Row, Separator } from "./types.d.ts" */

import Papa from "papaparse";
import { ReadError } from "./problems.js";

/** @type {Separator[]} */
export const SEPARATORS = [",", ";", "\t", "|"];
/** As Excel writes it above a table, and takes it: `sep=;` */
const SAID = /^sep=([,;\t|])\n/i;
const PIECE_SIGNS = 65536;
const LINES_LOOKED_AT = 20;
/** How Papa Parse calls a quotation mark that nothing closes, or with something behind it: rows that follow are swallowed. */
const QUOTES = ["MissingQuotes", "InvalidQuotes"];

/** Every end of a line as one sign: of two kinds in one file, rows would run together. @param {string} text */
export const withOneEnd = (text) => text.replace(/\r\n?/g, "\n");

/** @param {string} text @returns {Separator} */
export function guessSeparator(text) {
  const said = /** @type {Separator | undefined} */ (SAID.exec(text)?.[1]);
  if (said) return said;
  const { meta } = Papa.parse(text, {
    preview: LINES_LOOKED_AT,
    delimitersToGuess: SEPARATORS,
    newline: "\n",
  });
  return /** @type {Separator} */ (meta.delimiter);
}

/** @param {string} text @param {Separator} separator @returns {AsyncGenerator<Row[]>} throws ReadError */
export async function* rows(text, separator) {
  const above = SAID.exec(text)?.[0] ?? "";
  let number = above ? 1 : 0;
  for (const { data, errors } of pieces(text.slice(above.length), separator)) {
    const open = errors.find(({ code }) => QUOTES.includes(code));
    if (open) throw new ReadError("quote_not_closed", { row: number + (open.row ?? 0) + 1 });
    yield data.map((cells) => ({ number: ++number, cells }));
  }
}

/**
 * The same in pieces: the parser waits after each until the next is asked for.
 * @param {string} text @param {Separator} delimiter @returns {Generator<Papa.ParseResult<string[]>>}
 */
function* pieces(text, delimiter) {
  /** @type {Papa.ParseResult<string[]>[]} */
  const waiting = [];
  /** @type {Papa.Parser | undefined} */
  let parser;
  let done = false;
  const options = { delimiter, newline: /** @type {const} */ ("\n"), chunkSize: PIECE_SIGNS };
  Papa.parse(text, {
    ...options,
    chunk: (/** @type {Papa.ParseResult<string[]>} */ result, /** @type {Papa.Parser} */ handle) => {
      waiting.push(result);
      parser = handle;
      handle.pause();
    },
    complete: () => {
      done = true;
    },
  });
  for (;;) {
    const next = waiting.shift();
    if (next) yield next;
    else if (done) return;
    else parser?.resume();
  }
}
