// The days of an answer that a reader can put into a calendar. Touches no page.

/** @import { DecisionResponse } from "../../../assets/javascripts/protocol.d.ts" */
/** @import { OwnDay, OwnDays } from "./types.d.ts" */

import { ics } from "./ics.js";

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Those that have not passed, each with its file. A day that a month is due has the id that it has in the calendar of the
 * notice, so that whoever has both has it once.
 * @param {OwnDays} own
 * @param {DecisionResponse} decision
 * @param {{ notice: string, today: string, address?: string, source: (id: string) => string }} page
 * @returns {OwnDay[]}
 */
export function ownDays(own, { findings, read }, { notice, today, address, source }) {
  const month = read[own.month]?.value ?? "";
  return findings.flatMap(({ code, figures, sources }) =>
    Object.entries(own.days[code] ?? {}).flatMap(([id, texts]) => {
      const day = figures[id]?.value ?? "";
      if (!DAY.test(day) || day < today) return [];
      const slots = { ...read, ...figures };
      const title = filled(texts.title, slots);
      const cited = own.sources.replace("{sources}", () => sources.map(source).join(own.separator));
      const words = [filled(texts.text, slots), cited, own.closing];
      if (address) words.push(own.address.replace("{address}", () => address));
      const key = `${notice}.${id}.${own.due.includes(id) ? month : day}`;
      const event = { id: key, day, title, words: words.join("\n\n"), remind: true, address };
      const file = ics({ lang: own.lang, stamp: own.stamp, events: [event] });
      return [{ button: texts.button, name: `${notice}-${day}.ics`, file }];
    }),
  );
}

/** @param {string} words @param {Record<string, { text: string }>} slots */
const filled = (words, slots) => words.replace(/\{(\w+)\}/g, (_, name) => slots[name]?.text ?? "");
