// Images that were taken before, so that a change in the rules of one costs the making of that one alone.
//
// An image is made from Pyodide, this package, the library, its requests, and those files of the rules that were read
// while they were answered. Which these are is known from the last time; the names of all files count too, for rules may
// look what there is.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { readJson } from "./files.mjs";
import { toolHash } from "./inputs.mjs";

/** @import { Common, Corpora, Inputs, Taken } from "./types.d.ts" */

/** So many requests are asked again of an image that is kept. */
const ASKED_AGAIN = 50;

/** @param {Inputs} inputs @param {Common} common @param {Corpora} corpora */
export function keeper(inputs, common, corpora) {
  const { kept: folder } = inputs;
  const { lean, rules } = common.library;
  const shared = createHash("sha256")
    .update(toolHash(inputs))
    .update(lean)
    .update([...rules.keys()].join("\n"));
  const files = (/** @type {string} */ name) =>
    /** @type {const} */ ([path.join(folder, `${name}.json`), path.join(folder, `${name}.heap.gz`)]);

  /** @param {string} name @param {string[]} read */
  const key = (name, read) => {
    const hash = shared.copy().update(JSON.stringify([corpora.get(name), read]));
    for (const file of read) hash.update(rules.get(file) ?? "");
    return hash.digest("hex");
  };
  return {
    /** @param {string} name @returns {Taken | undefined} */
    find(name) {
      const [about, heap] = files(name);
      if (!folder || !fs.existsSync(about) || !fs.existsSync(heap)) return undefined;
      const { made, ...rest } = readJson(about);
      if (made !== key(name, rest.read)) return undefined;
      return { ...rest, heap: zlib.gunzipSync(fs.readFileSync(heap)) };
    },
    /** @param {string} name @param {Taken} taken */
    keep(name, { heap, expected, ...rest }) {
      if (!folder) return;
      const every = Math.ceil(expected.length / ASKED_AGAIN);
      const again = expected.filter((_, index) => index % every === 0);
      const [about, packed] = files(name);
      fs.mkdirSync(folder, { recursive: true });
      fs.rmSync(about, { force: true });
      fs.writeFileSync(packed, zlib.gzipSync(heap, { level: 1 }));
      fs.writeFileSync(about, JSON.stringify({ made: key(name, rest.read), ...rest, expected: again }));
    },
  };
}
