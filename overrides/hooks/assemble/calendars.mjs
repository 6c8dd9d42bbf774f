// Writes calendars with the module that writes a reader's own day in the page.
// usage: node calendars.mjs <CALENDARS: a JSON list; writes a JSON list of texts

import { text } from "node:stream/consumers";
import { ics } from "../../calculator/along/calendar/ics.js";

process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(ics)));
