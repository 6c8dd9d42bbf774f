// A text as a QR code.

import { generate } from "lean-qr";
import { toSvg } from "lean-qr/extras/svg";

/** What the standard asks for around a code, in its modules: without it, no reader finds the code. */
const QUIET = 4;

/**
 * Black on white in every scheme: few readers know a code in light on dark.
 * @param {string} text
 * @param {string} label for those who do not see it
 */
export function drawQr(text, label) {
  const svg = toSvg(generate(text), document, { on: "#000", off: "#fff", pad: QUIET });
  for (const [name, value] of Object.entries({ class: "nc-qr", role: "img", "aria-label": label }))
    svg.setAttribute(name, value);
  return svg;
}
