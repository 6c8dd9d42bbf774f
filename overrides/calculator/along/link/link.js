// A link that brings the same replies back.

/** @import { Answer } from "../types.d.ts" */

import { find } from "../../../assets/javascripts/page/dom.js";
import { addressOf } from "./address.js";

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, answer) {
  find(box, '[data-part="address"]', HTMLInputElement).value = addressOf(answer);
}
