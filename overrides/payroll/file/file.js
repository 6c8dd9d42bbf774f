// A payroll file: chosen, dropped or pasted. How it was read, and which column is which, the reader can change.

/** @import { Chosen } from "../read/types.d.ts" */
/** @import { Grid, Payroll, Words } from "../types.d.ts" */
/** @import { Source, Sources } from "./source.js" */

import { element, fill, find, part } from "../../assets/javascripts/page/dom.js";
import { grouped } from "../run/values.js";
import { Defaults } from "./defaults.js";
import { Epoch } from "./epoch.js";
import { listen } from "./given.js";
import { Mapping } from "./mapping.js";
import { ofColumns, ofReading } from "./said.js";
import { Settings } from "./settings.js";
import { codeOf, figuresOf, LIMIT_MB, stopped } from "./source.js";
import { used } from "./used.js";

export class FileWay {
  /** @type {Source | null} */
  #source = null;
  /** @type {Grid | null} */
  #grid = null;
  /** What stands in the settings is of this one. @type {Source | null} */
  #known = null;
  #mistake = "";
  /** A later choice makes an earlier one void. */
  #turn = 0;
  /** Settled when what was chosen last has been read, or could not be. */
  reading = Promise.resolve();

  /** @param {HTMLElement} section of file.html @param {Words} words @param {Sources} sources */
  constructor(section, words, sources) {
    this.section = section;
    this.words = words;
    this.sources = sources;
    this.input = find(section, '[data-part="chosen"]', HTMLInputElement);
    this.pasted = find(section, '[data-part="pasted"]', HTMLTextAreaElement);
    this.settings = new Settings(section, words, (chosen) => this.#begin(chosen));
    this.mapping = new Mapping(section, words, sources.names, () => this.#begin(this.settings.chosen));
    this.defaults = new Defaults(section, words);
    this.epoch = new Epoch(section, () => this.#sayProblems());
    part(section, "columns").addEventListener("change", () => this.#showUsed());
    const limit = part(section, "limit");
    limit.textContent = fill(limit.dataset.says ?? "", { limit: String(LIMIT_MB) });
    listen(this, { choose: (file) => this.#choose(file), paste: (text) => this.#paste(text) });
  }

  /** @param {File | undefined} file */
  #choose(file) {
    if (file) this.#take({ name: file.name, given: file });
  }

  /** @param {string} text */
  #paste(text) {
    // a browser tells of one paste twice
    if (text.trim() && text !== this.#source?.given) this.#take({ name: "", given: text });
  }

  /** @param {Source} source */
  #take(source) {
    this.#source = source;
    // what was said of another file's first row would take a row of this one for names
    this.mapping.headerChosen = undefined;
    this.epoch.forget();
    this.#begin({});
  }

  /** @param {Chosen} chosen */
  #begin(chosen) {
    this.reading = this.#read(chosen);
  }

  /** @param {Chosen} chosen */
  async #read(chosen) {
    if (!this.#source) return;
    const turn = ++this.#turn;
    const reading = part(this.section, "reading");
    reading.hidden = false;
    this.clearMistake();
    try {
      const grid = await this.sources.read(this.#source, { ...chosen, header: this.mapping.headerChosen });
      if (turn === this.#turn) this.#show(grid);
    } catch (error) {
      if (turn !== this.#turn || stopped(error)) return;
      console.info("payroll-calculator: not read:", error);
      this.#grid = null;
      this.#showRead(false);
      this.#say(codeOf(error), figuresOf(error));
    } finally {
      if (turn === this.#turn) reading.hidden = true;
    }
  }

  /** Where it cannot be read in another way, that can be changed back. @param {boolean} whole */
  #showRead(whole) {
    const read = part(this.section, "read");
    read.hidden = !whole && this.#known !== this.#source;
    read.toggleAttribute("data-failed", !whole);
  }

  /** @param {Grid} grid */
  #show(grid) {
    this.#grid = grid;
    const another = this.#known !== this.#source;
    this.#known = this.#source;
    this.#showRead(true);
    part(this.section, "choose-again").hidden = true;
    this.settings.show(grid);
    this.mapping.show(grid);
    this.#showUsed();
    const slots = {
      name: this.#source?.name || this.words.file.pasted || "",
      rows: grouped(grid.rows.length),
    };
    const named = part(this.section, "named");
    named.textContent = fill(this.words.file.chosen ?? "", slots);
    // on a phone it would come below what is in sight
    if (another) named.scrollIntoView({ block: "nearest" });
  }

  /** What turns on which columns are used. */
  #showUsed() {
    const { columns, places } = this.mapping;
    this.defaults.show(columns);
    if (this.#grid) this.epoch.show(this.#grid, columns, places);
    this.#sayProblems();
  }

  #sayProblems() {
    if (!this.#grid) return;
    const { columns, places } = this.mapping;
    const of = { columns, places, bare: this.epoch.lacking, examples: this.sources.names.examples };
    const said = [...ofReading(this.#grid, this.words), ...ofColumns(this.#grid, of, this.words)];
    const lines = said.filter(Boolean).map((text) => element("li", {}, text));
    part(this.section, "problems").replaceChildren(...lines);
  }

  clearMistake() {
    this.#say("");
    this.mapping.clearMistakes();
    this.defaults.clearMistakes();
  }

  /** @param {string} code empty where nothing is wrong @param {Record<string, string>} [figures] */
  #say(code, figures = {}) {
    const { errors } = this.words.file;
    this.#mistake =
      code && fill(errors[code] ?? errors.failed ?? code, { ...figures, limit: String(LIMIT_MB) });
    part(this.section, "file-error").textContent = this.#mistake;
    if (code) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  /** What is wrong, as the list of mistakes takes it; each is also shown at its place. */
  mistakes() {
    if (!this.#grid) this.#say("missing");
    if (this.#mistake)
      return [
        { element: part(this.section, "drop"), mistake: this.#mistake, focus: () => this.input.focus() },
      ];
    return [...this.mapping.mistakes(), ...this.defaults.mistakes()];
  }

  /** @param {string} paidOn @returns {Payroll} */
  payroll(paidOn) {
    const { mapping, defaults, words } = this;
    const epoch = this.#grid?.epoch ?? this.epoch.chosen;
    const name = this.#source?.name ?? "";
    return { ...used(this.#grid?.rows ?? [], mapping, defaults, words), paidOn, epoch, name };
  }
}
