// Writes a calendar as RFC 5545 has it: Node the files of the site (hooks/assemble/calendars.mjs), the page a reader's day.

/** @import { Calendar, Day } from "./types.d.ts" */

const MOST_OCTETS = 75;
/** Nine in the morning three days before: past a weekend a working day is left. */
const REMINDER = "-P2DT15H";
/** How often whoever has subscribed looks again. */
const REFRESH = "P1W";
/** Behind every id, which it makes one of a kind; it never changes, or each day would stand there twice. */
const OWNER = "notice-calculator";
const ENCODER = new TextEncoder();

/** @param {Calendar} calendar */
export function ics({ lang, stamp, name, about, address, events }) {
  const stamped = `DTSTAMP:${compact(stamp)}T000000Z`;
  const feed = name
    ? [
        `NAME:${text(name)}`,
        `X-WR-CALNAME:${text(name)}`,
        `DESCRIPTION:${text(about ?? "")}`,
        `X-WR-CALDESC:${text(about ?? "")}`,
        `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
        `X-PUBLISHED-TTL:${REFRESH}`,
        ...(address ? [`SOURCE;VALUE=URI:${address}`] : []),
      ]
    : [];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${OWNER}//${OWNER}//${lang.slice(0, 2).toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...feed,
    ...events.flatMap((event) => component(event, stamped, lang)),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

/** @param {Day} day @param {string} stamped @param {string} lang */
const component = ({ id, day, title, words, remind, address }, stamped, lang) => [
  "BEGIN:VEVENT",
  `UID:${id}@${OWNER}`,
  stamped,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `SUMMARY;LANGUAGE=${lang}:${text(title)}`,
  `DESCRIPTION;LANGUAGE=${lang}:${text(words)}`,
  ...(address ? [`URL:${address}`] : []),
  "TRANSP:TRANSPARENT",
  ...(remind
    ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${text(title)}`, `TRIGGER:${REMINDER}`, "END:VALARM"]
    : []),
  "END:VEVENT",
];

/** 2026-12-15 as 20261215. @param {string} day */
const compact = (day) => day.replaceAll("-", "");

/** A value of the type TEXT. @param {string} words */
const text = (words) => words.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line in pieces of so many octets at most; no character is cut in two. @param {string} line */
function folded(line) {
  let made = "";
  let octets = 0;
  for (const sign of line) {
    const more = ENCODER.encode(sign).length;
    if (octets + more > MOST_OCTETS) {
      made += "\r\n ";
      octets = 1;
    }
    made += sign;
    octets += more;
  }
  return `${made}\r\n`;
}
