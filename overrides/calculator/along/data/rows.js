// An answer as the rows of a spreadsheet: what it is about, the replies, the outcome, its figures, every finding.

/** @import { Finding } from "../../../assets/javascripts/protocol.d.ts" */
/** @import { Answer } from "../types.d.ts" */
/** @import { DataWords, Headings } from "./types.d.ts" */

import { element, fill } from "../../../assets/javascripts/page/dom.js";
import { figuresOf } from "../../answer/figures.js";
import { linkTo } from "../link/address.js";
import { dayOf, repliesOf } from "../record.js";

/** @typedef {{ words: DataWords, headings: Headings, rules: string, code: string }} Around */

/**
 * @param {Answer} answer
 * @param {Around} around
 * @returns {string[][]} each with part, item, text, value for a program, sources
 */
export function rowsOf(answer, around) {
  const { words } = around;
  return [
    [words.part, words.item, words.text, words.value, words.sources],
    ...about(answer, around),
    ...repliesOf(answer).map(({ label, reply, value }) => [
      around.headings.facts ?? "",
      label,
      reply,
      value,
      "",
    ]),
    ...outcome(answer, words),
    ...answer.decision.findings.flatMap((finding) => findingRows(finding, answer, around)),
  ];
}

/** @param {Answer} answer @param {Around} around */
function about(answer, { words, headings, rules, code }) {
  const day = dayOf(answer);
  const said = [
    [words.page, document.title, answer.notice],
    [words.day, day.text, day.value],
    [words.checked, "", answer.decision.law_as_at],
    // with its notice: of twelve digits a spreadsheet would make a number
    [words.rules, `${answer.notice} ${rules}`, ""],
    [words.address, linkTo(answer), ""],
    [words.code, code, ""],
    [words.note, headings.disclaimer ?? "", ""],
  ];
  return said.map((row) => [words.about, ...row, ""]);
}

/** @param {Answer} answer @param {DataWords} words */
function outcome({ decision, texts }, words) {
  const text = texts.get("outcome-text", decision.outcome, figuresOf(decision.findings));
  const [first, ...rest] = text?.children ?? [];
  const meaning = rest.filter(({ tagName }) => tagName === "P").map(plain);
  const figures = [...(text?.querySelectorAll("dd data, td data") ?? [])];
  return [
    [words.outcome, decision.outcome, first ? plain(first) : "", "", ""],
    ...meaning.map((said) => [words.meaning, "", said, "", ""]),
    ...figures.map((figure) => [words.figures, named(figure, words), plain(figure), valueIn(figure), ""]),
  ];
}

/** @param {Finding} finding @param {Answer} answer @param {Around} around */
function findingRows({ code, figures, sources }, { texts }, { words, headings }) {
  const sentence = texts.sentence(code, figures);
  const kind = texts.kinds.find((each) => texts.get(each, code, figures)) ?? "";
  const cited = sources.map((id) => sourceOf(texts.source(id)));
  return [
    [headings[kind] ?? "", code, sentence ? plain(sentence) : "", "", cited.join(headings.separator)],
    ...Object.entries(figures).map(([id, { value, text }]) => [
      words.figure,
      `${code}.${id}`,
      text,
      value,
      "",
    ]),
  ];
}

/** A source in words, with its address. @param {(Node | string)[]} said */
function sourceOf(said) {
  const line = element("p", {}, ...said);
  return [plain(line), line.querySelector("a")?.href].filter(Boolean).join(" ");
}

/**
 * What a figure of the outcome is called: its label, or the row and the column in which it stands.
 * @param {Element} figure @param {DataWords} words
 */
function named(figure, words) {
  const label = figure.closest("div")?.querySelector("dt");
  if (label) return plain(label);
  const cell = figure.closest("td");
  // the corner counts too, a heading or not
  const column = cell?.closest("table")?.querySelectorAll("thead :is(th, td)")[cell.cellIndex];
  const [row, head] = [cell?.parentElement?.firstElementChild, column].map((each) =>
    each ? plain(each) : "",
  );
  return fill(words.cell, { row: row ?? "", column: head ?? "" });
}

/** @param {Element} figure */
const valueIn = (figure) => figure.getAttribute("value") ?? "";

/** @param {Node} node */
const plain = (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();
