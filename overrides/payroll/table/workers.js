// The columns of the table of workers, and of their sheet.

/** @import { WorkerSums } from "../run/workers.js" */
/** @import { Words } from "../types.d.ts" */
/** @import { Column } from "./table.js" */

import { interestText } from "../result/interest.js";
import { grouped, money } from "../run/values.js";

/** @param {Words} words @param {string} lang @returns {Column<WorkerSums>[]} */
export function workerColumns(words, lang) {
  const { columns, workers, result, status, chart } = words;
  /** @type {(id: "since" | "until") => Column<WorkerSums>} */
  const month = (id) => ({
    id,
    label: workers[id] ?? "",
    text: (sums) => sums[id],
    sort: (sums) => sums[id],
  });
  /** @type {(id: "months" | "notDecided" | "refused", label: string | undefined) => Column<WorkerSums>} */
  const count = (id, label = "") => ({
    id,
    label,
    number: true,
    text: (sums) => grouped(sums[id]),
    sort: (sums) => sums[id],
  });
  return [
    {
      id: "worker_id",
      label: columns.worker_id ?? "",
      text: ({ worker }) => worker,
      sort: ({ worker }) => worker,
    },
    month("since"),
    month("until"),
    count("months", workers.months),
    {
      id: "together",
      label: result.together ?? "",
      number: true,
      text: ({ together }) => money(together, lang),
      sort: ({ together }) => together,
    },
    {
      id: "interest",
      label: chart.interest ?? "",
      number: true,
      text: (sums) => interestText(money(sums.interest, lang), sums, words),
      sort: ({ interest }) => interest,
    },
    count("notDecided", status.cannot_be_decided),
    count("refused", status.refused),
  ];
}
