// Draws a picture as HTML, with the reader's days or without: for an answer in the page, for a notice when it is built.

/** @import { Picture, Reader } from "./types.d.ts" */

import { levels } from "./levels.js";
import { steps } from "./steps.js";
import { timeline } from "./timeline.js";

/** @param {Picture} picture @param {Reader | null} reader null in the notice @returns {string} empty where there is nothing to show */
export function draw(picture, reader) {
  switch (picture.kind) {
    case "timeline":
      return timeline(picture, reader);
    case "steps":
      return steps(picture, reader);
    default:
      return levels(picture, reader);
  }
}
