// The box that says what went wrong, and whether another page stands at this address by now.

/** @typedef {"" | "failed" | "failed_answer" | "host" | "late" | "network" | "slow"} Sentence */

/** So long the reader waits at most for the page to be looked at. */
const PATIENCE_MS = 3000;
const KEY = "notice-calculator.anew";

/** Show one sentence of the box; none hides it. @param {ParentNode} root @param {Sentence} which */
export function say(root, which) {
  const box = /** @type {HTMLElement | null} */ (root.querySelector('[data-part="failed"]'));
  // what is not changed is not said again by a screen reader
  if (!box || (which === "" && box.hidden)) return;
  box.hidden = which === "";
  for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-failure]")))
    sentence.hidden = sentence.dataset.failure !== which;
}

/**
 * After a new release the files of an old page are gone: it is loaded anew, once, and its replies stay (memory.js).
 * @returns {Promise<boolean>} whether it is
 */
export async function loadAnew() {
  const { text = "" } = /** @type {HTMLScriptElement} */ (document.getElementById("runtime-manifest")) ?? {};
  const src = document.querySelector("script[async]")?.getAttribute("src") ?? "";
  try {
    const response = await fetch(location.href, {
      cache: "no-cache",
      signal: AbortSignal.timeout?.(PATIENCE_MS) ?? null,
    });
    const now = await response.text();
    const same = now.includes(text) && now.includes(src);
    // where nothing can be kept, the replies would be lost
    const keeps = sessionStorage instanceof Storage && sessionStorage.getItem(KEY) !== src;
    if (!response.ok || same || !keeps) return false;
    sessionStorage.setItem(KEY, src);
  } catch {
    return false;
  }
  location.reload();
  return true;
}
