/** One file beside a manifest, and how many bytes it has on the wire. */
export interface RuntimeFile {
  file: string;
  bytes: number;
  gzip: number;
  brotli: number;
  sha256: string;
}

/** A manifest, `<image>.json`: written by the maker, read by the loader. */
export interface Manifest {
  format: 1;
  /** The same in the wasm, in the image and here: parts of different builds never run together. */
  build: string;
  /** Which form of the image the host serves best: "gz" where `.bin` is not compressed by the host. */
  image_as?: "bin" | "gz";
  answer?: { wasm: RuntimeFile; image: RuntimeFile };
  /** For the page's own start of stock Pyodide: `stdLibURL`, the lock, and how many bytes will come in. */
  full?: { stdlib?: RuntimeFile; lock?: { packages: Record<string, object> }; bytes?: number };
}

/** Takes a text and gives a text; throws where the answer runtime has no answer. */
export type Answerer = (request: string) => string;
/** Bytes on the wire. */
export type Progress = (loaded: number, total: number) => void;
