// The fold in an answer that holds what it can be taken along as. What is in it is fetched when the reader opens it; where
// that fails, it says so.

/** @import { Answered } from "./types.d.ts" */

import { find } from "../../assets/javascripts/page/dom.js";

/** @typedef {{ html: string, module: typeof import("./along.js") }} Along */

/** @type {Promise<Along> | undefined} */
let fetched;

/**
 * The words with their templates, and the script for them. A failure is not kept: it can be tried again.
 * @param {HTMLElement} fold with the address of the words, relative to the page
 */
export function fetchAlong({ dataset: { address = "" } }) {
  fetched ??= fetchBoth(address);
  fetched.catch(() => {
    fetched = undefined;
  });
  return fetched;
}

/** @param {string} address @returns {Promise<Along>} */
async function fetchBoth(address) {
  const html = await (await fetch(address)).text();
  const [, script = ""] = html.split('data-script="');
  return { html, module: await import(new URL(script.split('"')[0] ?? "", document.baseURI).href) };
}

/** @param {Answered} answer */
export function prepareAlong(answer) {
  const fold = find(answer.frame, "[data-address]", HTMLDetailsElement);
  fold.addEventListener("toggle", async () => {
    if (fold.dataset.state || !fold.open) return;
    const box = find(fold, "div");
    fold.dataset.state = "loading";
    box.hidden = true;
    try {
      const { html, module } = await fetchAlong(fold);
      box.innerHTML = html;
      module.prepare(box, answer);
      fold.dataset.state = "ready";
    } catch (error) {
      fold.dataset.state = "";
      console.warn("notice-calculator: nothing to take along:", error);
    }
    box.hidden = false;
  });
}
