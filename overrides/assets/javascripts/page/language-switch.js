// The language switch leads to the same place of the same page: the links get the fragment and query of the address.

/** @param {Event} event */
function follow({ target }) {
  const link = target instanceof Element ? target.closest("a[hreflang]") : null;
  if (link instanceof HTMLAnchorElement)
    link.href = link.href.replace(/[?#].*$/, "") + location.search + location.hash;
}

// before a click, a key press, or a menu that opens the link elsewhere
for (const event of ["pointerdown", "focusin", "mouseover", "click"]) addEventListener(event, follow);
