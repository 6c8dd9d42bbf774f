// The pruned runtime against the stock one, in Node, with the very loader that the page uses.

import { connect, imports } from "../assets/javascripts/answer-runtime.js";

/** @returns {Promise<string[]>} one text for each request whose answer differs */
export async function differences({ wasm, image, build, corpus, python }) {
  const fresh = () => attach(wasm, image, build);
  let ask = await fresh();
  const found = [];
  for (const request of corpus) {
    const expected = python.ask(request);
    let got = null;
    try {
      got = ask(request);
    } catch (error) {
      got = `threw ${error}`;
      ask = await fresh();
    }
    if (got !== expected) found.push(`${request.slice(0, 200)}\n  stock  ${expected?.slice(0, 200)}\n  pruned ${got.slice(0, 200)}`);
  }
  return found;
}

async function attach(wasm, image, build) {
  const host = imports();
  const { instance, module } = await WebAssembly.instantiate(wasm, host.imports);
  return connect({ instance, module, host, image: image.buffer.slice(image.byteOffset, image.byteOffset + image.length), build });
}
