// Several images from one wheel: each has its own part of the rules, and all share one module.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { readJson } from "../maker/files.mjs";
import { asking, make, prepare } from "./wheel.mjs";

const ENTRY = `
import functools, importlib, json

@functools.cache
def part(name):
    return importlib.import_module(f"tiny.{name}")

def answer(request):
    asked = json.loads(request)
    return json.dumps(part(asked["part"]).answer(asked["number"]))
`;
const part = (/** @type {string} */ step) => `
"""${"a text that would be seen in the image ".repeat(2)}"""
MARK = "only in the part that goes ${step}"
def answer(number):
    return [number ${step}, MARK]
`;
const FILES = { "tiny/__init__.py": ENTRY, "tiny/up.py": part("+ 1"), "tiny/down.py": part("- 1") };
const corpus = (/** @type {string} */ name) =>
  Array.from({ length: 100 }, (_, number) => ({ part: name, number }));
const CORPORA = { up: corpus("up"), down: corpus("down") };

/** @type {string} */
let folder;
/** @type {Record<string, string>} */
let options;
const out = () => String(options.out);
const answerOf = (/** @type {string} */ name) => readJson(path.join(out(), `${name}.json`)).answer;

/** @param {Record<string, string>} files */
async function made(files) {
  options = { ...(await prepare(folder, files, CORPORA)), kept: path.join(folder, "kept") };
  const done = make(options);
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "pruned-pyodide-test-"));
  await made(FILES);
});
after(() => fs.rmSync(folder, { recursive: true }));

describe("an image", () => {
  test("answers its own requests", () => {
    assert.deepEqual(asking(out(), "up")({ part: "up", number: 4 }), [5, "only in the part that goes + 1"]);
    assert.deepEqual(asking(out(), "down")({ part: "down", number: 4 }), [
      3,
      "only in the part that goes - 1",
    ]);
  });

  test("has no answer to those of another", () => {
    const ask = asking(out(), "up");
    assert.ok(ask({ part: "down", number: 4 }) instanceof Error);
    assert.deepEqual(ask({ part: "up", number: 1 }), [2, "only in the part that goes + 1"]);
  });

  test("holds nothing of another, and shares the module with it", () => {
    const [up, down] = [answerOf("up"), answerOf("down")];
    assert.deepEqual(up.wasm, down.wasm);
    const image = fs.readFileSync(path.join(out(), up.image.file));
    assert.ok(image.includes("only in the part that goes + 1"));
    assert.ok(!image.includes("only in the part that goes - 1"));
  });

  test("stays as it is when another one's rules change", async () => {
    const [up, down] = [answerOf("up"), answerOf("down")];
    const said = await made({ ...FILES, "tiny/down.py": part("- 2") });
    assert.match(said, /up: nothing that its image is made from has changed/);
    assert.doesNotMatch(said, /down: nothing/);
    assert.deepEqual(answerOf("up"), up);
    assert.notDeepEqual(answerOf("down").image, down.image);
    assert.deepEqual(asking(out(), "down")({ part: "down", number: 4 }), [
      2,
      "only in the part that goes - 2",
    ]);
    assert.deepEqual(asking(out(), "up")({ part: "up", number: 4 }), [5, "only in the part that goes + 1"]);
  });
});
