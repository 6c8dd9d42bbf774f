// Keeps the reader's answers while the tab is open, so that a change of language or a reload loses nothing.
// They stay in this browser.

/** @param {string} notice */
const key = (notice) => `notice-calculator.${notice}`;

/**
 * @param {string} notice
 * @returns {Record<string, string>} empty where nothing was kept, or where the browser keeps nothing
 */
export function recall(notice) {
  try {
    const kept = Object.entries(JSON.parse(sessionStorage.getItem(key(notice)) ?? "{}"));
    return Object.fromEntries(kept.filter(([, reply]) => typeof reply === "string"));
  } catch {
    return {};
  }
}

/**
 * @param {string} notice
 * @param {Record<string, string>} answers where there are none, nothing is kept
 */
export function keep(notice, answers) {
  try {
    if (Object.keys(answers).length) sessionStorage.setItem(key(notice), JSON.stringify(answers));
    else sessionStorage.removeItem(key(notice));
  } catch {
    // a browser that keeps nothing still answers
  }
}
