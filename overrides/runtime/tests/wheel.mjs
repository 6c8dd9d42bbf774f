// Makes a wheel of a few lines, what goes with it, and the runtimes from it.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { connect, imports } from "../loader/index.js";
import { readJson, sha256 } from "../maker/files.mjs";
import { start } from "../maker/start.mjs";
import { PYODIDE, stockBinary } from "./binary.mjs";

const COMMAND = path.join(import.meta.dirname, "../bin/make.mjs");
const WHEEL = "tiny-1.0-py3-none-any.whl";
const INFO = {
  "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
  "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
  "tiny-1.0.dist-info/RECORD": "",
};
const ZIP = `
import json, zipfile
with zipfile.ZipFile("/out.whl", "w") as out:
    for name, text in json.load(open("/files.json")).items():
        out.writestr(zipfile.ZipInfo(name), text)
`;

/** Write a zip with these files, by Python. @param {string} target @param {Record<string, string>} files */
async function zip(target, files) {
  const library = fs.readFileSync(path.join(PYODIDE, "python_stdlib.zip"));
  const python = await start(PYODIDE, stockBinary(), library);
  python.write("/files.json", JSON.stringify(files));
  python.run(ZIP);
  fs.writeFileSync(target, python.read("/out.whl"));
}

/**
 * Write the wheel `tiny` with these files, its lock, and the requests of each image; the options of the command for them.
 * @param {string} folder @param {Record<string, string>} files @param {Record<string, object[]>} corpora
 */
export async function prepare(folder, files, corpora) {
  const wheel = path.join(folder, WHEEL);
  await zip(wheel, { ...files, ...INFO });
  const { info } = readJson(path.join(PYODIDE, "pyodide-lock.json"));
  const tiny = {
    ...{ name: "tiny", version: "1.0", file_name: WHEEL, sha256: sha256(fs.readFileSync(wheel)) },
    ...{
      install_dir: "site",
      package_type: "package",
      depends: [],
      imports: ["tiny"],
      unvendored_tests: false,
    },
  };
  const texts = Object.entries(corpora).map(([name, corpus]) => [
    name,
    corpus.map((one) => JSON.stringify(one)),
  ]);
  const written = { lock: { info, packages: { tiny } }, corpus: Object.fromEntries(texts) };
  for (const [name, content] of Object.entries(written))
    fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content));
  const [lock, requests] = [path.join(folder, "lock.json"), path.join(folder, "corpus.json")];
  return { wheel, lock, corpus: requests, entry: "tiny:answer", out: path.join(folder, "out") };
}

/** Run the command. @param {Record<string, string>} options */
export function make(options) {
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return spawnSync(process.execPath, [COMMAND, "--quick", ...named], { encoding: "utf8" });
}

/**
 * The function that asks the answer runtime with the image of this name; a new instance after each failure, as in a page.
 * @param {string} folder @param {string} name @returns {(request: object) => unknown} the answer, or the error
 */
export function asking(folder, name) {
  /** @type {import("../loader/index.js").Manifest} */
  const { answer, build } = readJson(path.join(folder, `${name}.json`));
  if (!answer) throw new Error("there is no answer runtime");
  const module = new WebAssembly.Module(fs.readFileSync(path.join(folder, answer.wasm.file)));
  const file = fs.readFileSync(path.join(folder, answer.image.file));
  const image = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
  const fresh = () => {
    const host = imports();
    return connect({ instance: new WebAssembly.Instance(module, host.imports), module, host, image, build });
  };
  let ask = fresh();
  return (request) => {
    try {
      return JSON.parse(ask(JSON.stringify(request)));
    } catch (error) {
      ask = fresh();
      return error;
    }
  };
}
