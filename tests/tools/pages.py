"""What in the pages stays behind when the law is checked again: pinned figures, and days of their own."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

FIGURE = re.compile(r'\bfigure\("(?P<id>\w+)",\s*(?:(?P<key>on|was)=)?"(?P<day>\d{4}-\d\d-\d\d)"')
OWN_DAY = re.compile(r"as_at:\s*(?P<day>\d{4}-\d\d-\d\d)\s*$")


def lines(root: Path, *endings: str) -> Iterator[tuple[str, str]]:
    """Every line of the writers' files with where it stands; decisions are no texts for readers."""
    docs = root / "docs"
    for path in sorted(path for ending in endings for path in docs.rglob(f"*.{ending}")):
        if "decisions" not in path.relative_to(docs).parts:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                yield f"{path.relative_to(root).as_posix()}:{number}", line


def pinned(root: Path) -> Iterator[tuple[str, str, str, date]]:
    """Where a figure of another day stands: the place, its id, on or was, and the day."""
    for where, line in lines(root, "md", "toml"):
        for found in FIGURE.finditer(line):
            yield where, found["id"], found["key"] or "on", date.fromisoformat(found["day"])


def own_days(root: Path) -> Iterator[tuple[str, date]]:
    """The pages that name a day of their own in their front matter."""
    for where, line in lines(root, "md"):
        if found := OWN_DAY.match(line):
            yield where, date.fromisoformat(found["day"])
