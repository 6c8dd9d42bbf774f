// Every outcome and finding in both languages, with replies that lead there.

import { on } from "./live.js";
import { element } from "./notes.js";

const LANGUAGES = ["en", "zh"];
const box = /** @type {HTMLElement} */ (document.getElementById("answers"));

/** @typedef {{label: string, choices: Record<string, string>}} Question */
/** @typedef {{outcomes: Record<string, string>, findings: Record<string, string>, questions: Record<string, Question>}} Words */
/** @typedef {Record<string, Words> & {examples: Record<string, Record<string, string>>}} Notice */

async function show() {
  /** @type {{problems?: string, notices: Record<string, Notice>}} */
  const { problems, notices } = await (await fetch("/desk/answers.json")).json();
  if (problems !== undefined) {
    box.textContent = problems || "The rules cannot be asked yet.";
    return;
  }
  box.replaceChildren(
    ...Object.entries(notices).flatMap(([notice, words]) => [
      element("h2", {}, notice),
      element("h3", {}, "Outcomes"),
      table(notice, words, "outcomes"),
      element("h3", {}, "Findings"),
      table(notice, words, "findings"),
    ]),
  );
}

/** @param {string} notice @param {Notice} words @param {"outcomes" | "findings"} part */
function table(notice, words, part) {
  const rows = Object.keys(words.en?.[part] ?? {}).map((code) => row(notice, words, part, code));
  return element("table", {}, element("tbody", {}, ...rows));
}

/** @param {string} notice @param {Notice} words @param {"outcomes" | "findings"} part @param {string} code */
function row(notice, words, part, code) {
  const facts = words.examples[code];
  const to = facts && `/desk/#${notice}/index&${new URLSearchParams({ v: "1", ...facts })}`;
  const name = to ? element("a", { href: to }, code) : code;
  const cells = LANGUAGES.map((lang) => {
    const cell = element("td", { lang });
    const { questions = {}, [part]: texts = {} } = words[lang] ?? {};
    cell.innerHTML = texts[code] ?? "";
    const said = Object.entries(facts ?? {}).map(([id, reply]) => {
      const { label = id, choices = {} } = questions[id] ?? {};
      return element("p", { class: "replies" }, `${label} ${choices[reply] ?? reply}`);
    });
    cell.append(...said);
    return cell;
  });
  return element("tr", { id: `${notice}-${code}` }, element("th", { scope: "row" }, name), ...cells);
}

const [button, link, note] = /** @type {HTMLElement[]} */ ([
  .../** @type {HTMLElement} */ (document.getElementById("states")).children,
]);
button?.addEventListener("click", () => fetch("/desk/do?what=states", { method: "POST" }));
/** The change after which all states were last drawn, and the last one. */
let [drawn, last] = [0, 0];
function behind() {
  if (note && drawn) note.textContent = drawn < last ? "Files have changed since they were drawn." : "";
}
on("states", ({ runs, done, said, version }) => {
  if (note) note.textContent = runs ? "being drawn …" : said;
  if (!done) return;
  if (link) link.hidden = false;
  drawn = version;
  behind();
});

let known = true;
on("examples", ({ runs }) => {
  if (!runs && !known) show();
  known = !runs;
});
on("changed", ({ version }) => {
  last = version;
  behind();
  show();
});
show();
