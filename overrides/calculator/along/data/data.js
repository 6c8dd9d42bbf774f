// An answer as a spreadsheet, and as data for a program: files that the page makes itself.

/** @import { Answer } from "../types.d.ts" */
/** @import { DataWords } from "./types.d.ts" */

import { find, part } from "../../../assets/javascripts/page/dom.js";
import { linkTo } from "../link/address.js";
import { codeFor, nameOf } from "../record.js";
import { save } from "../save.js";
import { asked } from "../slip/code.js";
import { wordsOf } from "../words.js";
import { csv, withAllDigits } from "./csv.js";
import { rowsOf } from "./rows.js";

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, answer) {
  const script = find(box, '[data-part="headings"]', HTMLScriptElement);
  const rules = script.dataset.rules ?? "";
  const code = codeFor(answer, rules);
  part(box, "csv").addEventListener("click", async () => {
    const words = /** @type {DataWords} */ (wordsOf(box));
    const rows = rowsOf(answer, { words, headings: JSON.parse(script.text), rules, code: await code });
    save(csv(withAllDigits(rows)), "text/csv", `${nameOf(answer)}.csv`);
  });
  part(box, "json").addEventListener("click", async () => {
    const said = JSON.stringify(recordFor(answer, rules, await code), null, 2);
    save(`${said}\n`, "application/json", `${nameOf(answer)}.json`);
  });
}

/** The decision with what it answers; request and response are as schema/ of the site has them. @param {Answer} answer @param {string} rules @param {string} code */
function recordFor(answer, rules, code) {
  const { notice, lang, facts, decision: response } = answer;
  const request = { notice, lang, facts: asked(facts, response) };
  return { request, response, rules, code, address: linkTo(answer) };
}
