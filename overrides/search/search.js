// The dialog of the search. It answers whatever way the words come: typed, pasted, spoken, or by an input method.

/** @import { Found, Part, Result } from "./types.d.ts" */

import { element, fill, find } from "../assets/javascripts/page/dom.js";
import { wear } from "../assets/javascripts/page/style.js";
import { Engine } from "./engine.js";

/** The dialog is not shown without its style, unless that does not come. */
const STYLE_PATIENCE_MS = 3000;

/**
 * @param {Found} found
 * @param {URL} address of the file that it came in: those in it are relative to that
 * @param {AbortSignal} signal that it is too late: then there is another dialog, or will be
 * @returns {Promise<(opener: HTMLElement) => void>} opens the dialog, and leaves the reader where it was opened
 */
export async function prepare(found, address, signal) {
  const late = new Promise((resolve) => setTimeout(resolve, STYLE_PATIENCE_MS));
  await Promise.race([wear(new URL(found.style, address).href), late]);
  if (signal.aborted) throw new Error("it came too late");
  const made = document.createElement("template");
  made.innerHTML = found.html;
  const dialog = find(made.content, "dialog", HTMLDialogElement);
  document.body.append(dialog);
  const search = new Search(dialog, found, address);
  return (opener) => search.open(opener);
}

class Search {
  /** @param {HTMLDialogElement} dialog @param {Found} found @param {URL} address */
  constructor(dialog, found, address) {
    this.dialog = dialog;
    this.found = found;
    this.address = address;
    this.input = find(dialog, "input", HTMLInputElement);
    this.status = find(dialog, '[role="status"]');
    this.list = find(dialog, "ol");
    this.hint = this.status.textContent ?? "";
    /** @type {Engine | undefined} */
    this.engine = undefined;
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", (event) =>
      this.show(event instanceof InputEvent && event.isComposing),
    );
    this.input.addEventListener("compositionend", () => this.show(false));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    find(this.dialog, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.links()[0]?.click();
    });
    this.dialog.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
      // the dialog itself is what lies around its content
      if (!(target instanceof Element) || target === this.dialog || target.closest("[data-close]"))
        this.dialog.close();
      else if (target.closest("a") && !ctrlKey && !metaKey && !shiftKey) this.follow();
    });
  }

  /** @param {HTMLElement} opener */
  open(opener) {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.input.select();
    this.dialog.addEventListener("close", () => this.followed || opener.focus({ preventScroll: true }), {
      once: true,
    });
    this.followed = false;
    // the dialog is seen before the index is made
    setTimeout(() => this.made());
  }

  /** The reader goes where the link leads, and not back to the button. */
  follow() {
    this.followed = true;
    this.dialog.close();
  }

  made() {
    this.engine ??= new Engine(this.found);
    return this.engine;
  }

  links() {
    return [...this.list.querySelectorAll("a")];
  }

  /** What is found so far. Letters of an input method that are no word yet leave what is shown. @param {boolean} composing */
  show(composing) {
    const typed = this.input.value.trim();
    const results = this.made().search(typed);
    if (composing && !results.length) return;
    const { none, one, several } = this.found.words;
    const said = results.length === 1 ? one : results.length ? several : typed ? none : this.hint;
    this.status.textContent = fill(said, { query: typed, count: String(results.length) });
    this.list.replaceChildren(...results.map((result) => this.item(result)));
    this.list.scrollTop = 0;
  }

  /** @param {Result} result */
  item({ section, page, title, excerpt }) {
    const of = section.id && page.title !== section.title ? [element("small", {}, page.title)] : [];
    const line = excerpt.length ? [element("p", {}, ...marks(excerpt))] : [];
    const link = element(
      "a",
      { href: this.href(page.address, section.id) },
      element("strong", {}, ...marks(title)),
      ...of,
      ...line,
    );
    return element("li", {}, link);
  }

  /** Within this page the fragment alone, so that what is folded opens again (folds.js). @param {string} page @param {string} id */
  href(page, id) {
    const url = new URL(page, this.address);
    const fragment = `#${id}`;
    if (url.pathname === location.pathname.replace(/index\.html$/, "")) return fragment;
    return url.href + (id ? fragment : "");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      // a field for searching would only be emptied by it
      event.preventDefault();
      this.dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const places = [this.input, ...this.links()];
    const at = places.findIndex((place) => place.matches(":focus"));
    const next = places[Math.min(at + step, places.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** @param {Part[]} parts */
const marks = (parts) => parts.map(({ words, marked }) => (marked ? element("mark", {}, words) : words));
