// Draws pictures for the notices, with the module that draws them in the page.
// usage: node draw.mjs <PICTURES: a JSON list; writes a JSON list of HTML

import { text } from "node:stream/consumers";
import { draw } from "../../calculator/picture/draw.js";

const pictures = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(pictures.map((picture) => draw(picture, null))));
