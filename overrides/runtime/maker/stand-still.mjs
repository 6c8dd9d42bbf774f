import crypto from "node:crypto";

/** 1 January 2026, UTC. A fixed clock: the image must not depend on when it is made. */
const BUILD_TIME = 1767225600000;

/**
 * Make this Node process give the same memory every time. Call once, before anything is started.
 *
 * The iPhone in the user agent selects Pyodide's calls through JavaScript instead of a table slot that is added at run
 * time: such a slot would be in the image and not in the pruned module.
 */
export function standStill() {
  process.env.TZ = "UTC";
  Date.now = () => BUILD_TIME;
  performance.now = () => 0;
  // the module `random` would seed itself with it
  const zeros = (/** @type {NodeJS.ArrayBufferView} */ view) =>
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(0);
  Object.assign(crypto, { randomFillSync: zeros });
  const device = { userAgent: "iPhone", platform: "", maxTouchPoints: 0 };
  Object.defineProperty(globalThis, "navigator", { value: device, configurable: true });
}
