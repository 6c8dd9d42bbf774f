// Folded sections: a link, an address or a search that leads into one opens it, print shows what is in all of them, and who
// comes back finds open what they had opened.

import { unfoldAgain } from "./folds-kept.js";

/** @param {Element | null | undefined} place */
function open(place) {
  for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details"))
    fold.open = true;
}

function openTarget() {
  // every heading has an id of plain letters; what else stands behind the # may not even be decoded
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  const hidden = target.closest("details:not([open])");
  open(target);
  // what is folded stands below its heading
  if (target.nextElementSibling?.matches("details.fold")) open(target.nextElementSibling);
  if (hidden) target.scrollIntoView(); // the browser could not go there
}

addEventListener("hashchange", openTarget);
// the address may be the same as before, while the reader has closed the section since
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a[href^='#']") : null;
  if (link?.getAttribute("href") === location.hash) openTarget();
});
// on a page with a calculator this script may come before the parser has been through it
if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
else begin();

function begin() {
  unfoldAgain();
  openTarget();
}

/** @type {Element[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.fold:not([open])")];
  for (const fold of opened) open(fold);
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.removeAttribute("open");
});
