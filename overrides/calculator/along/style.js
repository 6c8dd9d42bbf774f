// The style of what is taken along, which comes with it.

import { element } from "../../assets/javascripts/page/dom.js";

/** Once for all answers of a page. @param {string} address relative to the page */
export function wear(address) {
  if (document.querySelector("link[data-along-style]")) return;
  document.head.append(element("link", { rel: "stylesheet", href: address, "data-along-style": "" }));
}
