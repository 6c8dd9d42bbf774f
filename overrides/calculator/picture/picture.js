// The place of a picture in an answer. What draws it, and what is drawn, is fetched with the first reply, never before: so
// it is there when the answer comes, and nothing moves for it.

/** @import { DecisionResponse, Figure } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */
/** @import { Picture, Reader } from "./types.d.ts" */

import { steady } from "../../assets/javascripts/page/scroll.js";

/** @typedef {{ draw: typeof import("./draw.js").draw, pictures: Picture[] }} Drawing */

/** @type {Promise<Drawing> | null} */
let fetched = null;
/** What has come. @type {Drawing | undefined} */
let drawing;

/** Whether a first answer has waited for it: no other does. */
let waited = false;

/** What draws the pictures, where the notice has any. @returns {Promise<Drawing> | null} */
function bring() {
  const addresses = document.querySelector("[data-draw]");
  if (!(addresses instanceof HTMLElement)) return null;
  fetched ??= fetchDrawing(addresses.dataset);
  fetched.then(
    (came) => {
      drawing = came;
    },
    () => {
      fetched = null;
    },
  );
  return fetched;
}

/** Whether an answer had better wait until they are there. */
export const waitsForPictures = () => !drawing && !waited && document.querySelector("[data-draw]") !== null;

/** Fetch what draws the pictures; a failure is said where one is to be shown. @param {number} [patience] how long to wait */
export async function bringPictures(patience = 0) {
  const coming = bring();
  if (!patience) return;
  waited = true;
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([coming, late]).catch(() => {});
}

/**
 * The pictures of the notice with what an answer knows of the reader; nothing where the notice has none. Without them
 * the answer is complete, so a failure stays between us and the console.
 * @param {HTMLElement} place
 * @param {DecisionResponse} decision
 * @param {Map<string, Question>} questions
 */
export async function showPictures(place, decision, questions) {
  const put = (/** @type {Drawing} */ { draw, pictures }) => {
    const reader = readerOf(decision, questions);
    place.innerHTML = pictures.map((picture) => draw(picture, reader)).join("");
    place.hidden = !place.firstChild;
    place.dataset.state = "drawn";
  };
  try {
    if (drawing) return put(drawing);
    const came = await bring();
    if (came) steady(firstSeen(place), () => put(came));
  } catch (error) {
    place.dataset.state = "failed";
    console.warn("notice-calculator: no picture:", error);
  }
}

/** What stands below a late picture is where a finger may be. @param {HTMLElement} place @returns {Element | undefined} */
function firstSeen(place) {
  const below = [...(place.parentElement?.children ?? [])].filter(
    (each) => place.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return below.find((each) => {
    const { top, bottom, height } = each.getBoundingClientRect();
    return height && bottom > 0 && top < innerHeight;
  });
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
