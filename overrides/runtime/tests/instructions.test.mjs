import assert from "node:assert/strict";
import { test } from "node:test";
import { codeStart, inspect } from "../wasm/instructions.mjs";
import { readBodies, readSections } from "../wasm/sections.mjs";
import { body, bytes, stockBinary } from "./binary.mjs";

const NOTHING = { catches: false, addresses: [], calls: [] };
const CONST_9 = [0x41, 9];

/** What is read after an instruction shows that it was passed over whole. @param {...number} code */
const after = (...code) =>
  assert.deepEqual(inspect(body(...code, ...CONST_9)), { ...NOTHING, addresses: [9] });

test("constants and offsets are addresses, unsigned", () => {
  assert.deepEqual(inspect(body(0x41, 0x7f)).addresses, [2 ** 32 - 1]);
  assert.deepEqual(inspect(body(0x28, 2, 0x80, 0x08)).addresses, [1024]); // i32.load
  assert.deepEqual(inspect(body(0x3a, 0, 5)).addresses, [5]); // i32.store8
  assert.deepEqual(inspect(body(0x28, 0x42, 0, 7)).addresses, [7]); // with the number of a memory
});

test("vector loads and stores have offsets too", () => {
  assert.deepEqual(inspect(body(0xfd, 0, 4, 77)).addresses, [77]); // v128.load
  assert.deepEqual(inspect(body(0xfd, 84, 0, 78, 3)).addresses, [78]); // v128.load8_lane
  assert.deepEqual(inspect(body(0xfd, 92, 0, 79)).addresses, [79]); // v128.load32_zero
});

test("every kind of immediate is passed over", () => {
  after(0x02, 0x40, 0x0b); // block … end
  after(0x03, 0x7f); // loop
  after(0x0c, 0x80, 0x01); // br
  after(0x0e, 2, 0, 1, 0x80, 0x01); // br_table
  after(0x11, 3, 0); // call_indirect
  after(0x1c, 1, 0x7f); // select t
  after(0x20, 5); // local.get
  after(0x42, 0x80, 0x80, 0x01); // i64.const
  after(0x43, 0x41, 0x41, 0x41, 0x41); // f32.const
  after(0x44, 0x41, 1, 0x41, 2, 0x41, 3, 0x41, 4); // f64.const
  after(0x3f, 0); // memory.size
  after(0xd0, 0x70); // ref.null
  after(0xd2, 5); // ref.func
  after(0x6a); // i32.add
  after(0xfc, 3); // i32.trunc_sat_f64_u
  after(0xfc, 10, 0, 0); // memory.copy
  after(0xfc, 11, 0); // memory.fill
  after(0xfd, 12, ...new Array(16).fill(0x41)); // v128.const
  after(0xfd, 21, 7); // i8x16.extract_lane_s
  after(0xfd, 0xae, 0x01); // i32x4.add
});

test("what is called by its number is seen", () => {
  assert.deepEqual(inspect(body(0x10, 0xff, 0x7f, ...CONST_9)), {
    ...NOTHING,
    addresses: [9],
    calls: [16383],
  }); // call
  assert.deepEqual(inspect(body(0x12, 3)).calls, [3]); // return_call
  assert.deepEqual(inspect(body(0x11, 3, 0)).calls, []); // call_indirect
});

test("both forms of exception handling are seen", () => {
  assert.equal(inspect(body(0x06, 0x40, 0x07, 0, 0x19, 0x0b)).catches, true); // try … catch … catch_all
  assert.equal(inspect(body(0x1f, 0x40, 2, 0, 1, 0, 2, 0, ...CONST_9, 0x0b)).catches, true); // try_table
  assert.equal(inspect(body(0x08, 0)).catches, false); // throw
  assert.deepEqual(inspect(body(0x1f, 0x40, 2, 0, 1, 0, 2, 0, ...CONST_9, 0x0b)).addresses, [9]);
});

test("what is not known is an error, never passed over", () => {
  assert.throws(() => inspect(body(0x27)), /instruction 27 is not known here/);
  assert.throws(() => inspect(body(0xfb, 0)), /instruction fb is not known/);
  assert.throws(() => inspect(body(0xfc, 40)), /instruction fc 28 is not known/);
  assert.throws(() => inspect(body(0xfe, 0)), /instruction fe is not known/);
});

test("local variables come before the code", () => {
  assert.equal(codeStart(bytes(2, 1, 0x7f, 3, 0x7c, 0x0b)), 5);
  assert.equal(codeStart(bytes(1, 1, 0x63, 0x70, 0x0b)), 4); // (ref null func)
});

test("every function of Pyodide is read to its end", () => {
  const bodies = readBodies(readSections(stockBinary()));
  const found = bodies.map(inspect);
  assert.ok(found.filter(({ catches }) => catches).length > 10);
  assert.ok(found.flatMap(({ addresses }) => addresses).length > 100_000);
});
