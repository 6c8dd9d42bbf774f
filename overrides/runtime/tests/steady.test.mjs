import assert from "node:assert/strict";
import { test } from "node:test";
import { steady } from "../loader/index.js";

/** Instances that answer with their number, and trap on a text that holds it. */
function numbered() {
  let number = 0;
  const fresh = () => {
    const own = String(++number);
    return (/** @type {string} */ request) => {
      if (request.includes(own)) throw new Error(`trap in ${own}`);
      return own;
    };
  };
  return steady(fresh(), fresh);
}

test("after a trap a new instance is asked the same, and stays", () => {
  const ask = numbered();
  assert.deepEqual(["a", "1", "1"].map(ask), ["1", "2", "2"]);
});

test("what traps in a new instance too throws", () => {
  const ask = numbered();
  assert.throws(() => ask("12"), /trap in 2/);
});
