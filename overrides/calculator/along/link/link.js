// The answer as a link and as a message. Nothing is asked of anybody before the reader presses something.

/** @import { Answer } from "../types.d.ts" */
/** @import { Said } from "./text.js" */

import { find, part } from "../../../assets/javascripts/page/dom.js";
import { dayOf } from "../record.js";
import { wordsOf } from "../words.js";
import { linkTo } from "./address.js";
import { asText } from "./text.js";

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, answer) {
  const link = linkTo(answer);
  const [message] = pageOf(box, answer);
  const field = find(box, '[data-part="address"]', HTMLInputElement);
  field.value = link;
  field.addEventListener("focus", () => field.select());
  const whatsapp = new URLSearchParams({ text: `${message}\n${link}` });
  const telegram = new URLSearchParams({ url: link, text: message });
  find(box, '[data-part="whatsapp"]', HTMLAnchorElement).href = `https://wa.me/?${spaced(whatsapp)}`;
  find(box, '[data-part="telegram"]', HTMLAnchorElement).href = `https://t.me/share/url?${spaced(telegram)}`;
  offer(box, message, link);
  const words = wordsOf(box);
  part(box, "copy-link").addEventListener("click", () => copy(box, link, words.copied_link));
  part(box, "copy-text").addEventListener("click", () =>
    copy(box, textOf(box, answer, link), words.copied_text),
  );
}

/** Both apps show a plus as it stands. @param {URLSearchParams} query */
const spaced = (query) => String(query).replaceAll("+", "%20");

/**
 * What the preview of the link has: outcome and notice in a few words, the notice alone, what the outcome means.
 * @param {HTMLElement} box @param {Answer} answer @returns {[title: string, notice: string, meaning: string]}
 */
function pageOf(box, { decision }) {
  const pages = JSON.parse(find(box, '[data-part="pages"]', HTMLScriptElement).text);
  return pages[decision.outcome];
}

/** Where the device has a list of its own. @param {HTMLElement} box @param {string} text @param {string} url */
function offer(box, text, url) {
  const button = part(box, "share");
  button.hidden = !navigator.share;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ text, url });
    } catch {
      // closed without sharing
    }
  });
}

/** @param {HTMLElement} box @param {Answer} answer @param {string} link */
function textOf(box, answer, link) {
  const [, notice, meaning] = pageOf(box, answer);
  const day = dayOf(answer).text;
  const disclaimer = find(answer.frame, ".nc-small").firstChild?.textContent?.trim() ?? "";
  const words = /** @type {Said} */ (wordsOf(box));
  return asText(answer.frame, words, { notice, meaning, day, link, disclaimer });
}

/** @param {HTMLElement} box @param {string} text @param {string} [done] */
async function copy(box, text, done = "") {
  const byHand = find(box, '[data-part="by-hand"]', HTMLTextAreaElement);
  let said = done;
  try {
    await navigator.clipboard.writeText(text);
    byHand.hidden = true;
  } catch {
    // an old browser, or a page without https: the reader copies it
    said = byHand.getAttribute("aria-label") ?? "";
    byHand.value = text;
    byHand.hidden = false;
    byHand.select();
  }
  part(box, "done").textContent = said;
}
