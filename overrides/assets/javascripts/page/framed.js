// The framed page of an embedded notice: tells the page around it how high it is, what it is called and where it has led
// its reader. Nothing that is typed is told. What the page around it does with that is frozen (assets/embed/v1.js).

import { find } from "./dom.js";

const GREETING = "v1";
/** The origin of the page around this one, once it has greeted. @type {string | undefined} */
let host;

/**
 * `seen` is the place that the reader is to see, in pixels from the top of this page.
 * @param {{ height?: number, seen?: number, title?: string, lang?: string }} what
 */
function tell(what) {
  if (host !== undefined) parent.postMessage(what, host);
}

function tellAll() {
  const { height } = find(document, "main").getBoundingClientRect();
  tell({ height: Math.ceil(height), title: document.title, lang: document.documentElement.lang });
}

addEventListener("message", ({ source, origin, data }) => {
  if (parent === window || source !== parent || data?.notice !== GREETING) return;
  // a file on a reader's disk has no origin that could be named
  host = origin === "null" ? "*" : origin;
  tellAll();
});

// the page around may have greeted before this script came
if (parent !== window) parent.postMessage({ begun: true }, "*");

new ResizeObserver(tellAll).observe(find(document, "main"));

// Who is led to an answer, to the list of mistakes or to a source is led there by focus or address; this window cannot
// move the one around it.
/** @param {EventTarget | null} target */
function lead(target) {
  if (target instanceof HTMLElement) tell({ seen: target.getBoundingClientRect().top });
}
addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && target.tabIndex === -1) lead(target);
});
addEventListener("hashchange", () =>
  // the ids that a frame leads to have no letter that an address would write otherwise
  lead(document.getElementById(location.hash.slice(1))),
);

// A page of the site or a source is no page for a frame: it opens beside the host's. The other language stays.
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hreflang || link.protocol === "tel:") return;
  if (link.getAttribute("href")?.startsWith("#")) return;
  link.target = "_blank";
  link.relList.add("noopener");
});
