#!/usr/bin/env node
// The command pruned-pyodide-tables: finds in another Pyodide the numbers that belong to one version, and writes
// leave-out/tables.json. See "When Pyodide's version changes" in README.md.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { findCodecs, findMoved, hint } from "../leave-out/find.mjs";
import { FILE, TABLES } from "../leave-out/found.mjs";
import { check, OWNERS } from "../leave-out/libraries.mjs";
import { report } from "../maker/errors.mjs";
import { readJson, sha256 } from "../maker/files.mjs";
import { initialMemory } from "../wasm/data.mjs";
import { readStock } from "../wasm/stock.mjs";

/** @import { Found, Tables } from "../leave-out/found.mjs" */
/** @import { Owner } from "../leave-out/libraries.mjs" */
/** @import { Stock } from "../wasm/stock.mjs" */

const { values } = parseArgs({
  options: {
    pyodide: { type: "string" },
    out: { type: "string", default: FILE },
    // NAME=FROM-TO: looked up by a person
    range: { type: "string", multiple: true, default: [] },
  },
});
const given = new Map(values.range.map((text) => /** @type {[string, string]} */ (text.split("="))));

/** @param {Stock} stock @param {Buffer} memory @param {Owner} owner @returns {Found | undefined} */
function found(stock, memory, owner) {
  const [from, to] = (given.get(owner.name) ?? "").split("-").map(Number);
  if (from && to) return { from, to, sha256: sha256(memory.subarray(from, to)) };
  const known = TABLES.ranges[owner.name];
  return known && findMoved(stock, memory, owner, known);
}

/** @param {Stock} stock @param {Buffer} memory */
function findRanges(stock, memory) {
  /** @type {Tables["ranges"]} */
  const ranges = {};
  for (const owner of OWNERS) {
    try {
      const range = found(stock, memory, owner);
      if (!range)
        throw new Error(
          `other bytes; its functions alone name ${JSON.stringify(hint(stock, memory, owner))}`,
        );
      check({ stock, keep: new Set(), heap: memory }, owner, range);
      ranges[owner.name] = range;
      console.log(`found   ${owner.name}: ${range.from}-${range.to}, ${range.to - range.from} bytes`);
    } catch (error) {
      console.log(`stays   ${owner.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return ranges;
}

try {
  const installed = () => path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
  const folder = path.resolve(values.pyodide ?? installed());
  const stock = readStock(fs.readFileSync(path.join(folder, "pyodide.asm.wasm")));
  const memory = initialMemory(stock.sections);
  const codecs = findCodecs(stock, memory);
  console.log(`found   the CJK codecs: ${codecs.rows} rows of ${codecs.index.length} tables`);
  const { version } = readJson(path.join(folder, "package.json"));
  /** @type {Tables} */
  const tables = { pyodide: version, codecs, ranges: findRanges(stock, memory) };
  fs.writeFileSync(values.out, `${JSON.stringify(tables, null, 2)}\n`);
} catch (error) {
  console.error(`tables: ${report(error)}`);
  process.exitCode = 1;
}
