// The virtual screen reader, for a page: tests/accessible/session.py bundles it and puts it there.

import { virtual } from "@guidepup/virtual-screen-reader";

/** More phrases than any part of a page has. */
const MOST = 2000;

/** Everything below an element as it is said, from its beginning to its end. @param {string} selector */
globalThis.readAll = async (selector) => {
  const container = document.querySelector(selector);
  await virtual.start({ container });
  const first = await virtual.lastSpokenPhrase();
  for (let step = 0; step < MOST; step += 1) {
    await virtual.next();
    if ((await virtual.lastSpokenPhrase()) === first) break;
  }
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said.slice(0, -1);
};

/** Listen from now on to what is said by itself. @param {string} selector */
globalThis.listen = async (selector) => {
  await virtual.start({ container: document.querySelector(selector) });
  await virtual.clearSpokenPhraseLog();
};

/** What was said since, each thing once. The virtual reader says what is hidden, too, which no other one does. */
globalThis.heard = async () => {
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  const silent = [...document.querySelectorAll("[role=alert], [role=status]")]
    .filter((each) => !each.checkVisibility())
    .map((each) => (each.querySelector("p") ?? each).textContent.trim());
  return [...new Set(said)].filter((phrase) => !silent.some((text) => text && phrase.includes(text)));
};
