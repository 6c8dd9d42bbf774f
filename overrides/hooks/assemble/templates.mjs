// Writes files to fill in as workbooks: texts stay texts, so that a month that is typed is not made a day of it. The
// second sheet says what each column takes; its words are those that the cells of the first offer.
// usage: node templates.mjs <TEMPLATES: a JSON list, see templates.py; writes a JSON list of base64

import { text } from "node:stream/consumers";
import { colToLetter, writeXlsx } from "hucre/xlsx";

/** The same files from the same texts, on any day. */
const MADE = new Date(Date.UTC(2000, 0, 1));
const NUMBER = /^\d+(?:\.\d+)?$/;
const WIDTH = 20;
const WIDE = 60;
/** The height of a line, in points. */
const LINE = 16;
const LAST_ROW = 1_048_576;

/** @typedef {{ name: string, rows: string[][], explained: string, headings: string[], told: string[][], choices: string[][] }} Template */

/** @param {Template} template @returns {Promise<string>} */
async function workbook(template) {
  const bytes = await writeXlsx({
    properties: { created: MADE, modified: MADE },
    sheets: [toFillIn(template), explained(template)],
  });
  return Buffer.from(bytes).toString("base64");
}

/** A character of Chinese is as wide as two others. @param {string} cell */
const wide = (cell) => cell.replace(/[^\0-\xff]/g, "mm").length + 2;

/** @param {Template} template */
function toFillIn({ name, rows, ...template }) {
  const [header = [], ...below] = rows;
  const numbers = header.map((_, place) => below.some((row) => NUMBER.test(row[place] ?? "")));
  return {
    name,
    rows: rows.map((row) =>
      row.map((cell, place) => (numbers[place] && NUMBER.test(cell) ? Number(cell) : cell)),
    ),
    columns: header.map((heading, place) => ({
      width: Math.max(WIDTH, wide(heading)),
      numFmt: numbers[place] ? "#,##0.00" : "@",
    })),
    freezePane: { rows: 1 },
    dataValidations: template.choices.flatMap((words, place) =>
      words.length ? [offered(place, words.length, template)] : [],
    ),
  };
}

/**
 * The words stand in the row of the column on the other sheet, since a list in the cell itself parts them at commas.
 * Nothing else is refused there: the page knows other words, too.
 * @param {number} place @param {number} count @param {Pick<Template, "explained" | "told">} template
 */
function offered(place, count, { explained: sheet, told: [first = []] }) {
  const [row, column] = [place + 2, colToLetter(place)];
  const [from, to] = [colToLetter(first.length), colToLetter(first.length + count - 1)];
  return {
    type: /** @type {const} */ ("list"),
    formula1: `'${sheet}'!$${from}$${row}:$${to}$${row}`,
    allowBlank: true,
    showErrorMessage: false,
    range: `${column}2:${column}${LAST_ROW}`,
  };
}

/** @param {Template} template */
function explained({ explained: name, headings, told, choices }) {
  const most = Math.max(...choices.map((words) => words.length));
  const wrapped = { style: { alignment: { wrapText: true, vertical: /** @type {const} */ ("top") } } };
  const rows = [headings, ...told.map((cells, place) => [...cells, ...(choices[place] ?? [])])];
  const widths = Array.from({ length: headings.length - 1 + most }, (_, place) =>
    place === 1 ? WIDE : WIDTH,
  );
  // not every program makes a row as high as what is in it
  const high = rows.map((cells) =>
    Math.max(...cells.map((cell, place) => Math.ceil(wide(cell) / (widths[place] ?? WIDTH)))),
  );
  return {
    name,
    rows,
    rowDefs: new Map(high.map((lines, row) => [row, { height: lines * LINE }])),
    cells: new Map(rows.flatMap((cells, row) => cells.map((_, place) => [`${row},${place}`, wrapped]))),
    columns: widths.map((width) => ({ width, numFmt: "@" })),
    freezePane: { rows: 1 },
  };
}

const templates = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await Promise.all(templates.map(workbook))));
