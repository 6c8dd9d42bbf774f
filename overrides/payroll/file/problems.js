// What was noticed while a file was read, in words.

/** @import { Grid, Words } from "../types.d.ts" */

import { element, fill } from "../../assets/javascripts/page/dom.js";
import { grouped } from "../run/values.js";

/** @param {Grid["problems"]} problems @param {Words} words */
export function problemLines(problems, words) {
  return problems.flatMap(({ code, count, places, figures }) => {
    const rows = places.map(({ row }) => row).join(", ");
    const texts = Object.entries(figures).map(([name, figure]) => [name, String(figure)]);
    const slots = { count: grouped(count), rows, ...Object.fromEntries(texts) };
    const text = fill(words.file.problems[code] ?? "", slots);
    return text ? [element("li", {}, text)] : [];
  });
}
