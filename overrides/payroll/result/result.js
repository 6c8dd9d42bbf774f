// The result: totals, chart, rows, refused rows, and what it can be taken along as.

/** @import { Evaluation } from "../run/evaluate.js" */
/** @import { Reader } from "../read/client.js" */
/** @import { WorkerSums } from "../run/workers.js" */
/** @import { AnsweredRow, Refused, Registered, Words } from "../types.d.ts" */

import { fill, find, part } from "../../assets/javascripts/page/dom.js";
import { nameReading, showChart } from "../chart/chart.js";
import { grouped } from "../run/values.js";
import { byWorker } from "../run/workers.js";
import { refusedColumns, rowColumns } from "../table/rows.js";
import { Table } from "../table/table.js";
import { workerColumns } from "../table/workers.js";
import { Take } from "../take/take.js";
import { ofReading, oneReading } from "./readings.js";
import { showTotals } from "./totals.js";

/** @import { Question } from "../../calculator/question/question.js" */

/** So many rows that were refused are named beside the totals. */
const NAMED = 4;
/** Counts of rows of a worker: where no worker has any, their column says nothing. */
const MAY_BE_NONE = ["notDecided", "refused"];

export class ResultBox {
  /** @type {Table<AnsweredRow> | null} */
  #rows = null;
  /** @type {Table<Refused> | null} */
  #refused = null;
  /** @type {Table<WorkerSums> | null} */
  #workers = null;
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

  /**
   * @param {Evaluation} made @param {Registered} registered
   * @param {() => void} whole called once all that stands below the totals is drawn
   */
  show(made, registered, whole = () => {}) {
    showTotals(this.root, made.totals, registered, this.words);
    this.take.hold({ made, registered });
    this.box.hidden = false;
    const one = oneReading(made.totals, registered);
    nameReading(this.root, one, this.words);
    part(this.root, "workers-title").textContent = ofReading(
      this.words.workers.heading ?? "",
      one,
      this.words,
    );
    // another reading of the same rows
    if (this.#shown === made) return;
    this.#shown = made;
    this.#nameRefused(made.refused);
    // what was typed in comes back at its place, which turns on all that stands there
    const rest = () => {
      if (this.#shown !== made) return;
      this.#showRest(made);
      whole();
    };
    if (made.payroll.name === undefined) rest();
    else afterFrame(rest);
  }

  /** What stands below the totals. @param {Evaluation} made */
  #showRest(made) {
    showChart(this.root, made.totals, this.words);
    this.#showWorkers(made);
    this.#showRows(made);
    this.#showRefused(made.refused, made.payroll.name === undefined);
    this.root.dataset.done = "";
  }

  /** What it was made of has changed, so it is no result any more. */
  takeAway() {
    this.#shown = null;
    this.box.hidden = true;
    delete this.root.dataset.done;
  }

  /** A question in the form on which some months turn. @param {Question | undefined} question */
  leadTo(question) {
    this.#open = question;
    part(this.root, "asked-line").hidden = !question;
  }

  /** @param {Refused[]} refused @param {boolean} ofHand whether it was typed in */
  #showRefused(refused, ofHand) {
    const section = find(this.root, '[data-table="refused"]');
    section.hidden = refused.length === 0;
    find(section, ".pr-mend").hidden = ofHand;
    const words = { ...this.words.table, shown: this.words.refused.shown ?? "" };
    this.#refused ??= new Table(section, words);
    this.#refused.show(refused, refusedColumns(this.words));
  }

  /** Some of the rows that were refused, beside the totals. @param {Refused[]} refused */
  #nameRefused(refused) {
    const rows = [...new Set(refused.map(({ number }) => grouped(number)))];
    const some = rows.length > NAMED ? [...rows.slice(0, NAMED), "…"] : rows;
    const line = part(this.root, "left-out");
    line.hidden = refused.length === 0;
    find(line, "span").textContent = fill(this.words.refused.left_out ?? "", {
      rows: some.join(this.root.lang === "zh" ? "、" : ", "),
    });
  }

  /** @param {Evaluation} made */
  #showWorkers(made) {
    const section = find(this.root, '[data-table="workers"]');
    const workers = byWorker(made);
    // of one, the totals have said it all
    section.hidden = workers.length < 2;
    this.#workers ??= new Table(section, this.words.table);
    const columns = workerColumns(this.words, this.root.lang);
    this.#workers.show(
      workers,
      columns.filter(({ id, sort }) => !MAY_BE_NONE.includes(id) || workers.some((each) => sort?.(each))),
    );
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

/** Once the page has been drawn as it is now. @param {() => void} work */
function afterFrame(work) {
  requestAnimationFrame(() => setTimeout(work));
}
