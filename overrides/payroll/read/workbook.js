// A sheet of a workbook, by hucre. Comes only when a workbook is read.

/** @import { CellValue, Sheet, Workbook } from "hucre/xlsx" */
/** @import { SheetFilterInfo } from "hucre" */
/** @import { Problems } from "./problems.js" */
/** @import { Chosen, Row, Table } from "./types.d.ts" */

import { readXlsx } from "hucre/xlsx";
import { checkArchive } from "./archive.js";
import { plainDay, plainNumber } from "./cells.js";
import { ReadError } from "./problems.js";

const PIECE_ROWS = 500;

/** @param {Uint8Array} bytes @param {Chosen} chosen @param {Problems} problems @returns {Promise<Table>} */
export async function workbook(bytes, chosen, problems) {
  checkArchive(bytes);
  const { sheets, made, name } = await opened(bytes, chosen.sheet);
  const hidden = sheets.filter(isHidden);
  for (const each of hidden)
    problems.add("hidden_sheets", { figures: { first: each.name, hidden: hidden.length } });
  const [sheet] = made.sheets;
  if (!sheet) throw new ReadError("empty_sheet", { sheet: name });
  for (const { startRow, startCol } of sheet.merges ?? [])
    problems.add("merged_cells", { row: startRow + 1, column: startCol + 1 });
  settle(sheet, problems);
  return {
    kind: "xlsx",
    encoding: null,
    separator: null,
    sheets: sheets.filter((each) => !isHidden(each)).map((each) => each.name),
    sheet: name,
    epoch: made.dateSystem === "1904" ? 1904 : 1900,
    ragged: false,
    rows: rows(sheet),
  };
}

/**
 * The sheet that was chosen, or the first that is shown and has rows: a title alone, as on a cover, is no table.
 * @param {Uint8Array} bytes @param {string} [wanted]
 */
async function opened(bytes, wanted) {
  const isWanted = (/** @type {SheetFilterInfo} */ sheet) =>
    wanted === undefined ? !isHidden(sheet) : sheet.name === wanted;
  const tried = await attempt(bytes, isWanted);
  const { sheets } = tried;
  let { made } = tried;
  const [first, ...others] = sheets.filter(isWanted);
  if (first === undefined) throw new ReadError("no_such_sheet", { sheet: wanted ?? "" });
  let { name } = first;
  for (const other of others) {
    if (fullRows(made) > 1) break;
    const next = (await attempt(bytes, ({ index }) => index === other.index)).made;
    if (fullRows(next) > fullRows(made)) [made, name] = [next, other.name];
  }
  return { sheets, made, name };
}

/** The first sheet that is wanted, and what there is to choose from. @param {Uint8Array} bytes @param {(sheet: SheetFilterInfo) => boolean} wanted */
async function attempt(bytes, wanted) {
  /** @type {SheetFilterInfo[]} */
  const sheets = [];
  let taken = false;
  const filter = (/** @type {SheetFilterInfo} */ sheet) => {
    sheets.push(sheet);
    const take = !taken && wanted(sheet);
    taken ||= take;
    return take;
  };
  try {
    return { sheets, made: await readXlsx(bytes, { readStyles: true, sheets: filter }) };
  } catch (error) {
    throw new ReadError("damaged", { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** @param {SheetFilterInfo} sheet */
const isHidden = ({ hidden, veryHidden }) => Boolean(hidden || veryHidden);
/** @param {CellValue[]} cells */
const isFull = (cells) => cells.some((cell) => cell !== null && cell !== "");
/** @param {Workbook} made */
const fullRows = ({ sheets: [sheet] }) => sheet?.rows.filter(isFull).length ?? 0;

/**
 * Days by the formats of their cells, and cells in which no value stands, put in their places: details are kept by the
 * place as a text, and looked up for each cell they would take longer than all else.
 * @param {Sheet} sheet @param {Problems} problems
 */
function settle({ rows: all, cells = new Map() }, problems) {
  for (const [key, { value, type, formula, style }] of cells) {
    const isDay = value instanceof Date;
    const isLacking = value === null && formula !== undefined;
    if (!isDay && !isLacking && type !== "error") continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    const cellsOfRow = all[row] ?? [];
    if (isDay) cellsOfRow[column] = plainDay(value, style?.numFmt ?? "");
    // the program that wrote it has worked nothing out: a formula is no number and no word, so the rules refuse it
    if (isLacking) cellsOfRow[column] = `=${formula}`;
    if (isDay) continue;
    problems.add(isLacking ? "formula_without_value" : "error_value", { row: row + 1, column: column + 1 });
  }
}

/** @param {Sheet} sheet @returns {AsyncGenerator<Row[]>} */
async function* rows({ rows: all }) {
  for (let start = 0; start < all.length; start += PIECE_ROWS)
    yield all
      .slice(start, start + PIECE_ROWS)
      .map((values, index) => ({ number: start + index + 1, cells: values.map(text) }));
}

/** @param {CellValue} value */
function text(value) {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value instanceof Date ? plainDay(value, "") : (value ?? "");
}
