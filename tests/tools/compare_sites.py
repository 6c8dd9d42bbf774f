"""`python -m tests.tools.compare_sites ONE OTHER`: what differs between the pages of two built sites.

Each page is compared as a reader and a browser see it: its elements with their attributes, and its words.
White space, the order of attributes and the way a sign is escaped make no difference.
"""

import sys
from collections.abc import Iterator
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

SHOWN = 160


class Page(HTMLParser):
    """A page as lines: one for each element, one for each run of words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = "".join(f" {name}={value!r}" for name, value in sorted(attrs, key=str))
        self.lines.append(f"<{tag}{named}>")

    def handle_endtag(self, tag: str) -> None:
        self.lines.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.lines.append(words)


def pages(site: Path) -> dict[str, Path]:
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}


def differences(one: Path, other: Path) -> Iterator[tuple[str, list[str]]]:
    """Each page that differs, with the lines that only one of them has; no lines where only bytes differ."""
    here, there = pages(one), pages(other)
    for name in sorted(here.keys() ^ there.keys()):
        yield name, [f"{'-' if name in here else '+'} the whole page"]
    for name in sorted(here.keys() & there.keys()):
        if here[name].read_bytes() != there[name].read_bytes():
            found = unified_diff(Page(here[name]).lines, Page(there[name]).lines, lineterm="", n=0)
            yield name, [line for line in found if not line.startswith(("---", "+++", "@@"))]


def main(one: Path, other: Path) -> Iterator[str]:
    """What to print: each page that differs, and how."""
    for page, lines in differences(one, other):
        yield f"{page}: {len(lines)} lines differ" if lines else f"{page}: the same but for white space"
        yield from (f"  {line[:SHOWN]}" for line in lines)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in main(Path(sys.argv[1]), Path(sys.argv[2])))
