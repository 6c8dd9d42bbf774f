"""What a reader meets who moves through a page with the Tab key alone."""

from playwright.sync_api import Page

# More stops than any page of ours has
MOST = 700
# Where the focus is: null at the end of the page; else what is wrong with the place
LOOK = """
() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const name = at.outerHTML.replace(/\\s+/g, " ").slice(0, 140);
  // what is in a frame has its own; a hidden checkbox is shown by its label or what follows
  if (at.matches("iframe")) return [];
  const box = at.matches("[type=radio], [type=checkbox]");
  const wide = each => each?.checkVisibility() && each.getBoundingClientRect().width > 1;
  const shown = (box && [...(at.labels ?? []), at.nextElementSibling].find(wide)) || at;
  const boxes = [...shown.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  const inWindow = ({ top, right, bottom, left }) =>
    bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  // of what is larger than the window, as much as is in it
  const inside = ({ left, top, right, bottom }) => {
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    const [width, height] = [Math.min(innerWidth, right) - x, Math.min(innerHeight, bottom) - y];
    return { left: x, top: y, width, height };
  };
  const reached = each => {
    const box = inside(each);
    return [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([x, y]) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top && (shown.contains(top) || top.contains(shown));
    });
  };
  const faults = [];
  if (!boxes.some(inWindow)) faults.push("cannot be seen");
  else if (!boxes.some(reached)) faults.push("is covered");
  const ring = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  if (!ring(getComputedStyle(at)) && !ring(getComputedStyle(shown))) faults.push("shows no focus");
  return faults.map(fault => `${fault}: ${name}`);
}
"""


def walk(page: Page, key: str = "Tab") -> tuple[int, list[str]]:
    """How many stops there are, and what is wrong with them, a line each. Begins where the focus is."""
    faults: list[str] = []
    for stops in range(MOST):
        page.keyboard.press(key)
        found: list[str] | None = page.evaluate(LOOK)
        if found is None:
            return stops, faults
        if found:
            # what moves comes to rest
            page.wait_for_timeout(400)
            found = page.evaluate(LOOK) or []
        faults += [f"{key}: {fault}" for fault in found]
    raise AssertionError(
        f"the focus goes round without an end: {page.evaluate('document.activeElement.outerHTML')}"
    )
