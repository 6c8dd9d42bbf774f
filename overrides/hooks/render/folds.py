"""Sections that a page shows closed at first: their headings say `{#id .fold}`."""

from collections.abc import Iterator

from markupsafe import escape
from overrides.hooks.read.files import Heading, heading

# Nothing is left out: a browser opens them without script, and print shows what is in them. The heading
# stands before the fold, since a search would not count what follows a heading in the summary as its section.
OPEN = '\n<details class="fold" markdown="block">\n<summary>{}</summary>\n'
CLOSE = "\n</details>\n"


def folded(words: str, label: str) -> str:
    """The Markdown of a page; such a section reaches to the next heading that is not below it."""
    return "\n".join(_lines(words, OPEN.format(escape(label))))


def _lines(words: str, opening: str) -> Iterator[str]:
    open_folds: list[Heading] = []
    for line in words.split("\n"):
        found = heading(line)
        while found and open_folds and open_folds[-1].level >= found.level:
            open_folds.pop()
            yield CLOSE
        if found and found.folded:
            open_folds.append(found)
            yield f"{'#' * found.level} {found.words} {{#{found.id}}}"
            yield opening
        else:
            yield line
    for _ in open_folds:
        yield CLOSE
