// The words of a part, as along.html hands them over.

/** @param {HTMLElement} box the section of the part @returns {Record<string, string>} */
export const wordsOf = (box) => JSON.parse(box.dataset.words ?? "{}");
