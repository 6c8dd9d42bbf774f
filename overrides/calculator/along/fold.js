// The fold in an answer that holds what it can be taken along as. What is in it is fetched when the reader opens it; where
// that fails, it says so.

/** @import { Restoring } from "./link/restore.js" */
/** @import { Answered, Fetched } from "./types.d.ts" */

import { element, find } from "../../assets/javascripts/page/dom.js";
import { inTime } from "../../assets/javascripts/page/in-time.js";

/** @typedef {Fetched & { module: typeof import("./along.js") }} Along */

/** @type {Promise<Along> | undefined} */
let fetched;

/** How the fragment of an address begins that holds replies (link/fragment.js). */
const LINK = "#v=";

/**
 * Put back the replies that a link has brought, and show their answer. The address loses them: what the reader replies
 * from then on is what a reload keeps.
 * @param {Restoring} calculator
 * @returns {boolean} whether there were any
 */
export function takeBack(calculator) {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(LINK)) return false;
  const { root, form } = calculator;
  const fold = find(find(root, '[data-frame="decision"]', HTMLTemplateElement).content, "[data-address]");
  fetchAlong(fold)
    .then((along) => {
      history.replaceState(null, "", pathname + search);
      return along.module.restore(hash, along, calculator);
    })
    .catch((error) => {
      console.warn("notice-calculator: no replies from the link:", error);
      form.element.before(element("p", { role: "alert" }, find(fold, "div").textContent ?? ""));
    });
  return true;
}

/**
 * The words with their templates, and the script for them. A failure is not kept: it can be tried again.
 * @param {HTMLElement} fold with the address of the words, relative to the page
 */
export function fetchAlong({ dataset: { address = "" } }) {
  fetched ??= inTime((signal) => fetchBoth(address, signal));
  fetched.catch(() => {
    fetched = undefined;
  });
  return fetched;
}

/** @param {string} address @param {AbortSignal} signal @returns {Promise<Along>} */
async function fetchBoth(address, signal) {
  /** @type {Fetched} */
  const words = await (await fetch(address, { signal })).json();
  return { ...words, module: await import(new URL(words.script, document.baseURI).href) };
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
      const along = await fetchAlong(fold);
      along.module.prepare(box, answer, along);
      fold.dataset.state = "ready";
    } catch (error) {
      fold.dataset.state = "";
      console.warn("notice-calculator: nothing to take along:", error);
    }
    box.hidden = false;
  });
}
