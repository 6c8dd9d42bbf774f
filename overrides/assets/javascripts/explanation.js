// How an answer came about, step by step, and what would have changed it.

/** @import { Change, DecisionResponse, Step } from "./protocol.d.ts" */
/** @import { Question } from "./question.js" */
/** @import { Texts } from "./texts.js" */
/** @import { ExplainWords } from "./words.d.ts" */

import { inWords } from "./day.js";
import { element, fill } from "./dom.js";

/**
 * @typedef {object} Context
 * @property {Texts} texts
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
  const changes = (decision.changes ?? []).map((change) => renderChange(change, context));
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
  const text = texts.get("reason", step.finding, figures) ?? texts.get("action", step.finding, figures);
  const facts = step.facts.flatMap((id) => renderFact(id, context));
  const law = [
    ...step.parameters.map((parameter) => renderParameter(parameter, context)),
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
function renderFact(id, { questions, words, lang }) {
  const question = questions.get(id);
  if (!question) return [];
  const reply = inWordsIfDay(question.reply, question, lang);
  return [element("li", { "data-fact": id }, fill(words.fact, { label: question.label, reply }))];
}

/** @param {Step["parameters"][number]} parameter @param {Context} context */
function renderParameter({ id, value, text, since, sources }, { texts, words, parameters, lang }) {
  const sentence = fill(words.parameter, {
    name: parameters[id] ?? id,
    value: text,
    date: inWords(since, lang),
  });
  return element(
    "li",
    { "data-parameter-read": id, "data-value": value },
    sentence,
    " ",
    texts.sources(sources),
  );
}

/** @param {NonNullable<Step["bands"]>[number]} band @param {Context} context */
function renderBand({ table, since, wage_over, wage_up_to, sources }, { texts, words, parameters, lang }) {
  const sentence =
    wage_up_to === null ? words.band_open : Number(wage_over) === 0 ? words.band_first : words.band;
  const over = ringgit(wage_over);
  const up_to = ringgit(wage_up_to ?? "");
  const filled = fill(sentence, {
    name: parameters[table] ?? table,
    over,
    up_to,
    date: inWords(since, lang),
  });
  return element("li", { "data-band": table }, filled, " ", texts.sources(sources));
}

/** @param {string} amount */
const ringgit = (amount) => `RM${amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}`;

/** @param {string} value @param {Question} question @param {string} lang */
function inWordsIfDay(value, question, lang) {
  return ["date", "month"].includes(question.kind) && /^\d{4}-\d{2}/.test(value)
    ? inWords(value, lang)
    : value;
}

/** @param {Change} change @param {Context} context */
function renderChange(change, context) {
  const question = context.questions.get(change.fact);
  const label = question?.label ?? change.fact;
  const reply = question ? renderReplies(change, question, context) : "";
  const sentence = fill(question?.whatIf || context.words.change, { label, reply });
  const outcome = context.texts.title(change.outcome);
  return element(
    "li",
    { "data-change": change.fact, "data-leads-to": change.outcome },
    sentence,
    " ",
    outcome,
  );
}

/**
 * The replies that lead to another outcome, as one phrase.
 * @param {Change} change
 * @param {Question} question
 * @param {Context} context
 */
function renderReplies({ values, from, to }, question, { words, lang }) {
  if (values)
    return values.map((value) => fill(words.quoted, { reply: question.labelOf(value) })).join(words.or);
  const isDay = ["date", "month"].includes(question.kind);
  const end = (/** @type {string | null | undefined} */ value) =>
    value ? inWordsIfDay(value, question, lang) : "";
  const slots = { from: end(from), to: end(to) };
  if (from && from === to) return fill(words.only, slots);
  if (from && to) return fill(words.between, slots);
  if (from) return fill(isDay ? words.at_least_date : words.at_least, slots);
  return fill(isDay ? words.at_most_date : words.at_most, slots);
}
