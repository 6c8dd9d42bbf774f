// Answers requests with the answer runtime of a built site, in Node, each with the image of a notice:
// node answers.mjs SITE < {"amnesty": [request, …]} > {"amnesty": [response, …]}
// Null is no answer: a page then asks the full runtime. The next request gets a fresh instance, as in a page that is new.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { connect, imports } from "../../overrides/runtime/loader/index.js";

const folder = join(resolve(process.argv[2] ?? "site"), "assets", "runtime");

/** @param {string} notice */
async function instance(notice) {
  const { build, answer } = JSON.parse(readFileSync(join(folder, `${notice}.json`), "utf8"));
  const host = imports();
  const wasm = readFileSync(join(folder, answer.wasm.file));
  const started = await WebAssembly.instantiate(wasm, host.imports);
  const image = new Uint8Array(readFileSync(join(folder, answer.image.file))).buffer;
  return connect({ ...started, host, image, build });
}

/** @type {Record<string, string[]>} */
const asked = JSON.parse(await text(process.stdin));
/** @type {Record<string, (string | null)[]>} */
const responses = {};
for (const [notice, requests] of Object.entries(asked)) {
  let ask = await instance(notice);
  responses[notice] = [];
  for (const request of requests) {
    try {
      responses[notice].push(ask(request));
    } catch {
      responses[notice].push(null);
      ask = await instance(notice);
    }
  }
}
process.stdout.write(JSON.stringify(responses));
