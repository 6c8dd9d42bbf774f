// Puts the replies of a link into the form, as if they had been typed, and says what could not be put there.

/** @import { AnswerBox } from "../../answer/answer-box.js" */
/** @import { Form } from "../../form/form.js" */
/** @import { Question } from "../../question/question.js" */
/** @import { Fetched } from "../types.d.ts" */
/** @import { Read } from "./fragment.js" */

import { asTyped, today } from "../../../assets/javascripts/page/day.js";
import { around, element, fill, find, part } from "../../../assets/javascripts/page/dom.js";
import { toTop } from "../../../assets/javascripts/page/scroll.js";
import { wear } from "../../../assets/javascripts/page/style.js";
import { lateOf, wordsOf } from "../words.js";
import { read } from "./fragment.js";
import { inShort, outcomeOf } from "./was.js";

/**
 * @typedef {object} Restoring
 * @property {HTMLElement} root of the calculator
 * @property {Form} form
 * @property {AnswerBox} box
 * @property {(sent: boolean) => Promise<void>} ask `sent`: shows what is missing, as to a reader who asked for the answer
 * @property {() => Promise<void>} backToToday
 *
 * @typedef {{ all: boolean, again: Question[] }} Put whether all had a place; questions whose reply is none of today's
 */

const DAY_OR_MONTH = /^\d{4}(-\d\d){1,2}$/;

/**
 * @param {string} fragment of the address
 * @param {Fetched} along the words are in it
 * @param {Restoring} calculator
 */
export async function restore(fragment, { html, style }, calculator) {
  const { root, form, ask } = calculator;
  const template = element("template");
  template.innerHTML = html;
  wear(style);
  const words = wordsOf(find(template.content, '[data-along="link"]'));
  const link = read(fragment);
  const put = link.known ? putBack(form, link.replies) : { all: true, again: [] };
  await ask(link.known);
  root.querySelector(".nc-restored")?.remove();
  const result = part(root, "result");
  const parts = said(words, link, put);
  if (result.firstChild) parts.push(changed(words, link.was, lateOf(template.content), calculator.box));
  else if (link.was && isWhole(link, put) && form.shown.some(({ error }) => error))
    parts.push(words.no_answer ?? "");
  const note = element("p", { class: "nc-restored", role: "status" }, ...parts);
  part(root, "restart").addEventListener("click", () => note.remove(), { once: true });
  if (!result.firstChild) return form.element.before(note);
  offerToday(note, words, calculator);
  result.before(note);
  form.element.addEventListener("input", () => note.remove(), { once: true });
  toTop(note);
}

/** @param {Form} form @param {Record<string, string>} replies @returns {Put} */
function putBack(form, replies) {
  /** @type {[Question, string][]} */
  const asked = [];
  for (const [id, reply] of Object.entries(replies)) {
    const question = form.questions.get(id);
    if (question)
      asked.push([question, question.written && DAY_OR_MONTH.test(reply) ? asTyped(reply) : reply]);
  }
  form.answers = Object.fromEntries(asked.map(([question, reply]) => [question.id, reply]));
  const again = asked.filter(([question, reply]) => inOrder(question.kept) !== inOrder(reply));
  return {
    all: asked.length === Object.keys(replies).length,
    again: again.map(([question]) => question),
  };
}

/** Several choices in one text, in whichever order. @param {string} reply */
const inOrder = (reply) => reply.trim().split(",").sort().join();

/** Nothing was lost on the way, or by what the rules ask today. @param {Read} link @param {Put} put */
const isWhole = ({ whole }, { all, again }) => whole && all && !again.length;

/** @param {Record<string, string>} words @param {Read} link @param {Put} put */
function said(words, { known, whole }, { all, again }) {
  if (!known) return [words.unknown_link ?? ""];
  const labels = again.map(({ label }) => fill(words.question ?? "", { label })).join("");
  return [
    words.put_back ?? "",
    whole && all ? "" : (words.left_out ?? ""),
    again.length ? fill(words.answer_again ?? "", { questions: labels }) : "",
  ];
}

/**
 * What has changed in the answer since the link was made. Nothing is said of a link that does not say what it was.
 * @param {Record<string, string>} words @param {string} was @param {string} late @param {AnswerBox} box
 */
function changed(words, was, late, { decision, texts }) {
  if (!was || !decision || was === inShort(decision, late)) return "";
  const before = outcomeOf(was);
  if (before === decision.outcome) return words.other_details ?? "";
  const outcome = texts.title(before).replace(/[.。]$/, "");
  // an outcome that has no words any more is not named
  return outcome === before ? (words.other_outcome ?? "") : fill(words.other_than ?? "", { outcome });
}

/** The day of the link counts; where it is not the reader's own, the way back stands beside it. */
function offerToday(
  /** @type {HTMLElement} */ note,
  /** @type {Record<string, string>} */ words,
  /** @type {Restoring} */ { form, backToToday },
) {
  const { reading, preset } = [...form.questions.values()].find(({ datesAnswer }) => datesAnswer) ?? {};
  if (!preset || !reading || reading.value === today()) return;
  const button = element("button", { type: "button", class: "nc-link" }, words.today ?? "");
  button.addEventListener("click", () => {
    note.remove();
    backToToday();
  });
  note.append(...around(words.link_day ?? "", { day: reading.text }), " ", button);
}
