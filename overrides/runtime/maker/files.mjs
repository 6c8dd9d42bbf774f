// Files and folders of the maker: temporary ones, and those that are named after their content.

import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

/** @import { RuntimeFile } from "../loader/types.d.ts" */

/** @param {Uint8Array} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** @template T @param {(folder: string) => T} work @returns {T} */
export function inTemporaryFolder(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pruned-pyodide-"));
  try {
    return work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** @param {string} file @returns {any} */
export const readJson = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/**
 * Write a file named after its content, and its compressed forms, which are taken from the folder `before` if they are
 * there: to compress an image as small as it gets takes as long as to make it.
 * @param {string} folder @param {string} name @param {Buffer} bytes
 * @param {{before: string, quick: boolean}} how `quick`: no compressed forms
 * @returns {Promise<RuntimeFile>}
 */
export async function writeNamed(folder, name, bytes, { before, quick }) {
  const [stem, ending] = name.split(".");
  const hash = sha256(bytes);
  const file = `${stem}.${hash.slice(0, 12)}.${ending}`;
  fs.writeFileSync(path.join(folder, file), bytes);
  const size = bytes.length;
  if (quick) return { file, bytes: size, gzip: size, brotli: size, sha256: hash };
  const packed = (/** @type {string} */ ending) => path.join(before, file + ending);
  const [brotli, gzip] = await Promise.all([
    packedBefore(packed(".br"), bytes, zlib.brotliDecompressSync) ?? brotliOf(bytes),
    packedBefore(packed(".gz"), bytes, zlib.gunzipSync) ?? promisify(zlib.gzip)(bytes, { level: 9 }),
  ]);
  fs.writeFileSync(path.join(folder, `${file}.br`), brotli);
  fs.writeFileSync(path.join(folder, `${file}.gz`), gzip);
  return { file, bytes: size, gzip: gzip.length, brotli: brotli.length, sha256: hash };
}

/** @param {string} file @param {Buffer} bytes what it must hold @param {(packed: Buffer) => Buffer} unpack */
function packedBefore(file, bytes, unpack) {
  if (!fs.existsSync(file)) return undefined;
  const packed = fs.readFileSync(file);
  try {
    return unpack(packed).equals(bytes) ? packed : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Buffer} bytes @returns {Promise<Buffer>} */
function brotliOf(bytes) {
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(zlib.brotliCompress)(bytes, { params });
}
