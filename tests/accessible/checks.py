"""Checks of one page as it stands in the browser. Each returns what is wrong, a line each."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
# WCAG 2.2 AA, and what axe recommends besides: everything but what it only tries out
RUN = "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
# A link within running text may be as small as its line (WCAG 2.5.8)
SMALLEST = 24
TARGETS = """
smallest => {
  const shown = each => each.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
  const inLine = each => each.matches("a") && getComputedStyle(each).display === "inline";
  const box = "input[type=radio], input[type=checkbox]";
  const of = each => each.matches(box) ? each.closest("label") ?? each : each;
  const pressed = "a[href], button, summary, input, select, textarea, [role=button], [tabindex='0']";
  return [...document.querySelectorAll(pressed)]
    .filter(each => shown(each) && !inLine(each) && !each.closest("[inert]"))
    .map(each => [each, of(each).getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && Math.min(width, height) < smallest - 0.5)
    .map(([each, { width, height }]) =>
      `${Math.round(width)} × ${Math.round(height)}: ${each.outerHTML.slice(0, 150)}`);
}
"""
# The looks are those of a reader whose system asks for less motion
MOVING = """
() => [...document.querySelectorAll("*")]
  .filter(each => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(each);
    const lasts = durations => durations.split(",").some(each => parseFloat(each) > 0.01);
    const animated = animationName !== "none" && lasts(animationDuration);
    return lasts(transitionDuration) || animated || scrollBehavior === "smooth";
  })
  .map(each => each.outerHTML.slice(0, 150))
"""
FIELDS = """
() => [...document.querySelectorAll("input, select, textarea")]
  .filter(each => !each.matches("[type=radio], [type=checkbox], [type=hidden]"))
  .filter(each => each.checkVisibility() && parseFloat(getComputedStyle(each).fontSize) < 16)
  .map(each => each.outerHTML.slice(0, 150))
"""


# The bar follows in the next frames, and a colour that fades has too little contrast on its way.
TO_TOP = """
async () => {
  scrollTo(0, 0);
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const fading = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  const late = new Promise((resolve) => setTimeout(resolve, 2000));
  await Promise.race([Promise.allSettled(fading.map(({ finished }) => finished)), late]);
}
"""


def barriers(page: Page) -> list[str]:
    """What axe finds, of any impact, with the element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # what has come near a button of the bar can be moved away from it
    page.evaluate(TO_TOP)
    found: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    """Whether the page must be moved sideways."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"{width} px wide in a window of {window}"] if width > window else []


def small_targets(page: Page) -> list[str]:
    """What is pressed and is smaller than a fingertip needs."""
    found: list[str] = page.evaluate(TARGETS, SMALLEST)
    return found


def small_fields(page: Page) -> list[str]:
    """Fields in which a phone would enlarge the page."""
    found: list[str] = page.evaluate(FIELDS)
    return found


def moving(page: Page) -> list[str]:
    """What moves although the reader's system asks for less motion."""
    found: list[str] = page.evaluate(MOVING)
    return found


EVERY = (barriers, too_wide, small_targets, small_fields, moving)
