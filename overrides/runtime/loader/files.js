// Downloads for the answer runtime: counted, measured, hashed, and unpacked where the host does not compress.

/** @import { Progress, RuntimeFile } from "./types.d.ts" */

/** @typedef {(file: RuntimeFile, more: number, size: number) => void} Count */
/** @typedef {{folder: URL, file: RuntimeFile, count: Count, signal: AbortSignal}} Wanted */

/**
 * Adds up what comes in. Streams give decoded bytes; `size` is what the whole file takes on the wire.
 * @param {RuntimeFile[]} files @param {Progress} progress @returns {Count}
 */
export function counter(files, progress) {
  const sizes = new Map(files.map((file) => [file, file.brotli]));
  const done = new Map(files.map((file) => [file, 0]));
  return (file, more, size) => {
    sizes.set(file, size);
    done.set(file, (done.get(file) ?? 0) + more);
    let loaded = 0;
    let total = 0;
    for (const [one, bytes] of done) {
      const onWire = sizes.get(one) ?? one.bytes;
      loaded += (bytes / one.bytes) * onWire;
      total += onWire;
    }
    progress(Math.round(loaded), total);
  };
}

/** @param {Wanted} wanted @param {string} [ending] */
async function get({ folder, file, signal }, ending = "") {
  const response = await fetch(new URL(file.file + ending, folder), { signal });
  if (!response.ok || !response.body) throw new Error(`${file.file}${ending}: status ${response.status}`);
  return response;
}

/** @param {Response} response @param {RuntimeFile} file how many bytes the file takes on the wire */
function onWire(response, file) {
  const encoding = response.headers.get("Content-Encoding");
  return encoding === "br" ? file.brotli : encoding ? file.gzip : file.bytes;
}

/** Compile while it comes in; the bytes are hashed beside it. @param {Wanted} wanted @param {WebAssembly.Imports} imports */
export async function startModule(wanted, imports) {
  const { file, count } = wanted;
  const response = await get(wanted);
  const copy = response.clone().arrayBuffer();
  const streams =
    "instantiateStreaming" in WebAssembly &&
    response.headers.get("Content-Type")?.startsWith("application/wasm");
  const started = streams
    ? WebAssembly.instantiateStreaming(response, imports)
    : copy.then((bytes) => WebAssembly.instantiate(bytes, imports));
  const [{ instance, module }, bytes] = await Promise.all([started, copy]);
  await check(bytes, file);
  count(file, file.bytes, onWire(response, file));
  return { instance, module };
}

/**
 * The image, unpacked here where the host does not compress it. It is right only when `checked` has resolved.
 * @param {Wanted} wanted @param {boolean} packed fetch the .gz at once
 */
export async function fetchImage(wanted, packed) {
  const { file, count } = wanted;
  const plain = packed ? null : await get(wanted);
  if (plain && (plain.headers.get("Content-Encoding") || !("DecompressionStream" in globalThis))) {
    return read(plain.body, file, onWire(plain, file), count);
  }
  const response = await get(wanted, ".gz").catch((error) => {
    if (!plain) throw error;
    return plain;
  });
  if (response === plain) return read(plain.body, file, file.bytes, count);
  await plain?.body?.cancel();
  // some hosts call a .gz file a compressed file; the browser has then unpacked it
  const unpacked = response.headers.get("Content-Encoding")
    ? response.body
    : response.body?.pipeThrough(new DecompressionStream("gzip"));
  return read(unpacked ?? null, file, file.gzip, count);
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>> | null} stream @param {RuntimeFile} file
 * @param {number} size @param {Count} count
 */
async function read(stream, file, size, count) {
  const bytes = new Uint8Array(file.bytes);
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (stream).getReader();
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    // throws RangeError where the file is too long
    bytes.set(part.value, at);
    at += part.value.length;
    count(file, part.value.length, size);
  }
  if (at !== file.bytes) throw new Error(`${file.file} ends after ${at} of ${file.bytes} bytes`);
  const checked = check(bytes.buffer, file);
  // where the module fails first nobody waits for the hash any more, and its failure is no news
  checked.catch(() => {});
  return { bytes: bytes.buffer, checked };
}

/** @param {ArrayBuffer} bytes */
export const hex = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {ArrayBuffer} bytes @param {RuntimeFile} file */
async function check(bytes, file) {
  if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== file.sha256)
    throw new Error(`${file.file}: wrong hash`);
}
