// The pruned runtime against the stock one, in Node, with the very loader that the page uses.

import { connect, imports } from "../assets/javascripts/answer-runtime.js";

/**
 * Ask both about everything.
 * @returns {Promise<{wrong: string[], traps: string[]}>} wrong answers; requests for which the full runtime is needed
 */
export async function compare({ wasm, image, build, corpus, python }) {
  const found = { wrong: [], traps: [] };
  let ask = await attach(wasm, image, build);
  for (const request of corpus) {
    const expected = python.ask(request);
    try {
      const got = ask(request);
      if (got !== expected) found.wrong.push(`${request}\n  stock  ${expected}\n  pruned ${got}`);
    } catch (error) {
      found.traps.push(`${request.slice(0, 200)}: ${error}`);
      ask = await attach(wasm, image, build);
    }
  }
  return found;
}

async function attach(wasm, image, build) {
  const host = imports();
  const { instance, module } = await WebAssembly.instantiate(wasm, host.imports);
  return connect({
    instance,
    module,
    host,
    image: image.buffer.slice(image.byteOffset, image.byteOffset + image.length),
    build,
  });
}
