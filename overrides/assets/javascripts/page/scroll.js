// Where the page stands in the window.

/** What stays at the top of the window while the rest moves, and covers what is there. */
const STUCK = ".md-header, .md-tabs, .nc-day-note";
const GAP_PX = 8;

/** Put the first line of an element at the top of the window, under what covers it. @param {Element} element */
export function toTop(element) {
  const covered = Math.max(0, ...[...document.querySelectorAll(STUCK)].map(coveredBy));
  const top = element.getBoundingClientRect().top - covered - GAP_PX;
  window.scrollBy({ top, behavior: "instant" });
}

/** @param {Element} element @returns {number} */
function coveredBy(element) {
  const { position, top } = getComputedStyle(element);
  return position === "sticky" || position === "fixed"
    ? Number.parseFloat(top) + element.getBoundingClientRect().height
    : 0;
}

/**
 * Change the page, and leave what the reader is at where it was in the window.
 * @template T
 * @param {Element | null | undefined} anchor
 * @param {() => T} change
 * @returns {T} what the change returns
 */
export function steady(anchor, change) {
  const before = anchor?.getBoundingClientRect();
  const result = change();
  if (!anchor?.isConnected || !before?.height || before.bottom < 0 || before.top > innerHeight) return result;
  const moved = anchor.getBoundingClientRect().top - before.top;
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: "instant" });
  return result;
}
