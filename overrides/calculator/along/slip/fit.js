// As large as one page of paper allows.

/** In points. Smaller than the least, nobody would read it: then it takes a second page. */
const LARGEST = 9.5;
const LEAST = 6;
const STEP = 0.25;

/** @param {HTMLElement} slip in the page, with the height of its paper in `--nc-slip-height` (slip.css) */
export function fit(slip) {
  for (let size = LARGEST; size >= LEAST; size -= STEP) {
    slip.style.fontSize = `${size}pt`;
    if (slip.scrollHeight <= slip.clientHeight) return;
  }
}
