// Notes at the foot of a page: what is to be mended, and that a page is behind.

/** @typedef {{path: string, line: number, text: string, open: string}} Problem */

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} inside */
export function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

const box = element("aside", { class: "desk-note", role: "alert", "data-desk": "problems", hidden: "" });
// below it the end of the page could not be read
const room = element("div", { "aria-hidden": "true" });

/** @param {Problem[]} said all that is wrong; none takes the note away */
export function problems(said) {
  box.hidden = said.length === 0;
  const items = said.map(({ path, line, text, open }) =>
    element("li", {}, element("a", { href: open }, `${path}:${line}`), ` ${text}`),
  );
  box.replaceChildren(element("h2", {}, `${said.length} to mend`), element("ul", {}, ...items));
  document.body.append(room, box);
  room.style.height = `${box.offsetHeight}px`;
}

/**
 * This page is as the whole site was last built.
 * @param {string} asOf when that was, or "never"
 * @param {(kind: string, hear: (said: any) => void) => void} on
 */
export function behind(asOf, on) {
  const said =
    asOf === "never" ? "has not been made yet" : `is as it was at ${asOf}; files have changed since`;
  const button = element("button", { type: "button" }, "Build the whole site");
  const text = element("span", {}, `This page comes with the whole site and ${said}. `);
  const note = element("aside", { class: "desk-note desk-note--behind", role: "status" }, text, button);
  let runs = false;
  button.addEventListener("click", () => fetch("/desk/do?what=whole", { method: "POST" }));
  on("whole", ({ runs: now, done, said: why }) => {
    if (runs && !now && done) location.reload();
    if (runs && !now && !done) note.append(element("pre", {}, why));
    runs = now;
    button.toggleAttribute("disabled", now);
    button.textContent = now ? "The whole site is being built …" : "Build the whole site";
  });
  document.body.append(note);
}
