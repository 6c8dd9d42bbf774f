// `node overrides/bench/read_payroll.mjs FOLDER/payroll.xlsx`: how long a payroll file takes to be read, first and second
// time, and the most memory that Node had by then. FOLDER has what `python -m tests.tools.payroll FOLDER` writes. Each way
// runs in a Node of its own: ours with all that the page gets, and what hucre alone takes with formats and without.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { open } from "../payroll/read/open.js";

const RUNS = 2;
const KB_PER_MB = 1000;
const NO_NAMES = { columns: {}, beside: [] };

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function ours(bytes) {
  const { rows } = await open(new Blob([bytes]), { names: NO_NAMES });
  return counted(rows);
}

/** @param {AsyncIterable<unknown[] | unknown>} pieces */
async function counted(pieces) {
  let count = 0;
  for await (const piece of pieces) count += Array.isArray(piece) ? piece.length : 1;
  return count;
}

/** @type {Record<string, (bytes: Uint8Array<ArrayBuffer>) => Promise<number>>} */
const WAYS = {
  ours,
  "hucre, with formats": async (bytes) =>
    (await readXlsx(bytes, { readStyles: true })).sheets[0]?.rows.length ?? 0,
  "hucre, streamed": (bytes) => counted(streamXlsxRows(bytes)),
};

/** @param {string} file @param {string} way */
async function measured(file, way) {
  const bytes = new Uint8Array(readFileSync(file));
  const took = [];
  let rows = 0;
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    rows = (await WAYS[way]?.(bytes)) ?? 0;
    took.push(Math.round(performance.now() - begun));
  }
  const most = Math.round(process.resourceUsage().maxRSS / KB_PER_MB);
  console.log(`${way}: ${rows} rows, ${took.join(" and ")} ms, ${most} MB`);
}

const [file = "", way] = process.argv.slice(2);
if (way) await measured(file, way);
else
  for (const each of file.endsWith(".xlsx") ? Object.keys(WAYS) : ["ours"])
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), file, each], { stdio: "inherit" });
