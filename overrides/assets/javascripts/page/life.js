// What a notice is on the reader's own day: upcoming, in force, near its end, ended. Fetched by a page that names a day
// ahead; overrides/hooks/render/life.py says the same for the day of the law, and what is ahead of it.

import { today } from "./day.js";

/**
 * @typedef {object} Life
 * @property {string | null} begins
 * @property {string | null} ends
 * @property {number} soon how many days before its end the end is near
 * @property {Words} words as docs/interface.<lang>.toml has them under [life], with the days filled in
 * @typedef {{ in_force: string, until: string, ended: string } & Record<`${Ahead}_${Near | "in"}`, string>} Words
 * @typedef {"upcoming" | "ending"} Ahead
 * @typedef {"today" | "tomorrow"} Near
 */

const DAY = 86_400_000;

/** @param {string} from @param {string} to */
const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;

/** The words for so many days. @param {Life} life @param {Ahead} what @param {number} days */
function inDays({ words }, what, days) {
  const near = /** @type {const} */ (["today", "tomorrow"])[days];
  return near ? words[`${what}_${near}`] : words[`${what}_in`].replace("{days}", String(days));
}

/** The state of a notice on a day, and its words. @param {Life} life @param {string} day @returns {[string, string]} */
export function lifeOn(life, day) {
  const { begins, ends, soon, words } = life;
  if (begins && day < begins) return ["upcoming", inDays(life, "upcoming", daysBetween(day, begins))];
  if (!ends) return ["in_force", words.in_force];
  if (day > ends) return ["ended", words.ended];
  const left = daysBetween(day, ends);
  return left <= soon ? ["ending", inDays(life, "ending", left)] : ["in_force", words.until];
}

/** Say it in a page, and move what has ended out of the list of what has not. @param {ParentNode} page */
export function showLives(page, day = today()) {
  for (const status of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-life]"))) {
    const [state, words] = lifeOn(JSON.parse(status.dataset.life ?? ""), day);
    const item = /** @type {HTMLElement | null} */ (status.closest(".notices__item"));
    status.textContent = words;
    for (const each of [status, item]) if (each) each.dataset.state = state;
    const past = /** @type {HTMLElement | null} */ (page.querySelector(".notices__past"));
    if (item && past && state === "ended") {
      past.hidden = false;
      past.querySelector("ul")?.prepend(item);
    }
  }
}

if (globalThis.document) showLives(document);
