// A decision as the reader sees it: the outcome, why, what to do.

/** @import { DecisionResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Texts } from "./texts.js" */
/** @import { Words } from "../words.d.ts" */

import { copy, find, MissingElementError, part } from "../../assets/javascripts/page/dom.js";

/**
 * @param {DecisionResponse} decision
 * @param {HTMLElement} root of calculator.html
 * @param {Texts} texts
 * @param {Words} words
 * @returns {HTMLElement} with `data-outcome`
 */
export function renderDecision(decision, root, texts, words) {
  const frame = copy(root, '[data-frame="decision"]');
  if (!frame) throw new MissingElementError('template[data-frame="decision"] is not in the page');
  const answer = find(frame, ".nc-answer");
  const tone = texts.tone(decision.outcome);
  answer.dataset.outcome = decision.outcome;
  answer.dataset.tone = tone;
  part(answer, "tone").textContent = words.tones[tone] ?? words.tones.info;

  const figures = Object.assign({}, ...decision.findings.map((finding) => finding.figures).reverse());
  part(answer, "outcome").append(texts.get("outcome-text", decision.outcome, figures) ?? decision.outcome);
  renderFindings(decision, answer, texts);
  return answer;
}

/**
 * @param {DecisionResponse} decision
 * @param {HTMLElement} answer
 * @param {Texts} texts
 */
function renderFindings(decision, answer, texts) {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (answer.querySelectorAll("[data-findings]"))) {
    const kind = box.dataset.findings ?? "";
    const items = decision.findings.flatMap((finding) => texts.finding(finding, kind) ?? []);
    find(box, "ul").append(...items);
    box.hidden = items.length === 0;
  }
  for (const { code } of decision.findings) {
    const shown = answer.querySelector(`[data-finding="${CSS.escape(code)}"]`);
    if (!shown) console.warn(`notice-calculator: no words for the finding ${code}`);
  }
}
