"""How a page begins: title, first paragraph, the way to the calculator, the days, the contents."""

import re

from markupsafe import Markup
from overrides.hooks.read.files import Heading, heading
from overrides.hooks.render.said import text_of
from overrides.hooks.render.templates import part

CALCULATOR = re.compile(r"<(?:notice|payroll)-calculator\b")
# The level of the headings in the list of contents.
LISTED = 2
# Fewer are seen at a glance.
ENOUGH = 4
# The title, and a paragraph below it that is neither a heading nor a block.
TITLE = re.compile(r"\s*# .*(?:\n|$)")
LEAD = re.compile(r"\s*+(?!#|<|[|>*+-] |\d+\. )\S.*(?:\n(?!\s*\n).*)*\n?")


def opened(words: str, days: str, own_case: str, contents: str) -> str:
    """The Markdown of a page with its opening; the other arguments are a line of HTML and two labels."""
    headings = [found for line in words.split("\n") if (found := heading(line))]
    made = [_button(words, own_case), days, _contents(headings, contents)]
    block = "\n\n".join(each for each in made if each)
    if not block:
        return words
    start = _end(TITLE, words, 0)
    end = _end(LEAD, words, start)
    return f"{words[:end].rstrip()}\n\n{block}\n\n{words[end:].lstrip()}".lstrip()


def _end(pattern: re.Pattern[str], words: str, start: int) -> int:
    found = pattern.match(words, start)
    return found.end() if found else start


def _button(words: str, label: str) -> str:
    """The way to the section with the calculator, where it has one of its own."""
    calculator = CALCULATOR.search(words)
    before = words[: calculator.start()] if calculator else ""
    sections = [found for line in before.split("\n") if (found := heading(line)) and found.level > 1]
    return part("opening.html", "own_case", sections[-1].id, label) if sections else ""


def _contents(headings: list[Heading], label: str) -> Markup:
    """The headings of the page, for screens on which the theme shows no list of them."""
    entries = [(each.id, text_of(each.words)) for each in headings if each.level == LISTED and each.id]
    return part("opening.html", "contents", entries, label) if len(entries) >= ENOUGH else Markup()
