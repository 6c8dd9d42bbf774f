// As large as one page of paper allows.

/** In points. Smaller than the least, nobody would read it: then it takes a second page. */
const LARGEST = 9.5;
const LEAST = 6;
const STEP = 0.1;

/** @param {HTMLElement} slip in the page, as high as its paper (slip.css) */
export function fit(slip) {
  for (let size = LARGEST; size >= LEAST; size -= STEP) {
    slip.style.fontSize = `${size.toFixed(1)}pt`;
    if (slip.scrollHeight <= slip.clientHeight) return;
  }
}
