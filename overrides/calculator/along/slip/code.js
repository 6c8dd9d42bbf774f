// The code of an answer: what was asked and answered, without a word, as calculator/receipt/code.py reads it.

/** @import { DecisionResponse, Finding } from "../../../assets/javascripts/protocol.d.ts" */

/** Grows with a change of what follows it, never without one. */
const PREFIX = "R1.";

/**
 * @param {string} notice
 * @param {string} rules their version
 * @param {Record<string, string>} facts
 * @param {DecisionResponse} decision
 */
export async function codeOf(notice, rules, facts, decision) {
  const { law_as_at, outcome, findings } = decision;
  const said = [notice, rules, law_as_at, asked(facts, decision), outcome, findings.map(stated)];
  return PREFIX + base64url(await packed(JSON.stringify(said)));
}

/**
 * The facts on which a decision rests, as the rules have read them: what was typed may be read otherwise one day.
 * @param {Record<string, string>} facts
 * @param {DecisionResponse} decision
 * @returns {Record<string, string>}
 */
export const asked = (facts, { asked, read }) =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([id]) => asked.includes(id))
      .map(([id, reply]) => [id, read[id]?.value ?? reply]),
  );

/** @param {Finding} finding */
function stated({ code, figures, sources }) {
  const values = Object.entries(figures).map(([id, { value }]) => [id, value]);
  return [code, Object.fromEntries(values), checksum([...sources].sort().join(","))];
}

/** The last four digits of the text's CRC-32, which Python has in zlib. @param {string} text */
function checksum(text) {
  let rest = -1;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (~rest & 0xffff).toString(16).padStart(4, "0");
}

/** @param {string} text */
async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {Uint8Array} bytes */
const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
