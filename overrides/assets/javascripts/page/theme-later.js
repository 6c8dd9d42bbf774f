// Material's script (colour switch, highlighting of the contents) is three times as large as all of ours and
// nothing in it is needed to read or to get an answer. On a page with a calculator it is fetched when the reader does
// the first thing with the page.

const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "focusin"];

function fetchTheme() {
  if (document.readyState === "loading") return; // the next thing the reader does will come
  for (const sign of SIGNS) removeEventListener(sign, fetchTheme);
  for (const held of document.querySelectorAll("script[data-theme]")) {
    const script = document.createElement("script");
    script.src = held.getAttribute("data-theme") ?? "";
    held.replaceWith(script);
  }
}

for (const sign of SIGNS) addEventListener(sign, fetchTheme, { passive: true });
