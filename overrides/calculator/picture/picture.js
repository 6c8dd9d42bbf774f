// The place of a picture in an answer. What draws it, and what is drawn, is fetched with the first answer, never before.

/** @import { DecisionResponse, Figure } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */
/** @import { Picture, Reader } from "./types.d.ts" */

/** @typedef {{ draw: typeof import("./draw.js").draw, pictures: Picture[] }} Drawing */

/** @type {Promise<Drawing> | null} */
let fetched = null;

/**
 * The pictures of the notice with what an answer knows of the reader; nothing where the notice has none. Without them
 * the answer is complete, so a failure stays between us and the console.
 * @param {HTMLElement} place
 * @param {DecisionResponse} decision
 * @param {Map<string, Question>} questions
 */
export async function showPictures(place, decision, questions) {
  const addresses = document.querySelector("[data-draw]");
  if (!(addresses instanceof HTMLElement)) return;
  try {
    fetched ??= fetchDrawing(addresses.dataset);
    const { draw, pictures } = await fetched;
    const reader = readerOf(decision, questions);
    place.innerHTML = pictures.map((picture) => draw(picture, reader)).join("");
    place.hidden = !place.firstChild;
    place.dataset.state = "drawn";
  } catch (error) {
    fetched = null;
    place.dataset.state = "failed";
    console.warn("notice-calculator: no picture:", error);
  }
}

/** @param {DOMStringMap} addresses relative to the page @returns {Promise<Drawing>} */
async function fetchDrawing({ draw = "", pictures = "" }) {
  const [module, response] = await Promise.all([
    import(new URL(draw, document.baseURI).href),
    fetch(pictures),
  ]);
  return { draw: module.draw, pictures: await response.json() };
}

/**
 * @param {DecisionResponse} decision
 * @param {Map<string, Question>} questions
 * @returns {Reader}
 */
export function readerOf({ findings, read }, questions) {
  /** @type {Record<string, Figure>} */
  const days = {};
  let day = "";
  for (const [id, { value, text }] of Object.entries(read)) {
    const question = questions.get(id);
    if (!question?.written) continue;
    days[id] = { value, text };
    if (question.datesAnswer) day = value;
  }
  return { findings, facts: days, day };
}
