// Downloads for the answer runtime: counted, measured, hashed, and unpacked where the host does not compress.

/** @import { Progress, RuntimeFile } from "./types.d.ts" */

/** @typedef {(file: RuntimeFile, more: number, size: number) => void} Count */
/** @typedef {{folder: URL, file: RuntimeFile, count: Count, signal: AbortSignal}} Wanted */
/** @typedef {{bytes: ArrayBuffer, checked: Promise<void>}} Fetched right only when `checked` has resolved */

/** So long may no byte come before it is given up. */
const STALLED_MS = 8000;
const GONE = [404, 410];

/** Raised where a file does not come whole and unchanged: by a fault of its host, or on its way here. */
export class LoadError extends Error {
  /** @override */
  name = "LoadError";

  /** @param {string} message @param {"host" | "network"} [fault] */
  constructor(message, fault = "network") {
    super(message);
    this.fault = fault;
  }
}

/**
 * Ends what is under way where nothing comes any more.
 * @param {AbortController} stop @returns {{more: () => void, end: () => void}} `more`: a byte has come
 */
export function patience(stop) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const end = () => clearTimeout(timer);
  const more = () => {
    end();
    timer = setTimeout(() => stop.abort(), STALLED_MS);
  };
  more();
  return { more, end };
}

/**
 * Adds up what comes in. Streams give decoded bytes; `size` is what the whole file takes on the wire.
 * @param {RuntimeFile[]} files @param {Progress} progress @returns {Count}
 */
export function counter(files, progress) {
  const sizes = new Map(files.map((file) => [file, file.brotli]));
  const done = new Map(files.map((file) => [file, 0]));
  return (file, more, size) => {
    sizes.set(file, size);
    // a file that is fetched again is counted once
    done.set(file, Math.min((done.get(file) ?? 0) + more, file.bytes));
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

/** @param {URL | string} address @param {RequestInit} init @returns {Promise<Response>} rejects with LoadError */
export async function get(address, init) {
  const name = String(address).replace(/.*\//, "");
  const response = await fetch(address, init).catch(async ({ message }) => {
    // whose hash is wrong may be a page that says what is wrong
    if (init.integrity) await get(address, { ...init, integrity: "" });
    throw new LoadError(`${name}: ${message}`);
  });
  const { ok, status } = response;
  if (ok) return response;
  throw new LoadError(
    `${name}: status ${status}`,
    GONE.includes(status) || status > 499 ? "host" : "network",
  );
}

/** Without https a page cannot hash: the browser does it, if the file comes as it is. @param {Wanted} wanted @param {string} [ending] */
const ask = ({ folder, file, signal }, ending = "") =>
  get(new URL(file.file + ending, folder), {
    signal,
    integrity: crypto.subtle || ending ? "" : `sha256-${base64(file.sha256)}`,
  });

/** @param {string} digits */
const base64 = (digits) =>
  btoa(digits.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));

/** @param {Response} response @param {RuntimeFile} file how many bytes the file takes on the wire */
function onWire(response, file) {
  const encoding = response.headers.get("Content-Encoding");
  return encoding === "br" ? file.brotli : encoding ? file.gzip : file.bytes;
}

/**
 * Compile while it comes in; the bytes are hashed beside it.
 * @param {Wanted} wanted @param {WebAssembly.Imports} imports @param {boolean} packed fetch the .gz
 */
export async function startModule(wanted, imports, packed) {
  if (packed) {
    const { bytes, checked } = await fetchFile(wanted, packed);
    await checked;
    return WebAssembly.instantiate(bytes, imports);
  }
  const { file, count } = wanted;
  const response = await ask(wanted);
  const copy = read(response.clone(), file, onWire(response, file), count);
  const streams =
    "instantiateStreaming" in WebAssembly &&
    response.headers.get("Content-Type")?.startsWith("application/wasm");
  const started = streams
    ? WebAssembly.instantiateStreaming(response, imports)
    : copy.then(({ bytes }) => WebAssembly.instantiate(bytes, imports));
  started.catch(() => {});
  // a file that is not whole does not compile either: what is wrong with it is said first
  await (await copy).checked;
  return started;
}

/**
 * A file, unpacked here where the host does not compress it.
 * @param {Wanted} wanted @param {boolean} packed fetch the .gz at once @returns {Promise<Fetched>}
 */
export async function fetchFile(wanted, packed) {
  const { file, count } = wanted;
  const plain = packed ? null : await ask(wanted);
  const unpacks = "DecompressionStream" in globalThis && crypto.subtle;
  if (plain && (plain.headers.get("Content-Encoding") || !unpacks)) {
    return read(plain, file, onWire(plain, file), count);
  }
  if (!unpacks) throw new LoadError(`${file.file}: cannot be unpacked or checked here`);
  const response = await ask(wanted, ".gz").catch((error) => {
    if (!plain) throw error;
    return plain;
  });
  if (response === plain) return read(plain, file, file.bytes, count);
  await plain?.body?.cancel();
  // some hosts call a .gz file a compressed file; the browser has then unpacked it
  const unpacked = response.headers.get("Content-Encoding")
    ? response
    : new Response(response.body?.pipeThrough(new DecompressionStream("gzip")));
  return read(unpacked, file, file.gzip, count);
}

/** @param {Response} response @param {RuntimeFile} file @param {number} size @param {Count} count @returns {Promise<Fetched>} */
async function read({ body }, file, size, count) {
  const bytes = new Uint8Array(file.bytes);
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (body).getReader();
  let at = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      // throws RangeError where the file is too long
      bytes.set(part.value, at);
      at += part.value.length;
      count(file, part.value.length, size);
    }
  } catch (error) {
    throw new LoadError(`${file.file}: ${error}`);
  }
  if (at !== file.bytes) throw new LoadError(`${file.file} ends after ${at} of ${file.bytes} bytes`);
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
  if (crypto.subtle && hex(await crypto.subtle.digest("SHA-256", bytes)) !== file.sha256)
    throw new LoadError(`${file.file}: wrong hash`);
}
