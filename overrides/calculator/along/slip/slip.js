// An answer on one page of paper, or as a PDF: made when the reader prints it, and taken away afterwards.

/** @import { Answer } from "../types.d.ts" */

import {
  copy,
  element,
  fill,
  find,
  MissingElementError,
  part,
} from "../../../assets/javascripts/page/dom.js";
import { linkTo } from "../link/address.js";
import { drawQr } from "../qr/draw.js";
import { codeFor, dayOf, nameOf, repliesOf } from "../record.js";
import { answerOnPaper } from "./answer.js";
import { fit } from "./fit.js";

/** Takes the slip away that was printed last; a browser that prints without a dialog may not have said that it is done. */
let takeAway = () => {};

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, answer) {
  const rules = find(box, '[data-frame="slip"]', HTMLTemplateElement).dataset.rules ?? "";
  const code = codeFor(answer, rules);
  part(box, "print").addEventListener("click", async () => {
    const [made] = await Promise.all([code, answer.styled]);
    takeAway();
    print(slipOf(box, answer, made), nameOf(answer));
  });
}

/** @param {HTMLElement} box @param {Answer} answer @param {string} code */
function slipOf(box, answer, code) {
  const frame = copy(box, '[data-frame="slip"]');
  if (!frame) throw new MissingElementError('template[data-frame="slip"] is not in the page');
  const slip = find(frame, ".nc-slip");
  const day = part(slip, "slip-day");
  const qr = part(slip, "slip-qr");
  part(slip, "slip-title").textContent = document.title;
  day.textContent = fill(day.dataset.says ?? "", { day: dayOf(answer).text });
  qr.append(drawQr(linkTo(answer), qr.dataset.label ?? ""));
  part(slip, "slip-answer").replaceWith(...answerOnPaper(answer));
  for (const { id, label, reply, preset } of repliesOf(answer)) {
    // the day stands above
    if (preset) continue;
    const replied = element("div", { "data-fact": id }, element("dt", {}, label), element("dd", {}, reply));
    part(slip, "slip-facts").append(replied);
  }
  part(slip, "slip-code").textContent = code;
  part(slip, "slip-code-box").hidden = !code;
  return slip;
}

/** Print the slip in place of the page; the name is what a browser offers for the PDF. @param {HTMLElement} slip @param {string} name */
function print(slip, name) {
  const { title, documentElement: page } = document;
  document.body.append(slip);
  fit(slip);
  document.title = name;
  page.dataset.prints = "slip";
  takeAway = () => {
    slip.remove();
    document.title = title;
    delete page.dataset.prints;
  };
  addEventListener("afterprint", () => takeAway(), { once: true });
  globalThis.print();
}
