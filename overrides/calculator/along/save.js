// A file that the page makes itself, saved on the reader's device; nothing is sent.

import { element } from "../../assets/javascripts/page/dom.js";

/** @param {string | Uint8Array<ArrayBuffer>} text @param {string} type @param {string} name */
export function save(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: address, download: name }).click();
  // not at once: some browsers begin to read only after this task
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
