import assert from "node:assert/strict";
import { test } from "node:test";
import { exportedGlobals, variables, withValues } from "../wasm/globals.mjs";
import { readSections, replace, SECTION, section, writeSections } from "../wasm/sections.mjs";
import { bytes, small, smallImports, stockBinary } from "./binary.mjs";

/** @param {Buffer<ArrayBuffer>} module */
const started = (module) => new WebAssembly.Instance(new WebAssembly.Module(module), smallImports()).exports;

test("exported constants are addresses of variables", () => {
  assert.deepEqual([...variables(readSections(small()))], [["address", 1000]]);
  const stock = variables(readSections(stockBinary()));
  assert.ok(/** @type {number} */ (stock.get("Py_Version")) > 1024);
});

test("mutable globals can be read once they are exported", () => {
  const { module, names } = exportedGlobals(small());
  const exports = started(module);
  const values = names.map((name) => /** @type {WebAssembly.Global} */ (exports[name]).value);
  assert.deepEqual(values, [5, 7]);
  assert.equal(/** @type {() => number} */ (exports.run)(), 5);
});

test("they start with the values that they are given", () => {
  const sections = readSections(small());
  const globals = withValues(section(sections, SECTION.globals), [-1, 2 ** 31]);
  const changed = writeSections(replace(sections, { [SECTION.globals]: globals }));
  assert.equal(/** @type {() => number} */ (started(changed).run)(), -1);
  assert.deepEqual([...variables(readSections(changed))], [["address", 1000]]);
  assert.throws(() => withValues(section(sections, SECTION.globals), [1]), /2 globals can change, 1 values/);
});

test("what is not known is an error", () => {
  const withGlobals =
    (/** @type {number[]} */ ...code) =>
    () =>
      withValues(bytes(1, ...code), [1]);
  assert.throws(withGlobals(0x7e, 1, 0x42, 1, 0x0b), /a mutable global is not an i32/);
  assert.throws(withGlobals(0x7f, 1, 0x43, 0, 0, 0, 0, 0x0b), /starts with 43/);
  assert.throws(withGlobals(0x7f, 1, 0x41, 1, 0x41, 1, 0x6a, 0x0b), /not one instruction/);
});
