import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { blankCodecs, CODECS } from "../leave-out/codecs.mjs";
import { findCodecs, findMoved, hint } from "../leave-out/find.mjs";
import { TABLES } from "../leave-out/found.mjs";
import { blankFrozen } from "../leave-out/frozen.mjs";
import { blankLibraries, OWNERS } from "../leave-out/libraries.mjs";
import { functionsOf } from "../leave-out/ranges.mjs";
import { initialMemory } from "../wasm/data.mjs";
import { readStock } from "../wasm/stock.mjs";
import { stockBinary } from "./binary.mjs";

/** @import { Stock } from "../wasm/stock.mjs" */
/** @import { Owner } from "../leave-out/libraries.mjs" */

/** @type {Stock} */
let stock;
/** @type {Buffer} */
let memory;

before(() => {
  stock = readStock(stockBinary());
  memory = initialMemory(stock.sections);
});

/** @param {number[]} keep @param {Buffer} [heap] */
const taken = (keep, heap = Buffer.from(memory)) => ({ stock, keep: new Set(keep), heap });
/** @param {Owner} owner */
const known = (owner) => /** @type {import("../leave-out/found.mjs").Found} */ (TABLES.ranges[owner.name]);
const functionThat = (/** @type {(addresses: number[]) => boolean} */ holds) =>
  stock.bodies.findIndex(({ addresses }) => holds(addresses));

describe("a proof that fails stops the making", () => {
  for (const owner of OWNERS) {
    test(`a function is kept: ${owner.name}`, () => {
      const { from } = functionsOf(stock, owner);
      assert.throws(() => blankLibraries(taken([from]), TABLES.ranges), /: functions [0-9]+ are kept/);
    });
  }

  test("a kept function names an address in the tables", () => {
    const sqlite = /** @type {Owner} */ (OWNERS.find(({ name }) => name.includes("sqlite")));
    const own = functionsOf(stock, sqlite);
    // reads sqlite3_version, from outside sqlite
    const reader = functionThat((addresses) =>
      addresses.includes(Number(new Map(stock.variables).get("sqlite3_version"))),
    );
    assert.ok(reader < own.from || reader >= own.to);
    assert.throws(() => blankLibraries(taken([reader]), TABLES.ranges), /kept function [0-9]+ names/);
  });

  test("other bytes", () => {
    const other = Buffer.from(memory);
    const last = known(/** @type {Owner} */ (OWNERS.at(-1))).to - 1;
    other.writeUInt8(other.readUInt8(last) ^ 1, last);
    assert.throws(() => blankLibraries(taken([], other), TABLES.ranges), /not where they were/);
    assert.throws(
      () => blankCodecs(taken([], Buffer.alloc(memory.length)), TABLES.codecs),
      /not where they were/,
    );
  });

  test("a foreign variable in the tables", () => {
    const variables = [
      ...stock.variables,
      /** @type {[string, number]} */ (["mine", TABLES.codecs.maps.from + 8]),
    ];
    const other = { ...taken([]), stock: { ...stock, variables } };
    assert.throws(() => blankCodecs(other, TABLES.codecs), /the exported variable mine lies in the tables/);
  });

  test("another function names an index table of the codecs", () => {
    const { from } = functionsOf(stock, CODECS);
    const named = Number(TABLES.codecs.index[0]);
    const bodies = stock.bodies.with(from - 1, { catches: false, addresses: [named], calls: [] });
    const other = { ...taken([]), stock: { ...stock, bodies } };
    assert.throws(() => blankCodecs(other, TABLES.codecs), /which is not of these files, names a table/);
  });

  test("a kept function names the frozen modules", () => {
    const pointer = Number(new Map(stock.variables).get("_PyImport_FrozenStdlib"));
    const importer = functionThat((addresses) => addresses.includes(pointer));
    assert.throws(() => blankFrozen(taken([importer])), /the frozen modules: kept function [0-9]+ names/);
  });
});

test("without kept functions everything is left out, and nothing else", () => {
  const heap = Buffer.from(memory);
  const all = taken([], heap);
  const bytes = blankFrozen(all) + blankCodecs(all, TABLES.codecs) + blankLibraries(all, TABLES.ranges);
  assert.ok(bytes > 2_000_000);
  const changed = heap.reduce((sum, byte, at) => sum + Number(byte !== memory[at]), 0);
  assert.ok(changed <= bytes);
});

describe("the tables are found in a new Pyodide", () => {
  test("all of this one, as tables.json has them", () => {
    assert.deepEqual(findCodecs(stock, memory), TABLES.codecs);
    for (const owner of OWNERS) assert.deepEqual(findMoved(stock, memory, owner, known(owner)), known(owner));
  });

  test("others are not taken for them", () => {
    for (const owner of OWNERS) {
      const other = { ...known(owner), sha256: "0".repeat(64) };
      assert.equal(findMoved(stock, memory, owner, other), undefined);
    }
  });

  test("for a person there is a hint", () => {
    for (const owner of OWNERS) {
      const { from, to } = hint(stock, memory, owner);
      assert.ok(from < known(owner).to && to > known(owner).from, owner.name);
    }
  });
});
