// The reader's own day. How days are written is the rules' affair: a page shows what they said.

/** A day or a month in figures as a form asks for it, the day first. @param {string} iso */
export const asTyped = (iso) => iso.split("-").reverse().join("/");

/** The day it is where the reader is, as YYYY-MM-DD; never the day in UTC. */
export function today(now = new Date()) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((number, index) => String(number).padStart(index ? 2 : 4, "0")).join("-");
}
