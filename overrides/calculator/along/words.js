// What along.html hands over: the words of a part, and the code of a finding.

import { find } from "../../assets/javascripts/page/dom.js";

/** @param {HTMLElement} box the section of the part @returns {Record<string, string>} */
export const wordsOf = (box) => JSON.parse(box.dataset.words ?? "{}");

/** The finding that warns of a day after the law's last check. @param {ParentNode} along what along.html made */
export const lateOf = (along) => find(along, "[data-late]").dataset.late ?? "";
