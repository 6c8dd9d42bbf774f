// From a file or a pasted text to rows of cells: overrides/payroll/read/ does it.

/** @import { Chosen, Grid } from "../types.d.ts" */

export const LIMIT_MB = 50;
const BYTES_PER_MB = 1_000_000;

/** @typedef {{ name: string, file: File } | { name: string, text: string }} Source */

export class TooLargeError extends Error {
  name = "TooLargeError";
}

/** @param {Source} source @param {Chosen} chosen @returns {Promise<Grid>} */
export async function read(source, chosen) {
  if ("file" in source && source.file.size > LIMIT_MB * BYTES_PER_MB) throw new TooLargeError();
  const text = "file" in source ? await source.file.text() : source.text;
  const separator = chosen.separator ?? [",", ";", "\t"].find((each) => text.split("\n")[0]?.includes(each)) ?? ",";
  const rows = text.replace(/^\ufeff/, "").trimEnd().split(/\r?\n/).map((line) => line.split(separator));
  return {
    rows,
    encoding: "utf-8",
    encodings: "file" in source ? ["utf-8", "gb18030", "windows-1252"] : [],
    separator,
    separators: [",", ";", "\t"],
    sheet: "",
    sheets: [],
    epoch: null,
  };
}

/** @param {string[]} names @returns {string[]} */
export function guess(names) {
  return names.map((name) => name.trim().toLowerCase());
}
