// A decision as the reader sees it: the outcome, its figures, what to do, what it can cost, why.

/** @import { DecisionResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Texts } from "./texts.js" */
/** @import { Words } from "../words.d.ts" */

import { copy, find, MissingElementError, part } from "../../assets/javascripts/page/dom.js";
import { Citations } from "./citations.js";
import { figuresOf } from "./figures.js";
import { renderFindings } from "./findings.js";

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

  const text = texts.get("outcome-text", decision.outcome, figuresOf(decision.findings));
  if (text) renderOutcome(text, answer);
  else part(answer, "outcome").append(decision.outcome);
  renderFindings(decision.findings, answer, texts, new Citations(answer, texts, words));
  return answer;
}

/**
 * The first paragraph is the outcome; what it means follows, then tables and key figures.
 * @param {DocumentFragment} text
 * @param {HTMLElement} answer
 */
function renderOutcome(text, answer) {
  const [outcome, ...rest] = text.children;
  const first = rest.findIndex(({ tagName }) => tagName !== "P");
  const end = first < 0 ? rest.length : first;
  part(answer, "outcome").append(outcome ?? "");
  part(answer, "meaning").append(...rest.slice(0, end));
  part(answer, "figures").append(...rest.slice(end));
}
