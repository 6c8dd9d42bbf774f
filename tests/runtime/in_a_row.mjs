// One instance of the answer runtime is asked one request after the other, as a page that stays open does.
// node in_a_row.mjs RUNTIME IMAGE EVERY < requests > counts
// Requests are JSON texts, one a line. After so many of them, and at the end, a line: how many were asked, how much of the
// processor they took, how much memory the instance has, the answers to the requests that come with a mark, and what
// trapped. After a trap comes a new instance, as no page may ask the old one again.

import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { connect, imports } from "../../overrides/runtime/loader/index.js";

const [folder, name, every] = process.argv.slice(2);
const { answer, build } = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
const file = (/** @type {{file: string}} */ part) => fs.readFileSync(path.join(folder, part.file));
const module = await WebAssembly.compile(file(answer.wasm));
const image = new Uint8Array(file(answer.image)).buffer;

async function fresh() {
  const host = imports();
  const instance = await WebAssembly.instantiate(module, host.imports);
  const memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
  return { memory, ask: connect({ instance, module, host, image, build }) };
}

const nothing = () => ({ asked: 0, ms: 0, marked: [], traps: [] });
let counts = nothing();
let used = await fresh();

/** @param {{request: string, marked: boolean}} line */
async function put({ request, marked }) {
  const before = process.cpuUsage();
  try {
    const response = used.ask(request);
    if (marked) counts.marked.push(response);
  } catch (error) {
    // where in the module, by the numbers of its functions
    const stack = [...String(error.stack).matchAll(/wasm-function\[\d+\]/g)].slice(0, 6).join(" ");
    counts.traps.push({ request, what: `${error.message} ${stack}`.trim() });
    if (marked) counts.marked.push(null);
    used = await fresh();
  }
  const { user, system } = process.cpuUsage(before);
  counts.ms += (user + system) / 1000;
  counts.asked += 1;
}

function tell() {
  if (counts.asked) console.log(JSON.stringify({ ...counts, memory: used.memory.buffer.byteLength }));
  counts = nothing();
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  await put(JSON.parse(line));
  if (counts.asked === Number(every)) tell();
}
tell();
