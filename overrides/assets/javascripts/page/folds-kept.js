// Which folds stand open is kept while the tab is: closed ones would move the reader who comes back.

import { keep, recall } from "./memory.js";
import { comesBack } from "./visit.js";

const KEY = `folds${location.pathname}`;

/** Of a file nothing is kept, so nothing of how it was read either. */
const FOLDS = "details:not(.pr-settings)";

/** The folds of the page, and those of what is drawn anew, whose number tells whether it stands there yet. */
function folds() {
  const all = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(FOLDS))];
  const drawn = all.filter((fold) => fold.closest('[data-part="result"]'));
  return { page: all.filter((fold) => !drawn.includes(fold)), drawn };
}

/** As "0100": the second of four stands open. */
const stood = comesBack ? recall(KEY) : {};

function note() {
  const open = Object.entries(folds()).map(([of, each]) => [of, each.map((fold) => +fold.open).join("")]);
  keep(KEY, Object.fromEntries(open.filter(([, each]) => each?.includes("1"))));
}

// a browser that is closed, or breaks down, need not tell its pages that they are left
for (const event of ["pagehide", "toggle"]) addEventListener(event, note, true);

/** Open, once, what stood open, as a click of the reader does: an answer then keeps it open from answer to answer. */
export function unfoldAgain() {
  for (const [of, each] of Object.entries(folds())) {
    if (stood[of]?.length !== each.length) continue;
    for (const [at, fold] of each.entries())
      if (stood[of][at] === "1" && !fold.open) fold.querySelector("summary")?.click();
    delete stood[of];
  }
}
