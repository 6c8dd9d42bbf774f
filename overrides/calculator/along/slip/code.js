// The code of an answer: what was asked and answered, without a word, as calculator/receipt/code.py reads it.

/** @import { DecisionResponse, Finding } from "../../../assets/javascripts/protocol.d.ts" */

import { checksum } from "../checksum.js";

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
  return PREFIX + base64(await packed(JSON.stringify(said)));
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

/** @param {string} text */
async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {Uint8Array} bytes */
const base64 = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
