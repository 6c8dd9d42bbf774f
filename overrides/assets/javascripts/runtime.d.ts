/** What `runtime.json` says; written by overrides/runtime/make.mjs, read by the worker. */

/** One file beside runtime.json, and how many bytes it has on the wire. */
export interface RuntimeFile {
  file: string;
  bytes: number;
  gzip: number;
  brotli: number;
  sha256: string;
}

export interface Manifest {
  format: 1;
  /** The same in the wasm, in the image and here: parts of different builds never run together. */
  build: string;
  /** Which form of the image the host serves best: "gz" where `.bin` is not compressed by the host. */
  image_as?: "bin" | "gz";
  answer?: { wasm: RuntimeFile; image: RuntimeFile };
  full?: { stdlib?: RuntimeFile; lock?: { packages: Record<string, object> }; bytes?: number };
}

export type Answerer = (request: string) => string;
export type Progress = (loaded: number, total: number) => void;
