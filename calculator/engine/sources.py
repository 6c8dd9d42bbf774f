"""The documents a figure or a statement rests on."""

from dataclasses import dataclass
from datetime import date

from calculator.engine.dated import Confidence
from calculator.engine.law_file import LawFile
from calculator.engine.law_row import Row

KINDS = ("statute", "bill", "gazette", "official", "press", "adviser", "vendor", "teaching", "notice")


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its own title, where in it to look, who issued it, when, and where to read it.

    `confidence` says what was seen: P the primary text, S a report of it, U neither.
    """

    id: str
    document: str
    place: str | None
    publisher: str
    date: date | None
    url: str
    kind: str
    confidence: Confidence


def read_sources(file: LawFile) -> dict[str, Source]:
    """Read sources.toml: one table for each document, named by its id in kebab-case."""
    return {id: _source(id, row) for id, row in Row.tables(file, file.toml())}


def _source(id: str, row: Row) -> Source:
    row.keys("document", "place", "publisher", "date", "url", "kind", "confidence")
    url = row.text("url")
    if url and not url.startswith("https://"):
        row.problem(f'url is "{url}"; write an address that starts with https://')
    return Source(
        id=id,
        document=row.text("document"),
        place=row.text("place") if "place" in row.found else None,
        publisher=row.text("publisher"),
        date=row.day("date") if "date" in row.found else None,
        url=url,
        kind=row.choice("kind", KINDS),
        confidence=row.confidence(),
    )
