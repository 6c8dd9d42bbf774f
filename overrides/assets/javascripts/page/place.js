// After a reload, or by the back button, the reader is where they were, although the answer is drawn anew above it.

const KEY = "notice-calculator.place";
/** What a reader does who goes elsewhere by then. */
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];

/** @returns {number | undefined} how far down the reader had left this page, if they come back to it */
function left() {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (visit?.type !== "reload" && visit?.type !== "back_forward") return;
  try {
    const [path, y] = (sessionStorage.getItem(KEY) ?? "").split(" ");
    if (path === location.pathname) return Number(y);
  } catch {
    // a browser that keeps nothing puts the reader where it thinks best
  }
}

/**
 * Remember where the reader is when they leave.
 * @param {() => boolean} drawn whether anything of what is drawn anew stands in the page
 * @returns {() => void} takes them there, once, when it stands there again
 */
export function keepPlace(drawn) {
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(KEY, drawn() ? `${location.pathname} ${scrollY}` : "");
    } catch {
      // likewise
    }
  });
  let y = left();
  history.scrollRestoration = y === undefined ? "auto" : "manual";
  const stay = () => {
    y = undefined;
  };
  for (const move of MOVES) addEventListener(move, stay, { once: true, passive: true });
  return () => {
    if (y !== undefined) scrollTo({ top: y, behavior: "instant" });
    stay();
  };
}
