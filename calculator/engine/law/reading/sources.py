"""Reading sources.toml: one table for each document."""

from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.row import Row
from calculator.engine.law.sources import KINDS, Source

SOURCE_KEYS = ("document", "place", "publisher", "date", "url", "kind", "confidence")


def read_sources(file: LawFile) -> dict[str, Source]:
    """Read sources.toml: one table for each document, named by its id in kebab-case."""
    return {id: _source(id, row) for id, row in Row.tables(file, file.toml())}


def _source(id: str, row: Row) -> Source:
    row.keys(*SOURCE_KEYS)
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
