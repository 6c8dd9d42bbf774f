// The three ways in which a reader gives a file: chosen, dropped, pasted.

import { part } from "../../assets/javascripts/page/dom.js";

/**
 * @param {{ section: HTMLElement, input: HTMLInputElement, pasted: HTMLTextAreaElement }} fields of file.html
 * @param {{ choose: (file: File | undefined) => void, paste: (text: string) => void }} take
 */
export function listen({ section, input, pasted }, { choose, paste }) {
  input.addEventListener("change", () => choose(input.files?.[0]));
  // the same file once more, corrected, is a choice of its own: browsers tell of other names only
  input.addEventListener("click", () => {
    input.value = "";
  });
  pasted.addEventListener("change", () => paste(pasted.value));
  pasted.addEventListener("paste", () => setTimeout(() => paste(pasted.value)));
  const drop = part(section, "drop");
  for (const name of ["dragenter", "dragover"])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.dataset.over = "";
    });
  for (const name of ["dragleave", "drop"])
    drop.addEventListener(name, () => {
      delete drop.dataset.over;
    });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    choose(event.dataTransfer?.files[0]);
    // as where a file is chosen by its button
    section.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
