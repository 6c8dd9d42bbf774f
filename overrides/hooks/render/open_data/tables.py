"""The contribution tables that a notice's rules look up, row by row."""

from collections.abc import Iterable, Iterator
from typing import Any

from overrides.hooks.read.rules import Band, Dated, Edition, Gap, figures
from overrides.hooks.render.open_data.names import Names


def listed(tables: Iterable[Dated[Edition]], names: Names) -> list[dict[str, Any]]:
    """For JSON: each table once, with its editions, the oldest first."""
    return [
        {
            "id": table.id,
            "names": names.of("parameters", table.id),
            "amounts": {column: names.label("bands", "amounts", column) for column in _columns(table)},
            "known": {known: names.label("bands", "known", known) for known in _known(table)},
            "editions": [_edition(entry) for entry in table.entries],
        }
        for table in tables
    ]


def _columns(table: Dated[Edition]) -> list[str]:
    return list(dict.fromkeys(column for band in _bands(table) for column in band.amounts))


def _known(table: Dated[Edition]) -> list[str]:
    return list(dict.fromkeys(band.known for band in _bands(table)))


def _bands(table: Dated[Edition]) -> Iterator[Band]:
    for edition in table.in_force():
        yield from edition.bands


def _edition(entry: Edition | Gap) -> dict[str, Any]:
    since = entry.since.isoformat()
    if isinstance(entry, Gap):
        cited = {"sources": list(entry.sources), "confidence": entry.confidence}
        return {"from": since, "state": entry.why, **cited}
    return {"from": since, "state": "in_force", "rows": [_row(band) for band in entry.bands]}


def _row(band: Band) -> dict[str, Any]:
    return {
        "wage_over": figures.value(band.wage_over),
        "wage_up_to": None if band.wage_up_to is None else figures.value(band.wage_up_to),
        "amounts": {column: figures.value(amount) for column, amount in band.amounts.items()},
        "known": band.known,
        "sources": list(band.sources),
        "confidence": band.confidence,
    }


def rows(table: dict[str, Any]) -> Iterator[dict[str, str]]:
    """For a spreadsheet: a row for each row of each edition, and one for each gap."""
    for edition in table["editions"]:
        for row in edition.get("rows", [edition]):
            amounts = row.get("amounts", {})
            yield {
                "from": edition["from"],
                "state": edition["state"],
                "wage_over": row.get("wage_over", ""),
                "wage_up_to": row.get("wage_up_to") or "",
                **{column: amounts.get(column, "") for column in table["amounts"]},
                "known": row.get("known", ""),
                "sources": " ".join(row["sources"]),
                "confidence": row["confidence"],
            }
