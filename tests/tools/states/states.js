// Draws every state with the scripts of the parts themselves: a row for each, in both languages side by side.

/** @import { Draw, PayrollRows, Rows } from "./rows.d.ts" */

import { element, find } from "../../../overrides/assets/javascripts/page/dom.js";
import { renderDecision } from "../../../overrides/calculator/answer/decision.js";
import { renderExplanation } from "../../../overrides/calculator/explanation/explanation.js";
import { OtherDay } from "../../../overrides/calculator/other-day/other-day.js";
import { draw as drawn } from "../../../overrides/calculator/picture/draw.js";
import { Status } from "../../../overrides/calculator/status/status.js";
import { apart, Pattern } from "./pattern.js";
import { drawPayroll } from "./payrolls.js";

// The page would begin a calculator here; this page draws its parts
customElements.define("notice-calculator", class extends HTMLElement {});

const holders = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-pattern]"))];
const patterns = holders
  .filter((holder) => holder.querySelector("notice-calculator"))
  .map((holder) => new Pattern(holder));

/** @type {Draw} */
const DRAW = {
  question(row, pattern, box) {
    const { form, all } = pattern.form(row.question);
    const question = all.questions.get(row.question);
    if (!question) return;
    question.kept = row.reply ?? question.preset;
    question.settle(null);
    question.sayBack(row.read?.[pattern.lang]);
    if (row.error) question.showError(row.error, row.readings?.[pattern.lang]);
    box.append(form);
  },

  "error-summary"(row, pattern, box) {
    const { form, all } = pattern.form(...Object.keys(row.errors));
    const errors = Object.entries(row.errors).map(([question, code]) => ({ question, code }));
    all.showErrors({ status: "invalid", errors }, true);
    box.append(form);
  },

  status(row, pattern, box) {
    box.append(...pattern.frame());
    if (!row.does) return;
    find(box, '[data-part="without"]').hidden = true;
    pattern.showFirst(box);
    /** @type {any} */
    const status = new Status(box, pattern.words);
    for (const [method, ...given] of row.does) status[method](...given);
  },

  answer(row, pattern, box) {
    const response = row.responses[pattern.lang];
    if (!response) return;
    const answer = renderDecision(response, pattern.root, pattern.texts, pattern.words);
    box.append(answer);
    const details = find(answer, '[data-part="explain"]', HTMLDetailsElement);
    const explain = () => {
      pattern.answer(row.facts, response);
      const target = find(details, '[data-part="explanation"]');
      target.replaceChildren(
        ...(response.steps
          ? renderExplanation(response, pattern.context(answer))
          : [pattern.words.explain.failed]),
      );
      apart(target);
    };
    details.addEventListener("toggle", explain, { once: true });
    details.open = row.open ?? false;
  },

  picture(row, pattern, box) {
    const shown = row.by[pattern.lang];
    if (shown) box.innerHTML = drawn(shown.picture, shown.reader);
  },

  "other-day"(row, pattern, box) {
    const { history = [], text = "", title = "" } = row.by[pattern.lang] ?? {};
    const [, value, shown] = history.at(-1) ?? ["", "", ""];
    const figure = element("data", { value: value ?? "", "data-history": JSON.stringify(history) }, shown);
    const [before = "", after = ""] = text.split("{figure}");
    box.append(element("h1", {}, title), element("p", {}, before, figure, after));
    new OtherDay(box, pattern.words.history, () => {}).show(row.by[pattern.lang]?.day || null);
  },
};

/** @template {keyof Rows} Part @param {HTMLElement} section @param {Part} part @param {Rows[Part]} row */
function draw(section, part, row) {
  const pair = element("div", { class: "states__pair" });
  for (const pattern of patterns) {
    const box = document.createElement("notice-calculator");
    box.className = "nc";
    box.lang = pattern.lang;
    DRAW[part](row, pattern, box);
    apart(box);
    pair.append(box);
  }
  section.append(element("p", { class: "states__caption" }, row.name), pair);
}

/**
 * A question is looked at as it is asked, with a reply, as not known, and with each mistake.
 * @param {Rows["question"]} row @returns {Rows["question"][]}
 */
function questionRows({ question, reply, name, read, readings, two_ways }) {
  const { errors, unknown } = /** @type {Pattern} */ (patterns[0]).question(question);
  const notKnown = unknown ? [{ question, name: `${name}, not known`, reply: "unknown" }] : [];
  return [
    { question, name },
    { question, name: `${name}, ${reply}`, reply, read },
    ...notKnown,
    ...Object.keys(errors).map((error) => ({
      question,
      name: `${name}, ${error}`,
      error,
      readings: error === "ambiguous" ? readings : {},
      reply: error === "missing" ? "" : error === "ambiguous" ? two_ways : reply,
    })),
  ];
}

for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-states]"))) {
  const rows = JSON.parse(find(section, "script", HTMLScriptElement).text);
  if (section.dataset.states?.startsWith("payroll-")) {
    const name = /** @type {keyof PayrollRows} */ (section.dataset.states);
    for (const row of rows) drawPayroll(section, name, row, holders);
    continue;
  }
  const part = /** @type {keyof Rows} */ (section.dataset.states);
  const all = part === "question" ? rows.flatMap(questionRows) : rows;
  for (const row of all) draw(section, part, row);
}

const scheme = find(document, ".states__scheme");
const dark = (/** @type {boolean} */ on) => {
  document.body.dataset.mdColorScheme = on ? "slate" : "default";
  scheme.setAttribute("aria-pressed", String(on));
};
scheme.addEventListener("click", () => dark(scheme.getAttribute("aria-pressed") !== "true"));
dark(matchMedia("(prefers-color-scheme: dark)").matches);
