// The answer in both languages at once, to be shown to somebody who reads the other one.

/** @import { Answer } from "../types.d.ts" */

import { find, part } from "../../../assets/javascripts/page/dom.js";
import { renderDecision } from "../../answer/decision.js";
import { Texts } from "../../answer/texts.js";
import { wordsOf } from "../words.js";
import { pairs } from "./pairs.js";

/** @param {HTMLElement} box @param {Answer} answer */
export function prepare(box, answer) {
  const [button, done, place] = ["show-both", "done", "pairs"].map((name) => part(box, name));
  const words = wordsOf(box);
  button?.addEventListener("click", async () => {
    if (!button || !done || !place || place.firstChild) return;
    done.textContent = words.loading ?? "";
    try {
      place.append(...(await both(answer)));
      done.textContent = "";
      place.hidden = false;
      place.focus({ preventScroll: true });
    } catch (error) {
      console.warn("notice-calculator: not in both languages:", error);
      done.textContent = words.failed ?? "";
    }
  });
}

/** @param {Answer} answer */
async function both(answer) {
  const { decision, lang, root, texts, twins, words } = answer;
  const [other, address = ""] = Object.entries(twins).find(([each]) => each !== lang) ?? [""];
  const [response, twin] = await Promise.all([answer.ask(false, other), calculatorAt(address)]);
  if (response.status !== "decision") throw new Error(`no decision but ${response.status}`);
  const itsWords = JSON.parse(find(twin, '[data-part="words"]', HTMLScriptElement).text);
  const its = renderDecision(response, twin, new Texts(twin, itsWords), itsWords);
  // its addresses are relative to its own page; a number of a source leads to the list that stands here
  for (const link of its.querySelectorAll("a:not(.nc-refs a)"))
    link.setAttribute(
      "href",
      new URL(link.getAttribute("href") ?? "", new URL(address, document.baseURI)).href,
    );
  return pairs({ frame: renderDecision(decision, root, texts, words), lang }, { frame: its, lang: other });
}

/** The page of the other language has every text that an answer can need. @param {string} address */
async function calculatorAt(address) {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return find(page, "notice-calculator");
}
