// A whole make of a wheel of twenty lines.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { readJson } from "../maker/files.mjs";
import { PYODIDE } from "./binary.mjs";
import { asking, make, prepare } from "./wheel.mjs";

// Ordinary Python (a cast, an import and a file read at question time), and what rules must not do: swallow a failure.
const RULES = `
import calendar, functools, importlib.resources, itertools, json, sys, typing

SECRET = 7

class Base:
    def told(self): return "base"

class Derived(Base):
    def told(self): return "derived"

def odd(how):
    here = sys.modules[__name__]
    if how == "base": return Base().told()
    if how == "derived": return Derived().told()
    if how == "name": return getattr(here, "SEC" + "RET", "wrong")
    if how == "dict": return vars(here).get("SECRET", "wrong")
    return calendar.isleap(2024)

def knots(count):
    for _ in range(count):
        knot = []
        knot.append(itertools.filterfalse(knot, knot))
    return count

def rare(numbers):
    return sum(numbers)

@functools.cache
def rate():
    return int(importlib.resources.files("tiny").joinpath("rate.txt").read_text())

def swallow(what):
    try:
        import zoneinfo
    except {"some": Exception, "all": BaseException}[what]:
        pass
    return "wrong"

def answer(request):
    asked = json.loads(request)
    if "knots" in asked: return json.dumps(knots(asked["knots"]))
    if "large" in asked: return json.dumps(len("x" * asked["large"]))
    if "rare" in asked: return json.dumps(rare(asked["numbers"]))
    if "late" in asked: import fractions; return json.dumps(str(fractions.Fraction(asked["late"])))
    if "rate" in asked: return json.dumps(rate() * asked["rate"])
    if "odd" in asked: return json.dumps(odd(asked["odd"]))
    if "swallow" in asked: return json.dumps(swallow(asked["swallow"]))
    return json.dumps(sum(typing.cast(list[int], asked["numbers"])))
`;
const NUMBERS = Array.from({ length: 200 }, (_, number) => ({ numbers: [1, number] }));
// the only requests that import and read stand in the middle, where no stride finds them
const RARE = [{ late: "3/6" }, { rate: 2 }, { odd: "base" }, { knots: 3 }, { large: 3 }];
const CORPUS = [...NUMBERS.slice(0, 101), ...RARE, ...NUMBERS.slice(101)];

/** @type {string} */
let folder;
/** @type {Record<string, string>} */
let options;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "pruned-pyodide-test-"));
  options = await prepare(folder, { "tiny/__init__.py": RULES, "tiny/rate.txt": "21" }, { tiny: CORPUS });
  const done = make(options);
  assert.equal(done.status, 0, done.stderr);
});
after(() => fs.rmSync(folder, { recursive: true }));

/** Make a wheel of these rules, which fails. @param {string} rules @param {object[]} corpus @param {Record<string, string>} [more] */
async function failure(rules, corpus, more) {
  const own = fs.mkdtempSync(path.join(folder, "failure-"));
  const done = make({ ...(await prepare(own, { "tiny/__init__.py": rules }, { tiny: corpus })), ...more });
  assert.equal(done.status, 1);
  assert.ok(done.stderr.split("\n").length <= 11, done.stderr);
  assert.ok(!fs.existsSync(path.join(own, "out")));
  return done.stderr;
}

describe("the answer runtime", () => {
  test("answers what ordinary Python answers", () => {
    const ask = asking(String(options.out), "tiny");
    assert.equal(ask({ numbers: [2, 3] }), 5);
    assert.equal(ask({ late: "10/4" }), "5/2");
    assert.equal(ask({ rate: 3 }), 63);
  });

  test("lets the cycle collector meet what it never met while functions were watched", () => {
    const ask = asking(String(options.out), "tiny");
    assert.equal(ask({ knots: 20_000 }), 20_000);
    assert.equal(ask({ numbers: [4] }), 4);
  });

  test("takes more memory where it needs more", () => {
    const ask = asking(String(options.out), "tiny");
    assert.equal(ask({ large: 90_000_000 }), 90_000_000);
    assert.equal(ask({ numbers: [4] }), 4);
  });

  test("a function that never ran cannot be taken for an answer", () => {
    const ask = asking(String(options.out), "tiny");
    assert.ok(ask({ rare: 1, numbers: [2] }) instanceof Error);
    assert.equal(ask({ numbers: [4] }), 4);
  });

  test("nor can a module that was never imported", () => {
    const ask = asking(String(options.out), "tiny");
    assert.ok(ask({ swallow: "some" }) instanceof Error);
    assert.ok(ask({ swallow: "all" }) instanceof Error);
    assert.equal(ask({ numbers: [4] }), 4);
  });

  test("nor what it no longer has: the variable that no code names, a method, the dict of a module", () => {
    const ask = asking(String(options.out), "tiny");
    assert.equal(ask({ odd: "base" }), "base");
    for (const how of ["derived", "name", "dict", "module"]) {
      const got = ask({ odd: how });
      assert.ok(got instanceof Error, `${how}: ${got}`);
    }
    assert.equal(ask({ numbers: [4] }), 4);
  });

  test("is the same to the byte when it is made again", () => {
    const again = { ...options, out: path.join(folder, "again") };
    assert.equal(make(again).status, 0);
    const [one, other] = [options.out, again.out].map((out) => readJson(path.join(String(out), "tiny.json")));
    assert.deepEqual(one, other);
  });

  test("is not made again when nothing has changed", () => {
    assert.equal(make(options).stdout, "runtime: nothing has changed, kept as it is\n");
  });
});

describe("a failure says in ten lines what to do", () => {
  test("an option that is missing", () => {
    assert.match(make({ wheel: "x" }).stderr, /^runtime: missing: --lock --corpus --entry --out$/m);
  });

  test("rules that raise", async () => {
    const raising =
      'def answer(request):\n    if "7" in request: raise KeyError("seven")\n    return "fine"\n';
    const said = await failure(raising, NUMBERS);
    assert.match(said, /where {4}tiny\/__init__.py:2 in answer\n.*KeyError: 'seven'/);
  });

  test("rules that say that they failed", async () => {
    const failing = 'def answer(request):\n    return "failed: no law" if "[1,7]" in request else "fine"\n';
    const said = await failure(failing, NUMBERS, { failed: "failed:" });
    assert.match(said, /failed: no law.*\n?.*\[1,7\]/);
  });

  test("rules that read a file for every request", async () => {
    const reading =
      "import importlib.resources\ndef answer(request):\n" +
      '    return importlib.resources.files("tiny").joinpath("__init__.py").read_text()[:9]\n';
    const said = await failure(reading, NUMBERS);
    assert.match(
      said,
      /tiny\/__init__.py:3 in answer does this for every request: open \/rules\/tiny\/__init__.py/,
    );
  });

  test("another Pyodide", () => {
    const other = path.join(folder, "pyodide");
    fs.cpSync(PYODIDE, other, { recursive: true });
    const [about, glue] = [path.join(other, "package.json"), path.join(other, "pyodide.asm.mjs")];
    fs.writeFileSync(about, JSON.stringify({ ...readJson(about), version: "999.0.0" }));
    fs.writeFileSync(glue, fs.readFileSync(glue, "utf8").replaceAll("noImageDecoding", "noPictures"));
    const { stderr } = make({ ...options, pyodide: other, out: path.join(folder, "other") });
    assert.match(stderr, /Pyodide is 999.0.0, .*: run pruned-pyodide-tables/);
    assert.match(stderr, /does not mention noImageDecoding/);
  });
});
