"""What counts as wages for contributions, and what does not."""

from dataclasses import dataclass
from datetime import date

from calculator.engine.law.dated import Confidence, Dated
from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.row import CITED, Row, in_order

ITEM_KEYS = ("values",)
COUNTS_KEYS = ("from", "counts", *CITED)


@dataclass(frozen=True, slots=True)
class WageItem:
    """A part of pay; `counts` tells whether contributions are owed on it from `since` on."""

    id: str
    since: date
    counts: bool
    sources: tuple[str, ...]
    confidence: Confidence
    note: str | None = None


def read_wage_items(file: LawFile) -> dict[str, Dated[WageItem]]:
    """Read wage_items.toml: one table for each part of pay."""
    return {id: _item(id, row) for id, row in Row.tables(file, file.toml())}


def _item(id: str, row: Row) -> Dated[WageItem]:
    row.keys(*ITEM_KEYS)
    entries = [_entry(id, each, day) for day, each in in_order(row.rows("values", "from"))]
    return Dated(id, tuple(entry.since for entry in entries), tuple(entries))


def _entry(id: str, row: Row, day: date) -> WageItem:
    row.keys(*COUNTS_KEYS)
    counts = row.found.get("counts")
    if not isinstance(counts, bool):
        row.problem("counts is neither true nor false; write one of them")
    return WageItem(id, day, counts is True, row.sources(), row.confidence(), row.note())
