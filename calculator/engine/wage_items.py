"""What counts as wages for contributions, and what does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculator.engine.dated import Confidence, Dated
from calculator.engine.law_file import LawFile, Table, as_rows, as_table
from calculator.engine.parameters import read_citation, read_days, row_lines
from calculator.engine.sources import Citation


@dataclass(frozen=True, slots=True)
class WageItem:
    """A part of pay; `counts` tells whether contributions are owed on it from `since` on."""

    id: str
    since: date
    counts: bool
    sources: tuple[str, ...]
    confidence: Confidence


def read_wage_items(file: LawFile, citations: list[Citation]) -> dict[str, Dated[WageItem]]:
    """Read wage_items.toml: one table for each part of pay."""
    return {id: _item(file, id, as_table(found), citations) for id, found in file.toml().items()}


def _item(file: LawFile, id: str, found: Table, citations: list[Citation]) -> Dated[WageItem]:
    file.keys(found, ("values",), file.line(id))
    rows = as_rows(found.get("values"))
    lines = list(row_lines(file, id, rows))
    days = read_days(file, rows, lines)
    entries = [_entry(file, id, row, day, at, citations) for row, day, at in zip(rows, days, lines, strict=True)]
    return Dated(id, tuple(days), tuple(entries))


def _entry(
    file: LawFile, id: str, row: Mapping[str, object], day: date, line: int, citations: list[Citation]
) -> WageItem:
    file.keys(row, ("from", "counts", "source", "confidence"), line)
    sources, confidence = read_citation(file, row, line, citations)
    counts = row.get("counts")
    if not isinstance(counts, bool):
        file.problem(line, "counts is neither true nor false; write one of them")
    return WageItem(id, day, counts is True, sources, confidence)
