// Small helpers for the elements our templates name.

/** Raised when a template lacks an element that the script needs; names it. */
export class MissingElementError extends Error {
  name = "MissingElementError";
}

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} [type]
 * @returns {T}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  const wanted = type ?? HTMLElement;
  if (!(found instanceof wanted))
    throw new MissingElementError(`${selector} is not in the page as ${wanted.name}`);
  return /** @type {T} */ (found);
}

/**
 * @param {ParentNode} root
 * @param {string} name
 */
export const part = (root, name) => find(root, `[data-part="${name}"]`);

/**
 * The content of a template, ready to be put in the page.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {DocumentFragment | null} null where there is no such template
 */
export function copy(root, selector) {
  const template = root.querySelector(`template${selector}`);
  if (!(template instanceof HTMLTemplateElement)) return null;
  return /** @type {DocumentFragment} */ (document.importNode(template.content, true));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * Words with their {slots} filled.
 * @param {string} text
 * @param {Record<string, string>} slots
 */
export function fill(text, slots) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => slots[name] ?? whole);
}

/**
 * Words whose {slots} are filled with figures, each on one line, or with what stands there ready.
 * @param {string} text
 * @param {Record<string, string | Node | (string | Node)[]>} slots
 */
export const around = (text, slots) =>
  text.split(/\{(\w+)\}/).flatMap((piece, index) => {
    const slot = index % 2 ? (slots[piece] ?? "") : new Text(piece);
    return typeof slot === "string" ? element("span", { class: "figure" }, slot) : slot;
  });

/**
 * What stands between two sentences: Chinese has no space after its full-width punctuation.
 * @param {string} before
 */
export const gap = (before) => (/[\u3000-\uffef]$/.test(before) ? "" : " ");
