// node ask.mjs FOLDER < requests.json: the answers of the answer runtime in FOLDER as JSON, each a text or {error}.
// After an error the instance is dropped, as in the page.

import fs from "node:fs";
import path from "node:path";
import { connect, imports } from "pruned-pyodide";

const folder = process.argv[2];
const { answer, build } = JSON.parse(fs.readFileSync(path.join(folder, "runtime.json"), "utf8"));
const module = new WebAssembly.Module(fs.readFileSync(path.join(folder, answer.wasm.file)));
const file = fs.readFileSync(path.join(folder, answer.image.file));
const image = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);

function fresh() {
  const host = imports();
  return connect({ instance: new WebAssembly.Instance(module, host.imports), module, host, image, build });
}

let ask = fresh();
const answers = JSON.parse(fs.readFileSync(0, "utf8")).map((request) => {
  try {
    return ask(request);
  } catch (error) {
    ask = fresh();
    return { error: String(error) };
  }
});
console.log(JSON.stringify(answers));
