// What would have changed an answer: other replies to one question, and where the same rules lead with them.

/** @import { Change, DecisionResponse } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Context } from "./explanation.js" */
/** @import { Question } from "../question/question.js" */

import { around, element, fill, gap } from "../../assets/javascripts/page/dom.js";

/** @param {Change} change @param {DecisionResponse} decision @param {Context} context */
export function renderChange(change, decision, context) {
  const question = context.questions.get(change.fact);
  const label = new Text(question?.label ?? change.fact);
  const reply = question ? renderReplies(change, question, context) : "";
  const sentence = question?.whatIf || context.words.change;
  const attributes = { "data-change": change.fact, "data-leads-to": change.outcome };
  return element(
    "li",
    attributes,
    ...around(sentence, { label, reply }),
    gap(sentence),
    ...renderOutcome(change, decision, context),
  );
}

/**
 * The other outcome; where it is the same, the statements that would be made and are not made now. Where none is, only
 * something that is said now would not be: then the outcome stands there all the same.
 * @param {Change} change @param {DecisionResponse} decision @param {Context} context
 * @returns {Node[]}
 */
function renderOutcome({ outcome, findings = [] }, decision, { texts }) {
  const made = new Set(decision.findings.map(({ code }) => code));
  const said = outcome === decision.outcome ? findings : [];
  const sentences = said
    .filter(({ code }) => !made.has(code))
    .flatMap(({ code, figures }) => texts.sentence(code, figures) ?? [])
    .flatMap((text) => [text, document.createTextNode(gap(text.textContent ?? ""))]);
  return sentences.length ? sentences : [document.createTextNode(texts.title(outcome))];
}

/**
 * The replies that lead to another outcome, as one phrase.
 * @param {Change} change
 * @param {Question} question
 * @param {Context} context
 */
function renderReplies({ values, from, to }, question, { words }) {
  if (values)
    return new Text(
      values.map((value) => fill(words.quoted, { reply: question.labelOf(value) })).join(words.or),
    );
  const slots = { from: from?.text ?? "", to: to?.text ?? "" };
  if (from && from.value === to?.value) return around(words.only, slots);
  if (from && to) return around(words.between, slots);
  if (from) return around(question.written ? words.at_least_date : words.at_least, slots);
  return around(question.written ? words.at_most_date : words.at_most, slots);
}
