// Sizes, hashes and the progress lines of the tool.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const settings = (bytes) => ({
  params: {
    [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});

/** Write a file named by its content's hash, and its compressed forms; how runtime.json lists it. */
export async function writeNamed(folder, name, bytes, quick) {
  const [stem, ending] = name.split(".");
  const file = `${stem}.${sha256(bytes).slice(0, 12)}.${ending}`;
  fs.writeFileSync(path.join(folder, file), bytes);
  const listed = {
    file,
    bytes: bytes.length,
    gzip: bytes.length,
    brotli: bytes.length,
    sha256: sha256(bytes),
  };
  if (quick) return listed;
  const [brotli, gzip] = await Promise.all([
    promisify(zlib.brotliCompress)(bytes, settings(bytes)),
    promisify(zlib.gzip)(bytes, { level: 9 }),
  ]);
  fs.writeFileSync(path.join(folder, `${file}.br`), brotli);
  fs.writeFileSync(path.join(folder, `${file}.gz`), gzip);
  return { ...listed, gzip: gzip.length, brotli: brotli.length };
}

/** Says what goes on, with the seconds since the last line. */
export function steps(write = (line) => console.log(line)) {
  const clock = process.hrtime.bigint;
  let last = clock();
  return (text) => {
    const now = clock();
    write(`runtime: ${text} (${(Number(now - last) / 1e9).toFixed(1)} s)`);
    last = now;
  };
}
