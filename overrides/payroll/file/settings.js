// How a file was read: encoding, separator, sheet. The guess is shown, and can be changed.

/** @import { Chosen } from "../read/types.d.ts" */
/** @import { Grid, Words } from "../types.d.ts" */

import { element, find, part } from "../../assets/javascripts/page/dom.js";

/** @type {("encoding" | "separator" | "sheet")[]} */
const SETTINGS = ["encoding", "separator", "sheet"];
/** Names of separators and encodings in the words, by what they are in a file. */
const NAMES = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
  "utf-8": "utf_8",
  "utf-16le": "utf_16",
  "utf-16be": "utf_16_be",
  gb18030: "gb",
  "windows-1252": "latin",
};

export class Settings {
  /** @param {HTMLElement} section of file.html @param {Words} words @param {(chosen: Chosen) => void} change */
  constructor(section, words, change) {
    this.section = section;
    this.words = words;
    for (const setting of SETTINGS)
      this.#select(setting).addEventListener("change", () => change(this.chosen));
  }

  /** What stands in the lists that are shown. @returns {Chosen} */
  get chosen() {
    const shown = SETTINGS.filter((each) => !this.#label(each).hidden && this.#select(each).value);
    return Object.fromEntries(shown.map((each) => [each, this.#select(each).value]));
  }

  /** @param {string} setting */
  #label(setting) {
    return find(this.section, `[data-setting="${setting}"]`);
  }

  /** @param {string} setting */
  #select(setting) {
    return find(this.#label(setting), "select", HTMLSelectElement);
  }

  /** @param {Grid} grid */
  show({ encoding, separator, sheets, sheet }) {
    this.#offer("encoding", encoding ? [encoding.used, ...encoding.others] : [], encoding?.used ?? "");
    this.#offer("separator", separator ? [separator.used, ...separator.others] : [], separator?.used ?? "");
    this.#offer("sheet", sheets, sheet);
    const guesses = SETTINGS.filter((each) => !this.#label(each).hidden);
    const said = guesses.map((each) => this.#select(each).selectedOptions[0]?.textContent ?? "");
    part(this.section, "guess").textContent = said.join(" · ");
  }

  /** @param {string} setting @param {string[]} offered @param {string} chosen */
  #offer(setting, offered, chosen) {
    this.#label(setting).hidden = offered.length === 0;
    const options = offered.map((value) => element("option", { value }, this.#named(setting, value)));
    this.#select(setting).replaceChildren(...options);
    this.#select(setting).value = chosen;
  }

  /** @param {string} setting @param {string} value */
  #named(setting, value) {
    const { separators, encodings } = this.words.file;
    const name = /** @type {Record<string, string>} */ (NAMES)[value] ?? "";
    const said = setting === "separator" ? separators[name] : setting === "encoding" ? encodings[name] : "";
    // names of encodings stand between marks, as they are no words
    return said?.replaceAll("`", "") || value;
  }
}
