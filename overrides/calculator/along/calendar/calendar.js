// Buttons that put a day of the answer into the reader's calendar: the file is made here, and nothing is sent.

/** @import { Answer } from "../types.d.ts" */

import { today } from "../../../assets/javascripts/page/day.js";
import { element, find, part } from "../../../assets/javascripts/page/dom.js";
import { save } from "../save.js";
import { ownDays } from "./own-days.js";

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, { decision, notice, texts }) {
  const own = JSON.parse(part(box, "own-days").textContent ?? "");
  const canonical = document.querySelector('link[rel="canonical"]');
  const days = ownDays(own, decision, {
    notice,
    today: today(),
    address: canonical?.getAttribute("href") ?? undefined,
    source: (id) => element("span", {}, ...texts.source(id)).textContent ?? "",
  });
  box.hidden = !days.length;
  find(box, "p:last-of-type").append(
    ...days.map(({ button, name, file }) => {
      const made = element("button", { type: "button", class: "md-button" }, button);
      made.addEventListener("click", () => save(file, "text/calendar;charset=utf-8", name));
      return made;
    }),
  );
}
