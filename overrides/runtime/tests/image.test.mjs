import assert from "node:assert/strict";
import { test } from "node:test";
import { references } from "../leave-out/interned.mjs";
import { blame, MakeError, RulesError, report } from "../maker/errors.mjs";
import { packImage, parts } from "../maker/image.mjs";
import { explained } from "../maker/watch-functions.mjs";

test("an image holds what is not zero, and small gaps", () => {
  const heap = Buffer.alloc(4096);
  heap[40] = 1;
  heap[100] = 1; // near: the same part
  heap[2000] = 1;
  assert.deepEqual(parts(heap), [
    { at: 32, end: 128 },
    { at: 1984, end: 2016 },
  ]);
  const image = packImage(heap, "00112233445566778899aabbccddeeff");
  assert.equal(image.subarray(0, 4).toString(), "RULE");
  assert.deepEqual(
    [...new Uint32Array(image.buffer.slice(image.byteOffset + 20, image.byteOffset + 40))],
    [2, 32, 1984, 96, 32],
  );
  assert.equal(image.length, 40 + 96 + 32);
});

test("a name is referred to from any alignment, and by any address inside it", () => {
  const memory = Buffer.alloc(256);
  memory.writeUInt32LE(64, 8);
  memory.writeUInt32LE(70, 17);
  memory.writeUInt32LE(128, 32);
  assert.deepEqual(
    [
      ...references(memory, [
        { at: 64, end: 80 },
        { at: 96, end: 104 },
      ]),
    ],
    [2, 0],
  );
});

const TRACEBACK = [
  "Traceback (most recent call last):",
  '  File "/rules/tiny/__init__.py", line 3, in answer',
  '  File "/rules/tiny/rules.py", line 41, in decide',
  '  File "/lib/typing.py", line 9, in cast',
  "Pruned: cast",
];

test("a failure names the last place in the rules, and what happened", () => {
  assert.deepEqual(blame(TRACEBACK), { where: "tiny/rules.py:41 in decide", what: "Pruned: cast" });
  assert.equal(blame([]).where, "outside the rules");
  const { message } = new RulesError(`{"a": "${"x".repeat(5000)}"}`, TRACEBACK);
  assert.match(message, /tiny\/rules.py:41 in decide\n.*Pruned: cast\n.*request {2}\{"a": "xxx/);
});

test("what the image lacks is named by its module", () => {
  const python = { read: () => Buffer.from("typing cast NewType\nkeyword iskeyword\n") };
  const { message } = new MakeError(explained(python, new RulesError("{}", TRACEBACK)));
  assert.match(message, /rules.py:41 in decide\n.*Pruned: cast\n.*\n {2}module {3}typing, emptied because/);
});

test("whatever is thrown takes at most ten lines", () => {
  const long = "line\n".repeat(1000);
  for (const error of [new MakeError(long), new Error(long), long, "x".repeat(100_000)]) {
    const lines = report(error).split("\n");
    assert.ok(lines.length <= 10 && lines.every((line) => line.length < 200));
  }
});
