// A file or a pasted text as rows of texts: what it was read as, then its rows.

/** @import { Options, Reading, Row, Table } from "./types.d.ts" */

import { decode, ENCODINGS, guess } from "./encoding.js";
import { headerIn, LOOKED_AT } from "./header.js";
import { kindOf } from "./kind.js";
import * as limits from "./limits.js";
import { Problems, ReadError } from "./problems.js";
import { guessSeparator, rows, SEPARATORS, withOneEnd } from "./text.js";

const PIECE_ROWS = 500;
const SAMPLE_ROWS = 20;

/** Throws ReadError. @param {Blob | string} file @param {Options} options @returns {Promise<Reading>} */
export async function open(file, options) {
  const size = typeof file === "string" ? file.length : file.size;
  if (size > limits.FILE_BYTES)
    throw new ReadError("file_too_large", { bytes: size, limit: limits.FILE_BYTES });
  const problems = new Problems();
  return described(await table(file, options, problems), options, problems);
}

/** @param {Blob | string} file @param {Options} chosen @param {Problems} problems @returns {Promise<Table>} */
async function table(file, chosen, problems) {
  if (typeof file === "string") return separated(file, null, chosen);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (kindOf(bytes) === "xlsx") return (await import("./workbook.js")).workbook(bytes, chosen, problems);
  const guessed = guess(bytes);
  const used = chosen.encoding ?? guessed.encoding;
  const { text, lost } = decode(bytes, used);
  // no text has such a sign, in whatever encoding it was written
  if (text.includes("\0") && !chosen.encoding) throw new ReadError("not_a_table");
  if (lost) problems.add("signs_lost", { figures: { lost } });
  const others = ENCODINGS.filter((each) => each !== used);
  return separated(text, { used, guessed: guessed.encoding, sure: guessed.sure, others }, chosen);
}

/** @param {string} given @param {Table["encoding"]} encoding @param {Options} chosen @returns {Table} */
function separated(given, encoding, chosen) {
  const text = withOneEnd(given.replace(/^\ufeff/, ""));
  if (!text.trim()) throw new ReadError("empty");
  const guessed = guessSeparator(text);
  const used = chosen.separator ?? guessed;
  const others = SEPARATORS.filter((each) => each !== used);
  const separator = { used, guessed, others };
  const none = { sheets: [], sheet: "", epoch: null };
  return { kind: "csv", encoding, separator, ...none, ragged: true, rows: rows(text, used) };
}

/** @param {Table} table @param {Options} options @param {Problems} problems @returns {Promise<Reading>} */
async function described({ ragged, rows: all, ...read }, { header, names }, problems) {
  const iterator = full(all)[Symbol.asyncIterator]();
  /** @type {Row[]} */
  const first = [];
  while (first.length < LOOKED_AT) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(...value);
  }
  if (!first.length)
    throw new ReadError(read.sheet ? "empty_sheet" : "empty", read.sheet ? { sheet: read.sheet } : {});
  const found = header === false ? -1 : headerIn(first.slice(0, LOOKED_AT), names);
  const at = header && found < 0 ? 0 : found;
  const below = first.slice(at + 1);
  if (at >= 0 && !below.length) throw new ReadError("header_only", { row: first[at]?.number ?? 1 });
  if (at < 0) problems.add("no_header");
  for (const { number } of first.slice(0, Math.max(0, at)))
    problems.add("rows_above_header", { row: number });
  const cells = at < 0 ? [] : (first[at]?.cells ?? []).map((cell) => cell.trim());
  const width = cells.length || Math.max(...first.map((row) => row.cells.length));
  const rest = pieces(below, iterator);
  return {
    ...read,
    header: cells,
    sample: below.slice(0, SAMPLE_ROWS).map((row) => row.cells),
    problems: problems.list,
    rows: checked(rest, width, ragged, problems),
  };
}

/** Without the empty cells at the end of a sheet's row, and without empty rows. @param {AsyncIterable<Row[]>} all @returns {AsyncGenerator<Row[]>} */
async function* full(all) {
  let count = 0;
  for await (const piece of all) {
    const kept = piece.filter(({ cells }) => cells.some((cell) => cell.trim()));
    count += kept.length;
    if (count > limits.ROWS) throw new ReadError("too_many_rows", { limit: limits.ROWS });
    const widest = kept.find(
      ({ cells }) => cells.length > limits.COLUMNS && lastFull(cells) >= limits.COLUMNS,
    );
    if (widest) throw new ReadError("too_many_columns", { row: widest.number, limit: limits.COLUMNS });
    yield kept;
  }
}

/** @param {string[]} cells */
const lastFull = (cells) => cells.findLastIndex((cell) => cell.trim());

/** @param {Row[]} first @param {AsyncIterator<Row[]>} iterator @returns {AsyncGenerator<Row[]>} */
async function* pieces(first, iterator) {
  let held = first;
  for (;;) {
    while (held.length >= PIECE_ROWS) yield held.splice(0, PIECE_ROWS);
    const { done, value } = await iterator.next();
    if (done) break;
    held = held.concat(value);
  }
  if (held.length) yield held;
}

/**
 * A row with more cells than there are columns has a separator in a cell, as 3,250.00 has: all after it stand in a
 * wrong column.
 * @param {AsyncIterable<Row[]>} all @param {number} width @param {boolean} ragged @param {Problems} problems @returns {AsyncGenerator<Row[]>}
 */
async function* checked(all, width, ragged, problems) {
  for await (const piece of all) {
    for (const row of piece) {
      if (lastFull(row.cells) >= width) {
        problems.add("longer_rows", { row: row.number, column: width + 1 });
        if (ragged) row.refused = "longer_row";
      } else if (ragged && row.cells.length < width) problems.add("shorter_rows", { row: row.number });
      row.cells.length = Math.min(row.cells.length, Math.max(width, lastFull(row.cells) + 1));
      while (row.cells.length < width) row.cells.push("");
    }
    yield piece;
  }
}
