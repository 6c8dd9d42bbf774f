// Writes files to fill in as workbooks: texts stay texts, so that a month that is typed is not made a day of it.
// usage: node templates.mjs <TEMPLATES: a JSON list of {name, rows}; writes a JSON list of base64

import { text } from "node:stream/consumers";
import { writeXlsx } from "hucre/xlsx";

/** The same files from the same texts, on any day. */
const MADE = new Date(Date.UTC(2000, 0, 1));
const NUMBER = /^\d+(?:\.\d+)?$/;
const WIDTH = 20;

/** @param {{ name: string, rows: string[][] }} template @returns {Promise<string>} */
async function workbook({ name, rows }) {
  const [header = [], ...below] = rows;
  const numbers = header.map((_, place) => below.some((row) => NUMBER.test(row[place] ?? "")));
  const bytes = await writeXlsx({
    properties: { created: MADE, modified: MADE },
    sheets: [
      {
        name,
        rows: rows.map((row) =>
          row.map((cell, place) => (numbers[place] && NUMBER.test(cell) ? Number(cell) : cell)),
        ),
        columns: header.map((_, place) => ({ width: WIDTH, numFmt: numbers[place] ? "#,##0.00" : "@" })),
        freezePane: { rows: 1 },
      },
    ],
  });
  return Buffer.from(bytes).toString("base64");
}

const templates = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await Promise.all(templates.map(workbook))));
