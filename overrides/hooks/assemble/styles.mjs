// Leaves out of style sheets the rules that no page can use: those whose names stand in none of the texts given.
// usage: node styles.mjs <GIVEN: JSON {words: [every word of the site], sheets: [style sheet]}; writes a JSON list

import { text } from "node:stream/consumers";
import { PurgeCSS } from "purgecss";

const { words, sheets } = JSON.parse(await text(process.stdin));
const made = await new PurgeCSS().purge({
  content: [{ raw: words.join(" "), extension: "html" }],
  css: sheets.map((/** @type {string} */ raw) => ({ raw })),
  keyframes: true,
});
process.stdout.write(JSON.stringify(made.map(({ css }) => css)));
