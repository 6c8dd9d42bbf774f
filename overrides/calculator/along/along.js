// What an answer can be taken along as, and how it came about. fold.js fetches this once the reader wants either.

/** @import { Answered, Fetched, Part } from "./types.d.ts" */

import { wear } from "../../assets/javascripts/page/style.js";
import * as calendar from "./calendar/calendar.js";
import * as data from "./data/data.js";
import * as link from "./link/link.js";
import * as qr from "./qr/qr.js";
import * as slip from "./slip/slip.js";
import * as twins from "./twins/twins.js";
import { lateOf } from "./words.js";

export { renderExplanation } from "../explanation/explanation.js";
export { restore } from "./link/restore.js";

/** Each part by the name of its folder. @type {Record<string, Part>} */
const PARTS = {
  link,
  calendar,
  twins,
  qr,
  slip,
  data,
};

/**
 * @param {HTMLElement} box
 * @param {Answered} answered
 * @param {Fetched} fetched
 */
export function prepare(box, answered, { html, style, page, twins }) {
  const { lang, dataset } = answered.root;
  const styled = wear(style);
  box.innerHTML = html;
  const at = new URL(page, document.baseURI).href;
  const notice = dataset.notice ?? "";
  const answer = { ...answered, notice, lang, page: at, late: lateOf(box), twins, styled };
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-along]")))
    PARTS[section.dataset.along ?? ""]?.prepare(section, answer);
}
