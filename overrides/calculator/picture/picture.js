// The place of a picture in an answer. What draws it, and what is drawn, is fetched with the first reply, never before: so
// it is there when the answer comes, and nothing moves for it.

/** @import { DecisionResponse, Figure } from "../../assets/javascripts/protocol.d.ts" */
/** @import { Question } from "../question/question.js" */
/** @import { Picture, Reader } from "./types.d.ts" */

import { steady } from "../../assets/javascripts/page/scroll.js";

/** @typedef {{ draw: typeof import("./draw.js").draw, pictures: Picture[] }} Drawing */

/** So long the first answer waits at most for what draws its picture, so that nothing moves when that comes. */
const PATIENCE_MS = 800;

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

/** Fetch what draws the pictures; a failure is said where one is to be shown. */
export const bringPictures = () => void bring();

/** The same, and wait until they are there, though not for long. */
export async function picturesInTime() {
  waited = true;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([bring(), late]).catch(() => {});
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
    if (came) outOfSight(place, () => steady(below(place).find(seen), () => put(came)));
  } catch (error) {
    place.dataset.state = "failed";
    console.warn("notice-calculator: no picture:", error);
  }
}

/**
 * A late picture comes when its place is not in the window: nothing moves that the reader may be reading, or where a
 * finger may be. Who stays there has the whole answer without it.
 * @param {HTMLElement} place @param {() => void} put
 */
function outOfSight(place, put) {
  const look = () => {
    const [next] = below(place);
    place.dataset.state = "waits";
    if (place.isConnected && next && isIn(next.getBoundingClientRect().top)) return;
    removeEventListener("scroll", look);
    if (place.isConnected) put();
  };
  addEventListener("scroll", look, { passive: true });
  look();
}

/** What stands below a picture and takes room. @param {HTMLElement} place */
const below = (place) =>
  [...(place.parentElement?.children ?? [])].filter(
    (each) =>
      place.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING &&
      each.getBoundingClientRect().height,
  );

/** @param {number} y */
const isIn = (y) => y >= 0 && y <= innerHeight;

/** @param {Element} element */
function seen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
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
