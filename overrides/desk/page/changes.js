// What has changed since the main branch, the pages in which it shows, and the answers that differ.

import { on } from "./live.js";
import { element } from "./notes.js";

const files = /** @type {HTMLElement} */ (document.getElementById("files"));
const button = /** @type {HTMLButtonElement} */ (document.getElementById("affected"));
const said = /** @type {HTMLElement} */ (document.getElementById("said"));

async function show() {
  /** @type {{base: string | null, files: {path: string, pages: string[], every: boolean}[]}} */
  const changed = await (await fetch("/desk/changed.json")).json();
  const rows = changed.files.map(({ path, pages, every }) => {
    const links = every
      ? ["every page"]
      : pages.flatMap((page) => [element("a", { href: `/desk/#${page}` }, page), " "]);
    return element("tr", {}, element("th", { scope: "row" }, path), element("td", {}, ...links));
  });
  const none = changed.base
    ? `Nothing differs from ${changed.base}.`
    : "This folder is in no Git repository.";
  files.replaceChildren(rows.length > 0 ? element("table", {}, element("tbody", {}, ...rows)) : none);
}

button.addEventListener("click", () => fetch("/desk/do?what=affected", { method: "POST" }));
on("affected", ({ runs, said: lines = "" }) => {
  button.disabled = runs;
  said.textContent = runs ? "Every path is being compared …" : lines;
});
on("changed", show);
show();
