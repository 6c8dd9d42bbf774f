// The language switch leads to the same place of the same page: the links get the fragment and query of the address.

for (const link of document.querySelectorAll("a[hreflang]")) {
  if (!(link instanceof HTMLAnchorElement)) continue;
  const target = link.href.replace(/[?#].*$/, "");
  const follow = () => {
    link.href = target + location.search + location.hash;
  };
  // before a click, a key press, or a menu that opens the link elsewhere
  for (const event of ["pointerdown", "focus", "mouseenter", "click"]) link.addEventListener(event, follow);
}
