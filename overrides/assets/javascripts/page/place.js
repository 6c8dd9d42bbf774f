// After a reload, by the back button, or in a tab that the browser restores, the reader is where they were: the folds they
// had opened stand open, although the answer is drawn anew.

import { unfoldAgain } from "./folds-kept.js";
import { keep, recall } from "./memory.js";
import { comesBack } from "./visit.js";

const KEY = `place${location.pathname}`;
/** What a reader does who goes elsewhere by then. */
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];
/** So long what is fetched for an open fold, or a picture, may come after the answer, and the reader is put back anew. */
const SETTLES_MS = 2000;

/** @returns {number | undefined} how far down the reader had left this page, if they come back to it */
function left() {
  const { y } = comesBack ? recall(KEY) : {};
  return y ? Number(y) : undefined;
}

/**
 * Remember where the reader is when they leave.
 * @param {() => boolean} drawn whether anything of what is drawn anew stands in the page
 * @returns {() => void} takes them there, once, when it stands there again
 */
export function keepPlace(drawn) {
  // a browser that is closed need not tell its pages that they are left
  for (const event of ["pagehide", "scrollend"])
    addEventListener(event, () => keep(KEY, { y: drawn() ? `${scrollY}` : "" }));
  let y = left();
  history.scrollRestoration = y === undefined ? "auto" : "manual";
  const back = () => scrollTo({ top: y, behavior: "instant" });
  const grows = new ResizeObserver(back);
  const stay = () => {
    y = undefined;
    grows.disconnect();
  };
  for (const move of MOVES) addEventListener(move, stay, { once: true, passive: true });
  return () => {
    unfoldAgain();
    if (y === undefined) return;
    back();
    grows.observe(document.body);
    setTimeout(stay, SETTLES_MS);
  };
}
