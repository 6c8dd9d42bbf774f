// What a page fetches when it is used comes soon, or the reader is told that it did not and can try again.

/** Within five seconds of a failure something is said of it. */
const LIMIT_MS = 5000;

/**
 * What comes, or an error where the line gives nothing; what comes after it is to have no effect.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} bring
 * @returns {Promise<T>}
 */
export function inTime(bring) {
  const stop = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("it does not come"));
      stop.abort();
    }, LIMIT_MS);
  });
  return Promise.race([bring(stop.signal), late]).finally(() => clearTimeout(timer));
}
