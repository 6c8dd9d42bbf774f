// The link to an answer as a QR code, drawn when the reader asks for it.

/** @import { Answer } from "../types.d.ts" */

import { part } from "../../../assets/javascripts/page/dom.js";
import { linkTo } from "../link/address.js";
import { wordsOf } from "../words.js";
import { drawQr } from "./draw.js";

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, answer) {
  const words = wordsOf(box);
  const place = part(box, "qr");
  const button = part(box, "show-qr");
  button.addEventListener("click", () => {
    if (place.firstChild) place.replaceChildren();
    else place.append(drawQr(linkTo(answer), words.label ?? ""));
    button.textContent = (place.firstChild ? words.hide : words.show) ?? "";
  });
}
