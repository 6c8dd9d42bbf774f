"""The days that the writers' files name by macros, and what the front matter of a page says of itself."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from overrides.hooks.read.files import read_document
from tests.tools import pages

PROGRAMME = re.compile(r'\bprogramme\("(?P<id>\w+)",\s*"(?P<of>first_day|last_day)"')
FIGURE = re.compile(r'\bfigure\("(?P<id>\w+)"\)')
# The last reply to the question that dates an answer, for which there are pages without a script.
LAST = re.compile(r'last\s*=\s*"(?P<day>[\d-]+)"')
# A reply as programs give it: a day, a month or a year.
PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
VALUE = "value"
HOME = "index"

# By the id of a programme and its day, or of a figure and VALUE, the days that it names.
type Days = Mapping[tuple[str, str], frozenset[date]]


def front_matter(root: Path, page: str) -> dict[str, tuple[str, str]]:
    """What the front matter of a page says under each key, with its place; nothing where there is no page.

    Raises WordsError for a page that cannot be read.
    """
    path = root / page
    if not path.is_file():
        return {}
    document = read_document(path, root)
    said = {key: document.said(key) for key in document.meta}
    return {key: (f"{page}:{text.line}", text.words) for key, text in said.items()}


def in_text(text: str, known: Days) -> Iterator[tuple[str, date]]:
    """Each day that a text names, as it is named there."""
    named = [(found["id"], found["of"]) for found in PROGRAMME.finditer(text)]
    named += [(found["id"], VALUE) for found in FIGURE.finditer(text)]
    for id, part in named:
        for day in sorted(known.get((id, part), ())):
            yield id if part == VALUE else f"{id}, {part}", day


def updated(root: Path, where: str) -> date | None:
    """The day on which a text was last updated: its own, or that of the notice in whose folder it is."""
    path = Path(where.partition(":")[0])
    folder = Path(*path.parts[:2]) if len(path.parts) > 2 else path.parent
    for page in (path, folder / f"{HOME}.en.md"):
        if page.suffix == ".md" and (said := front_matter(root, page.as_posix()).get("updated")):
            return date.fromisoformat(said[1])
    return None


def passed(root: Path, known: Days, day: date) -> Iterator[tuple[str, str]]:
    """Where a text names a day that was to come when it was last updated, and is past on `day`."""
    for where, line in pages.lines(root, "md", "toml"):
        for name, named in in_text(line, known):
            if (since := updated(root, where)) and since < named < day:
                yield where, f"{name}: {named}, to come when this was updated on {since}"
