"""Sections that a page shows closed at first: their headings say `{#id .fold}`."""

from collections.abc import Iterator

from overrides.hooks.read.files import Heading, heading

# Nothing is left out: a browser opens them without script, and print shows what is in them.
OPEN = '<details class="fold" markdown="block">\n<summary markdown="block">\n'
OPENED = "\n</summary>\n"
CLOSE = "\n</details>\n"


def folded(words: str) -> str:
    """The Markdown of a page; such a section reaches to the next heading that is not below it."""
    return "\n".join(_lines(words))


def _lines(words: str) -> Iterator[str]:
    open_folds: list[Heading] = []
    for line in words.split("\n"):
        found = heading(line)
        while found and open_folds and open_folds[-1].level >= found.level:
            open_folds.pop()
            yield CLOSE
        if found and found.folded:
            open_folds.append(found)
            yield f"{OPEN}{'#' * found.level} {found.words} {{#{found.id}}}{OPENED}"
        else:
            yield line
    for _ in open_folds:
        yield CLOSE
