// Styles that come later than the page.

import { element } from "./dom.js";

/** @type {Map<string, Promise<void>>} */
const worn = new Map();

/**
 * Once for all who ask for it.
 * @param {string} href
 * @returns {Promise<void>} kept when the style has come, and when it cannot come
 */
export function wear(href) {
  const before = worn.get(href);
  if (before) return before;
  const link = element("link", { rel: "stylesheet", href });
  /** @type {Promise<void>} */
  const come = new Promise((resolve) => {
    for (const end of ["load", "error"]) link.addEventListener(end, () => resolve());
  });
  document.head.append(link);
  worn.set(href, come);
  return come;
}
