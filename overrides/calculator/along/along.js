// What an answer can be taken along as. fold.js fetches this once the reader wants it.

/** @import { Answered, Part } from "./types.d.ts" */

import * as data from "./data/data.js";
import * as link from "./link/link.js";
import * as qr from "./qr/qr.js";
import * as slip from "./slip/slip.js";

/** Each part by the name of its folder. @type {Record<string, Part>} */
const PARTS = {
  link,
  qr,
  slip,
  data,
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
