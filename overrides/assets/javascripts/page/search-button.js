// The button of the search, and the key for it: what is behind it comes when the reader asks for it.

/** @import { Found } from "../../../search/types.d.ts" */

import { element } from "./dom.js";
import { inTime } from "./in-time.js";

/** @type {Promise<(opener: HTMLElement) => void> | undefined} */
let coming;

/** @param {HTMLElement} button */
async function open(button) {
  button.ariaBusy = "true";
  document.querySelector(".search-failed")?.remove();
  try {
    const address = new URL(button.dataset.search ?? "", document.baseURI);
    coming ??= inTime((signal) => bring(address, signal));
    (await coming)(button);
  } catch (error) {
    coming = undefined; // it can be tried again
    console.warn("search:", error);
    button.before(element("p", { class: "search-failed", role: "alert" }, button.dataset.failed ?? ""));
  }
  button.ariaBusy = null;
}

/** @param {URL} address @param {AbortSignal} signal */
async function bring(address, signal) {
  /** @type {Found} */
  const found = await (await fetch(address, { signal })).json();
  /** @type {typeof import("../../../search/search.js")} */
  const { prepare } = await import(new URL(found.script, address).href);
  return prepare(found, address, signal);
}

addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-search]") : null;
  if (button instanceof HTMLElement) open(button);
});
addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  const typing =
    target instanceof Element && target.closest("input, select, textarea, dialog, [contenteditable]");
  if (key !== "/" || typing || altKey || ctrlKey || metaKey) return;
  const button = document.querySelector("[data-search]");
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  open(button);
});
