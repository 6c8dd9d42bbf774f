// The writers' texts as the templates hold them, with the figures of a decision filled in.

/** @import { Figure, Finding } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Words } from "../words.d.ts" */

import { copy, element, gap } from "../../assets/javascripts/page/dom.js";

/** @typedef {Record<string, Figure>} Figures */

/**
 * Fill the figure slots of a text. A slot without figure takes its row, list item or later paragraph along:
 * so one text serves answers with and without that figure.
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
      (slot.closest("tr, li, p:not(:first-child)") ?? slot).remove();
    }
  }
  return text;
}

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
    return text && fillFigures(text, figures);
  }

  /**
   * A finding's sentence, in whichever part of an answer it stands.
   * @param {string} code
   * @param {Figures} figures
   * @returns {DocumentFragment | null}
   */
  sentence(code, figures) {
    const kind = this.kinds.find((each) => this.root.querySelector(`template${selector(each, code)}`));
    return kind ? this.get(kind, code, figures) : null;
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

  /**
   * The sources of a statement as links, in words that say what of each was seen. Where such words come first,
   * they begin the line in place of "Sources".
   * @param {string[]} ids
   * @returns {Node | string} empty where there is none
   */
  sources(ids) {
    if (!ids.length) return "";
    const list = element("span", { class: "nc-sources" });
    const title = this.words[ids.length > 1 ? "sources" : "source"];
    this.#cited(ids).forEach(([pattern, links], index) => {
      const [before = "", after = ""] = pattern.split(LABEL);
      if (index) list.append(this.words.source_separator, before);
      else list.append(before ? before.charAt(0).toUpperCase() + before.slice(1) : title + gap(title));
      links.forEach((link, place) => {
        list.append(place ? this.words.source_and : "", link);
      });
      list.append(after);
    });
    return list;
  }

  /**
   * Words with the links they hold for, as cite() in hooks/render/html.py has them on a page: words before a label hold
   * for all that share them, so these sources stand last; words after one, for it alone.
   * @param {string[]} ids
   * @returns {[pattern: string, links: (Node | string)[]][]}
   */
  #cited(ids) {
    /** @type {[string, (Node | string)[]][]} */
    const alone = [];
    /** @type {Map<string, (Node | string)[]>} */
    const together = new Map();
    for (const id of ids) {
      const selector = `[data-source="${CSS.escape(id)}"]`;
      const standing = this.root.querySelector(`template${selector}`)?.getAttribute("data-standing") ?? "";
      const pattern = this.words.cited[standing] ?? LABEL;
      const link = copy(this.root, selector) ?? id;
      if (pattern.startsWith(LABEL)) alone.push([pattern, [link]]);
      else together.set(pattern, [...(together.get(pattern) ?? []), link]);
    }
    return [...alone, ...together];
  }

  /**
   * A finding as list item; figures that its text does not name are there for programs all the same.
   * @param {Finding} finding
   * @param {string} kind
   * @returns {HTMLLIElement | null} null where the writers have no such text of this kind
   */
  finding(finding, kind) {
    const text = this.get(kind, finding.code, finding.figures);
    if (!text) return null;
    const item = element("li", { "data-finding": finding.code }, text);
    for (const [id, { value, text: shown }] of Object.entries(finding.figures)) {
      if (item.querySelector(`[data-figure="${CSS.escape(id)}"]`)) continue;
      item.append(element("data", { "data-figure": id, value, hidden: "" }, shown));
    }
    item.append(" ", this.sources(finding.sources));
    return item;
  }
}
