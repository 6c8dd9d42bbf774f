// Leads from what is under the pointer to the files and lines from which it comes.

import { element } from "./notes.js";

const WAIT_MS = 350;
const PARTS = [
  "data[data-parameter]",
  "data[data-programme]",
  "[data-source]",
  "[data-cited]",
  "[data-finding]",
  "[data-outcome]",
  "[data-question]",
  "article :is(h1, h2, h3, h4)[id]",
].join();

/** @param {HTMLElement} part @param {string} page @returns {Record<string, string>} what is asked of the desk */
function asked(part, page) {
  const { parameter, programme, part: of = "", source, cited, finding, outcome, question } = part.dataset;
  const lang = document.documentElement.lang.slice(0, 2);
  const calculator = /** @type {HTMLElement | null} */ (part.closest("notice-calculator"));
  const of_notice = { notice: calculator?.dataset.notice ?? page.split("/")[0] ?? "", lang };
  if (parameter) return { parameter, value: part.getAttribute("value") ?? "" };
  if (programme) return { programme, part: of };
  if (source || cited) return { source: source ?? cited ?? "", lang };
  if (finding) return { finding, ...of_notice };
  if (outcome) return { outcome, ...of_notice };
  if (question) return { question, ...of_notice };
  return { heading: part.id, page, lang };
}

/** @param {string} page the name of this page */
export function showPlaces(page) {
  const box = element("div", { class: "desk-places", "data-desk": "places", hidden: "" });
  let timer = 0;
  const later = (/** @type {() => void} */ act, wait = WAIT_MS) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  };
  document.addEventListener("pointerover", ({ target, pageX, pageY }) => {
    if (!(target instanceof Element) || box.contains(target)) return clearTimeout(timer);
    const part = /** @type {HTMLElement | null} */ (target.closest(PARTS));
    later(() => (part ? show(box, part, page, pageX, pageY) : box.toggleAttribute("hidden", true)));
  });
}

/** @param {HTMLElement} box @param {HTMLElement} part @param {string} page @param {number} x @param {number} y */
async function show(box, part, page, x, y) {
  const response = await fetch(`/desk/where.json?${new URLSearchParams(asked(part, page))}`);
  /** @type {{path: string, line: number, open: string}[]} */
  const places = await response.json();
  box.hidden = places.length === 0;
  box.replaceChildren(
    ...places.map(({ path, line, open }) => {
      const copy = element("button", { type: "button" }, "copy");
      copy.addEventListener("click", () => navigator.clipboard.writeText(`${path}:${line}`));
      return element("div", {}, element("a", { href: open }, `${path}:${line}`), copy);
    }),
  );
  document.body.append(box);
  box.style.left = `${Math.max(4, Math.min(x, innerWidth - box.offsetWidth - 24))}px`;
  box.style.top = `${y + 14}px`;
}
