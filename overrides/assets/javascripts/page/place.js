// After a reload, by the back button, or in a tab that the browser restores, the reader is where they were: the folds they
// had opened stand open, although the answer is drawn anew.

import { unfoldAgain } from "./folds-kept.js";
import { keep, recall } from "./memory.js";
import { comesBack } from "./visit.js";

const KEY = `place${location.pathname}`;
/** What a reader does who goes elsewhere by then. */
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];
/** So long what an open fold holds may come after the answer, and who has not moved since is put back anew. */
const SETTLES_MS = 10_000;

/** What has a name and begins last above the middle of the window: a picture above it may be there or not next time. */
const named = () =>
  [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article [id]"))].findLast(
    (each) => each.getClientRects().length && topOf(each) < innerHeight / 2,
  );

/** @param {HTMLElement} element */
const topOf = (element) => element.getBoundingClientRect().top;

/** What the reader was at, and where it stood in the window. @param {boolean} drawn @returns {Record<string, string>} */
function place(drawn) {
  const at = drawn && named();
  return at ? { id: at.id, top: `${topOf(at)}` } : {};
}

/**
 * Remember where the reader is when they leave.
 * @param {() => boolean} drawn whether anything of what is drawn anew stands in the page
 * @returns {() => void} takes them there, once, when it stands there again
 */
export function keepPlace(drawn) {
  // a browser that is closed need not tell its pages that they are left
  for (const event of ["pagehide", "scrollend"]) addEventListener(event, () => keep(KEY, place(drawn())));
  let { id = "", top } = comesBack ? recall(KEY) : {};
  history.scrollRestoration = id ? "manual" : "auto";
  const back = () => {
    const at = document.getElementById(id);
    if (at) scrollBy({ top: topOf(at) - Number(top), behavior: "instant" });
  };
  const grows = new ResizeObserver(back);
  const stay = () => {
    id = "";
    grows.disconnect();
  };
  for (const move of MOVES) addEventListener(move, stay, { once: true, passive: true });
  return () => {
    unfoldAgain();
    if (!id) return;
    back();
    grows.observe(document.body);
    setTimeout(stay, SETTLES_MS);
  };
}
