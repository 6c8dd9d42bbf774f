import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { readJson } from "../maker/files.mjs";

const PACKAGE = path.join(import.meta.dirname, "..");
const IMPORT = /(?:^|\s)(?:import|from|import\(|@import .* from|@typedef \{import\() ?"([^"]+)"/g;

test("nothing is imported from outside this folder but what package.json names", () => {
  const { dependencies, peerDependencies } = readJson(path.join(PACKAGE, "package.json"));
  const named = Object.keys({ ...dependencies, ...peerDependencies });
  const files = fs.readdirSync(PACKAGE, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /\.(js|mjs|ts)$/.test(name) && !name.includes("node_modules"))) {
    const text = fs.readFileSync(path.join(PACKAGE, file), "utf8");
    for (const [, from = ""] of text.matchAll(IMPORT)) {
      const inside = path.normalize(path.join(path.dirname(file), from));
      const fine = from.startsWith(".")
        ? !inside.startsWith("..")
        : from.startsWith("node:") || named.includes(from);
      assert.ok(fine || from === "pruned-pyodide", `${file} imports ${from}`);
    }
  }
});

test("what package.json promises is there", () => {
  const { bin, exports, files } = readJson(path.join(PACKAGE, "package.json"));
  for (const one of [...Object.values(bin), ...Object.values(exports), ...files])
    assert.ok(fs.existsSync(path.join(PACKAGE, String(one))), String(one));
});
