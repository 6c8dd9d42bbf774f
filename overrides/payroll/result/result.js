// The result: totals, chart, rows, refused rows, and what it can be taken along as.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { Reader } from "../read/client.js" */
/** @import { AnsweredRow, Refused, Registered, Words } from "../types.d.ts" */

import { find, part } from "../../assets/javascripts/page/dom.js";
import { nameReading, showChart } from "../chart/chart.js";
import { refusedColumns, rowColumns } from "../table/rows.js";
import { Table } from "../table/table.js";
import { Take } from "../take/take.js";
import { oneReading, showTotals } from "./totals.js";

/** @import { Question } from "../../calculator/question/question.js" */

export class ResultBox {
  /** @type {Table<AnsweredRow> | null} */
  #rows = null;
  /** @type {Table<Refused> | null} */
  #refused = null;
  /** @type {Evaluation | null} */
  #shown = null;
  /** @type {Question | undefined} */
  #open;

  /** @param {HTMLElement} root of payroll.html @param {Words} words @param {Reader} reader */
  constructor(root, words, reader) {
    this.root = root;
    this.words = words;
    this.box = part(root, "result");
    this.table = find(root, '[data-table="rows"]');
    this.take = new Take(root, words, reader);
    part(root, "to-question").addEventListener("click", () => this.#open?.focus());
    for (const name of ["filter", "search"])
      part(this.table, name).addEventListener("input", () => this.#filter());
  }

  /** @param {Evaluation} made @param {Registered} registered */
  show(made, registered) {
    showTotals(this.root, made.totals, registered, this.words);
    this.take.hold({ made, registered });
    this.box.hidden = false;
    this.root.dataset.done = "";
    nameReading(this.root, oneReading(made.totals, registered), this.words);
    // another reading of the same rows
    if (this.#shown === made) return;
    this.#shown = made;
    showChart(this.root, made.totals, this.words);
    this.#showRows(made);
    const refused = find(this.root, '[data-table="refused"]');
    refused.hidden = made.refused.length === 0;
    const words = { ...this.words.table, shown: this.words.refused.shown ?? "" };
    this.#refused ??= new Table(refused, words);
    this.#refused.show(made.refused, refusedColumns(this.words));
  }

  /** A question in the form on which some months turn. @param {Question | undefined} question */
  leadTo(question) {
    this.#open = question;
    part(this.root, "asked-line").hidden = !question;
  }

  /** @param {Evaluation} made */
  #showRows({ payroll, rows }) {
    this.#rows ??= new Table(this.table, this.words.table);
    find(this.table, '[data-part="filter"]', HTMLSelectElement).value = "";
    find(this.table, '[data-part="search"]', HTMLInputElement).value = "";
    this.#rows.show(rows, rowColumns(payroll.columns, this.words));
  }

  #filter() {
    const status = find(this.table, '[data-part="filter"]', HTMLSelectElement).value;
    const search = find(this.table, '[data-part="search"]', HTMLInputElement).value;
    this.#rows?.filter((row) => !status || row.status === status, search);
  }
}
