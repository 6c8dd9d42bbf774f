// How an answer came about, step by step, and what would have changed it.

/** @import { DecisionResponse, Step } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */
/** @import { Citations } from "../answer/citations.js" */
/** @import { Texts } from "../answer/texts.js" */
/** @import { ExplainWords } from "../words.d.ts" */

import { around, element } from "../../assets/javascripts/page/dom.js";
import { renderChange } from "./changes.js";

/**
 * @typedef {object} Context
 * @property {Texts} texts
 * @property {Citations} citations of the answer that is explained
 * @property {Map<string, Question>} questions
 * @property {ExplainWords} words
 * @property {Record<string, string>} parameters their names
 * @property {string} lang
 */

/**
 * @param {DecisionResponse} decision with steps and changes
 * @param {Context} context
 * @returns {Node[]}
 */
export function renderExplanation(decision, context) {
  const { words } = context;
  const steps = (decision.steps ?? []).map((step, index) => renderStep(step, decision, index, context));
  const changes = (decision.changes ?? []).map((change) => renderChange(change, decision, context));
  return [
    element("h4", {}, words.steps),
    element("ol", { class: "nc-steps" }, ...steps),
    element("h4", {}, words.changes),
    ...(changes.length
      ? [element("p", {}, words.changes_intro), element("ul", { class: "nc-changes" }, ...changes)]
      : [element("p", {}, words.no_changes)]),
  ];
}

/**
 * @param {Step} step
 * @param {DecisionResponse} decision
 * @param {number} index
 * @param {Context} context
 */
function renderStep(step, decision, index, context) {
  const { texts, words } = context;
  const finding = decision.findings[index];
  const figures = finding?.code === step.finding ? finding.figures : {};
  const text = texts.sentence(step.finding, figures);
  const facts = step.facts.flatMap((id) => renderFact(id, context));
  const parameters = new Map(step.parameters.map((parameter) => [JSON.stringify(parameter), parameter]));
  const law = [
    ...[...parameters.values()].map((parameter) => renderParameter(parameter, context)),
    ...(step.bands ?? []).map((band) => renderBand(band, context)),
  ];
  return element(
    "li",
    { "data-step": step.finding },
    element("p", {}, text ?? step.finding),
    ...(facts.length ? [renderList(words.facts, facts)] : []),
    ...(law.length ? [renderList(words.parameters, law)] : []),
  );
}

/** @param {string} title @param {HTMLLIElement[]} items */
function renderList(title, items) {
  return element("div", { class: "nc-because" }, element("span", {}, title), element("ul", {}, ...items));
}

/** @param {string} id @param {Context} context */
function renderFact(id, { questions, words }) {
  const question = questions.get(id);
  if (!question) return [];
  const { label, reply, field } = question;
  const slots = { label: new Text(label), reply: field ? reply : new Text(reply) };
  return [element("li", { "data-fact": id }, ...around(words.fact, slots))];
}

/** @param {Step["parameters"][number]} parameter @param {Context} context */
function renderParameter({ id, value, text, since, sources }, { citations, words, parameters }) {
  const slots = { value: text, date: since.text, name: linkToNotice(id, parameters[id] ?? id) };
  const attributes = { "data-parameter-read": id, "data-value": value };
  return element("li", attributes, ...around(words.parameter, slots), " ", citations.numbers(sources));
}

/**
 * The name of a parameter, as a link to the sentence of the notice that speaks of it, where there is one.
 * @param {string} id @param {string} name @returns {Node}
 */
function linkToNotice(id, name) {
  const sentence = document.querySelector(`[data-parameter="${CSS.escape(id)}"]:not(notice-calculator *)`);
  if (!sentence) return new Text(name);
  sentence.id ||= `figure-${id.replaceAll("_", "-")}`;
  return element("a", { href: `#${sentence.id}` }, name);
}

/** @param {NonNullable<Step["bands"]>[number]} band @param {Context} context */
function renderBand({ table, since, wage_over, wage_up_to, sources }, { citations, words, parameters }) {
  const sentence =
    wage_up_to === null ? words.band_open : Number(wage_over.value) === 0 ? words.band_first : words.band;
  const slots = {
    name: new Text(parameters[table] ?? table),
    over: wage_over.text,
    up_to: wage_up_to?.text ?? "",
    date: since.text,
  };
  return element("li", { "data-band": table }, ...around(sentence, slots), " ", citations.numbers(sources));
}
