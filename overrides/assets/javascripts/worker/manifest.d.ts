// What the build tells the worker of the runtimes.

import type { Manifest, RuntimeFile } from "pruned-pyodide";

/** In a page: the answer runtime of its notice, and the script that starts the full one. */
export type PageManifest = Pick<Manifest, "build" | "answer" | "image_as"> & {
  full: { file: string; integrity: string };
};

declare global {
  /** In front of that script: its files below assets/, by what they are, and Pyodide's lock. */
  var FULL_RUNTIME: {
    files: Record<"loader" | "glue" | "wasm" | "stdlib" | "wheel", RuntimeFile>;
    lock: { packages: Record<string, object> };
  };
}
