// Sizes, hashes and the progress lines of the tool.

import { createHash } from "node:crypto";
import zlib from "node:zlib";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const short = (bytes) => sha256(bytes).slice(0, 12);

const brotli = (bytes) =>
  zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** One file as runtime.json lists it; the name carries the hash of the content. */
export function describe(bytes, stem, ending) {
  return {
    file: `${stem}.${short(bytes)}.${ending}`,
    bytes: bytes.length,
    gzip: zlib.gzipSync(bytes, { level: 9 }).length,
    brotli: brotli(bytes).length,
    sha256: sha256(bytes),
  };
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
