import assert from "node:assert/strict";
import { test } from "node:test";
import { initialMemory } from "../wasm/data.mjs";
import { Reader, signed, unsigned } from "../wasm/reader.mjs";
import * as wasm from "../wasm/sections.mjs";
import { body, bytes, small, smallImports, stockBinary } from "./binary.mjs";

test("numbers are read as they are written", () => {
  for (const value of [0, 1, 63, 64, 127, 128, 300, 2 ** 21 - 1, 2 ** 28, 2 ** 32 - 1])
    assert.equal(new Reader(unsigned(value)).unsigned(), value);
  for (const value of [0, 1, -1, 63, 64, -64, -65, 8191, -8192, 2 ** 31 - 1, -(2 ** 31)])
    assert.equal(Number(new Reader(signed(value)).signed()), value);
  assert.deepEqual([...unsigned(624485)], [0xe5, 0x8e, 0x26]);
  assert.deepEqual([...signed(-123456)], [0xc0, 0xbb, 0x78]);
});

test("sixty-four bits keep their sign", () => {
  const least = bytes(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f);
  assert.equal(new Reader(least).signed(), -(2n ** 63n));
});

test("a module that breaks off is an error", () => {
  assert.throws(() => new Reader(bytes(0x80)).unsigned(), /ends in the middle/);
  assert.throws(() => wasm.readSections(small().subarray(0, 30)), /ends in the middle/);
  assert.throws(() => wasm.readSections(Buffer.from("PK no module")), /no WebAssembly module/);
});

test("the small module is one that the engine takes", () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(small()), smallImports());
  assert.equal(/** @type {() => number} */ (exports.run)(), 5);
});

test("imports, exports and memory", () => {
  const sections = wasm.readSections(small());
  assert.deepEqual(
    wasm.readImports(sections).map(({ name, kind }) => [name, kind]),
    [
      ["f", wasm.KIND.function],
      ["g", wasm.KIND.global],
      ["t", wasm.KIND.table],
    ],
  );
  assert.deepEqual([...wasm.bodyIndices(sections)], [["run", 0]]);
  assert.equal(wasm.countImported(sections, wasm.KIND.function), 1);
  assert.deepEqual(wasm.readMemory(sections), { flags: 0, minimum: 2, maximum: undefined });
  assert.deepEqual([...wasm.writeMemory({ flags: 1, minimum: 2, maximum: 300 })], [1, 1, 2, 0xac, 2]);
  assert.throws(() => wasm.section(sections, wasm.SECTION.start), /no section 8/);
});

test("the memory starts with the data segments", () => {
  const memory = initialMemory(wasm.readSections(small()));
  assert.deepEqual([...memory.subarray(15)], [0, 1, 2, 3]);
  const elsewhere = [{ id: wasm.SECTION.data, body: bytes(1, 0, 0x23, 0, 0x0b, 0) }];
  assert.throws(() => initialMemory(elsewhere), /not a number/);
});

test("what was read can be written, and what is replaced runs", () => {
  const sections = wasm.readSections(small());
  assert.deepEqual(wasm.writeSections(sections), small());
  const exports = wasm.writeExports(wasm.readExports(sections));
  assert.deepEqual([...exports], [...wasm.section(sections, wasm.SECTION.exports)]);
  const [, second] = wasm.readBodies(sections);
  const code = wasm.writeBodies([wasm.TRAP, second ?? body()]);
  const replaced = wasm.writeSections(wasm.replace(sections, { [wasm.SECTION.code]: code }));
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(replaced), smallImports()).exports;
  assert.throws(/** @type {() => number} */ (run), WebAssembly.RuntimeError);
});

test("a section of our own can be read by the engine", () => {
  const sections = [...wasm.readSections(small()), wasm.customSection("mark", bytes(1, 2))];
  const module = new WebAssembly.Module(wasm.writeSections(sections));
  const [found] = WebAssembly.Module.customSections(module, "mark");
  assert.deepEqual([...new Uint8Array(/** @type {ArrayBuffer} */ (found))], [1, 2]);
});

test("Pyodide's module comes out as it went in", () => {
  const stock = stockBinary();
  const sections = wasm.readSections(stock);
  assert.ok(wasm.writeSections(sections).equals(stock));
  const code = wasm.section(sections, wasm.SECTION.code);
  const bodies = wasm.readBodies(sections);
  assert.ok(bodies.length > 10_000);
  // lengths may be written with more bytes than they need: what counts is the bodies
  assert.deepEqual(wasm.readBodies([{ id: wasm.SECTION.code, body: wasm.writeBodies(bodies) }]), bodies);
  assert.ok(code.length >= wasm.writeBodies(bodies).length);
});
