// A payroll file: chosen, dropped or pasted. How it was read, and which column is which, the reader can change.

/** @import { Chosen } from "../read/types.d.ts" */
/** @import { Grid, Payroll, Words } from "../types.d.ts" */
/** @import { Source, Sources } from "./source.js" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { grouped } from "../run/values.js";
import { Defaults } from "./defaults.js";
import { listen } from "./given.js";
import { Mapping } from "./mapping.js";
import { problemLines } from "./problems.js";
import { readyCells } from "./replies.js";
import { Settings } from "./settings.js";
import { codeOf, figuresOf, LIMIT_MB, stopped } from "./source.js";

export class FileWay {
  /** @type {Source | null} */
  #source = null;
  /** @type {Grid | null} */
  #grid = null;
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
    part(section, "columns").addEventListener("change", () => this.defaults.show(this.mapping.columns));
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
      part(this.section, "read").hidden = true;
      this.#say(codeOf(error), figuresOf(error));
    } finally {
      if (turn === this.#turn) reading.hidden = true;
    }
  }

  /** @param {Grid} grid */
  #show(grid) {
    this.#grid = grid;
    part(this.section, "read").hidden = false;
    part(this.section, "choose-again").hidden = true;
    this.settings.show(grid);
    this.mapping.show(grid);
    this.defaults.show(this.mapping.columns);
    const slots = {
      name: this.#source?.name || this.words.file.pasted || "",
      rows: grouped(grid.rows.length),
    };
    part(this.section, "named").textContent = fill(this.words.file.chosen ?? "", slots);
    part(this.section, "problems").replaceChildren(...problemLines(grid.problems, this.words));
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
    const { places, others } = this.mapping;
    const { chosen } = this.defaults;
    const columns = [...this.mapping.columns, ...chosen.map(([id]) => id)];
    const ready = readyCells(columns, this.words.replies);
    const same = chosen.map(([, reply]) => reply);
    const rows = (this.#grid?.rows ?? []).map(({ number, cells, refused }) => ({
      number,
      cells: refused ? cells : ready([...places.map((place) => cells[place] ?? ""), ...same]),
      others: refused ? [] : others.map(([place]) => cells[place] ?? ""),
      refused,
    }));
    const name = this.#source?.name ?? "";
    const named = others.map(([, each]) => each);
    return { columns, others: named, rows, paidOn, epoch: this.#grid?.epoch ?? null, name };
  }
}
