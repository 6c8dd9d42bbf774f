// The writers' texts as the templates hold them, with the figures of a decision filled in.

/** @import { Figure } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Words } from "../words.d.ts" */

import { copy, element, fill, gap } from "../../assets/javascripts/page/dom.js";

/** @typedef {Record<string, Figure>} Figures */

/** What falls away with a figure that is not given: so one text serves answers with and without it. */
const WITH_IT = "tr, li, dl > div, p:not(:first-child)";

/**
 * Fill the figure slots of a text, and the address of a button that is made of one.
 * @param {DocumentFragment} text
 * @param {Figures} figures
 */
export function fillFigures(text, figures) {
  for (const slot of text.querySelectorAll("data[data-figure]")) {
    const figure = figures[slot.getAttribute("data-figure") ?? ""];
    if (figure) {
      slot.setAttribute("value", figure.value);
      slot.textContent = figure.text;
    } else {
      (slot.closest(WITH_IT) ?? slot).remove();
    }
  }
  for (const table of text.querySelectorAll("table")) if (!table.querySelector("tbody tr")) table.remove();
  for (const list of text.querySelectorAll("dl")) if (!list.firstElementChild) list.remove();
  for (const link of text.querySelectorAll("a[data-link]")) {
    const address = fill(link.getAttribute("data-link") ?? "", valuesOf(figures));
    link.setAttribute("href", address.replace(/\s/g, ""));
  }
  return text;
}

/** Most Chinese words have two signs; the last of a text is not parted, so that no sign begins a line alone. */
const LAST_WORD = /[\u4e00-\u9fff]{2}[。）]?$/;

/** @param {DocumentFragment} text */
function keepLastWords(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const start = node.data.search(LAST_WORD);
    // a figure is whole as it is, and what was split off comes next
    if (start >= 0 && !node.parentElement?.matches("data, .figure"))
      node.after(element("span", { class: "figure" }, node.splitText(start)));
  }
  return text;
}

/** @param {Figures} figures */
const valuesOf = (figures) =>
  Object.fromEntries(Object.entries(figures).map(([id, { value }]) => [id, value]));

/** Where the label of a source stands in the words that say what of it was seen. */
const LABEL = "{label}";

/** @param {string} kind @param {string} code */
const selector = (kind, code) => `[data-${kind}="${CSS.escape(code)}"]`;

export class Texts {
  /**
   * @param {HTMLElement} root with the templates
   * @param {Words} words
   */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    const boxes = copy(root, '[data-frame="decision"]')?.querySelectorAll("[data-findings]") ?? [];
    /** The parts of an answer in which a finding can stand. */
    this.kinds = [...boxes].map((box) => box.getAttribute("data-findings") ?? "");
  }

  /**
   * @param {string} kind of text: one of `kinds`, or "outcome-text"
   * @param {string} code
   * @param {Figures} figures
   * @returns {DocumentFragment | null}
   */
  get(kind, code, figures) {
    const text = copy(this.root, selector(kind, code));
    return text && keepLastWords(fillFigures(text, figures));
  }

  /**
   * A finding in sentences, in whichever part of an answer it stands.
   * @param {string} code
   * @param {Figures} figures
   * @returns {DocumentFragment | null}
   */
  sentence(code, figures) {
    const kind = this.kinds.find((each) => this.root.querySelector(`template${selector(each, code)}`));
    const text = kind ? this.get(kind, code, figures) : null;
    text?.querySelector(".nc-button")?.remove();
    const more = text?.querySelector(".nc-more");
    const [what, howMuch] = text?.querySelectorAll("th, td") ?? [];
    if (text && what && howMuch) {
      const [between = "", end = ""] = this.words.cost.replace("{what}", "").split("{how_much}");
      text.replaceChildren(...what.childNodes, between, ...howMuch.childNodes, end);
    }
    if (text && more) text.append(gap(text.textContent ?? ""), ...more.childNodes);
    more?.remove();
    return text;
  }

  /** @param {string} outcome */
  tone(outcome) {
    return this.#outcome(outcome)?.dataset.tone ?? "info";
  }

  /** An outcome in a few words: its title, or its first paragraph. @param {string} outcome */
  title(outcome) {
    const template = this.#outcome(outcome);
    return template?.dataset.title || template?.content.firstElementChild?.textContent?.trim() || outcome;
  }

  /** @param {string} outcome @returns {HTMLTemplateElement | null} */
  #outcome(outcome) {
    return this.root.querySelector(`template${selector("outcome-text", outcome)}`);
  }

  /** The short name of a source; empty where it has none. @param {string} id */
  section(id) {
    return this.#source(id)?.dataset.section ?? "";
  }

  /** @param {string} id @returns {HTMLTemplateElement | null} */
  #source(id) {
    return this.root.querySelector(`template${selector("source", id)}`);
  }

  /**
   * A source as a link, in the words that say what of it was seen, as cite() in hooks/render/html.py has them on a page.
   * @param {string} id
   * @returns {(Node | string)[]}
   */
  source(id) {
    const standing = this.#source(id)?.dataset.standing ?? "seen";
    const [before = "", after = ""] = (this.words.cited[standing] ?? LABEL).split(LABEL);
    return [
      before.charAt(0).toUpperCase() + before.slice(1),
      copy(this.root, selector("source", id)) ?? id,
      after,
    ];
  }
}
