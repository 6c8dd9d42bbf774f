// The only numbers that belong to one version of Pyodide: tables.json, written by bin/find-tables.mjs.

import fs from "node:fs";
import path from "node:path";

/** @import { Range } from "./ranges.mjs" */

/** @typedef {Range & {sha256: string}} Found */
/**
 * @typedef {object} Tables
 * @property {string} pyodide the version
 * @property {{index: number[], maps: Range, rows: number}} codecs `index`: where the index tables start
 * @property {Record<string, Found>} ranges by name; a name that is missing stays in the image
 */

export const FILE = path.join(import.meta.dirname, "tables.json");

/** @type {Tables} */
export const TABLES = JSON.parse(fs.readFileSync(FILE, "utf8"));
