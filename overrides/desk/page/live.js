// In every page that the desk serves: shows it anew when it has changed, what is to be mended, and where things come from.

import { behind, problems } from "./notes.js";
import { showPlaces } from "./places.js";

const {
  mark = "",
  page = "",
  asOf = "",
} = /** @type {HTMLElement} */ (document.querySelector('script[src="/desk/live.js"]')).dataset;

/** Pages side by side listen by way of the page around them: a browser opens few lines to one host. */
function around() {
  try {
    return window.parent === window ? undefined : window.parent.deskEvents;
  } catch {
    return undefined; // a page of somebody else is around this one
  }
}

const LATER_MS = 800;
const shared = around();
const events = shared ?? new EventSource("/desk/events");
window.deskEvents = events;
const gone = new AbortController();
// what it listens to stays when this page goes
if (shared) addEventListener("pagehide", () => gone.abort());

/** The page as it would be now differs from this one: show it. The browser keeps the place that is being read. */
async function look() {
  const response = await fetch(`/desk/mark?page=${encodeURIComponent(location.pathname)}`);
  const { mark: now } = await response.json();
  if (now !== null && now !== mark) location.reload();
}

/** Hear what the desk tells of one kind. @param {string} kind @param {(said: any) => void} hear */
export function on(kind, hear) {
  events.addEventListener(kind, (event) => hear(JSON.parse(/** @type {MessageEvent} */ (event).data)), {
    signal: gone.signal,
  });
}

if (page) {
  on("changed", ({ lang }) => {
    // files of the other language have changed: this page is the same, or nearly
    const later = lang && !document.documentElement.lang.startsWith(lang) ? LATER_MS : 0;
    setTimeout(() => look().catch(() => {}), later);
  });
  // what happened before this page listened
  look().catch(() => {});
}
if (!shared) on("problems", problems);
if (asOf) behind(asOf, on);
showPlaces(page);
