// When two texts name the same worker. The rules have the last word (calculator/arrears/stood.py).

const PLAIN = /^[A-Za-z0-9]+$/;
/** All but letters and digits, and two letters that are seen as a gap. */
const SIGNS = /[^\p{L}\p{N}]|[\u115f\u1160]/gu;

/** About the same for all texts that the rules take for one worker: wide or narrow, in capitals or not. @param {string} text */
export function alike(text) {
  // nearly every number of a worker has nothing of all this
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase()
    .toLowerCase();
}

/** The same for all of them, and for some more. @param {string} text */
export const loosely = (text) => (PLAIN.test(text) ? alike(text) : alike(text).replace(SIGNS, "") || text);
