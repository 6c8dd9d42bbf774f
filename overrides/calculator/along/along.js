// What an answer can be taken along as. fold.js fetches this once the reader wants it.

/** @import { Answered, Part } from "./types.d.ts" */

import * as calendar from "./calendar/calendar.js";
import * as link from "./link/link.js";

/** Each part by the name of its folder. @type {Record<string, Part>} */
const PARTS = {
  link,
  calendar,
};

/**
 * @param {ParentNode} box with what along.html made
 * @param {Answered} answered
 */
export function prepare(box, answered) {
  const { lang, dataset } = answered.root;
  const answer = { ...answered, notice: dataset.notice ?? "", lang };
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-along]")))
    PARTS[section.dataset.along ?? ""]?.prepare(section, answer);
}
