"""Amounts by wages, and a parameter through the years."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from overrides.hooks.read.rules import Dated, Edition, Figure, Gap, Loaded, Value, figures
from overrides.hooks.render import html
from overrides.hooks.render.context import MacroError, Place, known

RINGGIT = "ringgit"
# What the writers say in each.
BY_WAGES = ("title", "own", "axis", "ceiling", "lines", "place")
THROUGH_YEARS = ("title", "own", "from")
YEAR = timedelta(days=365)


def steps(place: Place, notice: Loaded, words: Mapping[str, Any], table: Dated[Edition]) -> dict[str, object]:
    """Every edition of a contribution table; no amount is worked out."""
    editions = table.in_force()
    columns = list(editions[0].bands[0].amounts)
    for lines in words["lines"].values():
        for column in lines:
            known(f"column of {table.id}", column, dict.fromkeys(columns))
    _findings(notice, (*words["lines"], *words["place"]))
    drawn = [column for column in columns if any(column in lines for lines in words["lines"].values())]
    return {
        "kind": "steps",
        "own": words["own"],
        "axis": words["axis"],
        "columns": drawn,
        "lines": words["lines"],
        "place": words["place"],
        "editions": [_edition(each, drawn, words, place.lang) for each in editions],
        "day": place.as_at.isoformat(),
    }


def _edition(edition: Edition, columns: list[str], words: Mapping[str, Any], lang: str) -> dict[str, object]:
    since = html.plain_day(edition.since, lang)
    rows = [[band.wage_over, *(band.amounts[column] for column in columns)] for band in edition.bands]
    return {
        "from": edition.since.isoformat(),
        "since": since,
        "title": words["title"].format(since=since),
        "ceiling": words["ceiling"].format(ceiling=_ringgit(edition.ceiling, lang)),
        # places in a picture, not amounts: those that are read stand as text beside them
        "rows": [[float(amount) for amount in row] for row in rows],
        "top": [_ringgit(amount, lang) for amount in rows[-1][1:]],
    }


def _findings(notice: Loaded, codes: Iterable[str]) -> None:
    for code in codes:
        known("finding", code, dict.fromkeys(code.value for code in notice.codes))


def _ringgit(amount: Decimal, lang: str) -> str:
    return figures.text(Figure(amount, RINGGIT), lang)


def levels(place: Place, notice: Loaded, words: Mapping[str, Any], dated: Dated[Value]) -> dict[str, object]:
    """Every value of a parameter, up to the last check or, where one is still to come, a year beyond it."""
    if units := sorted({value.unit for value in dated.in_force()} - {RINGGIT}):
        raise MacroError(f'"{dated.id}" is in {units[0]}; a picture through the years shows amounts of money')
    _findings(notice, words["own"])
    last: date = dated.days[-1]
    to = max(place.law.as_at, last + YEAR if last > place.law.as_at else last)
    return {
        "kind": "levels",
        "title": words["title"].format(since=html.plain_day(dated.days[0], place.lang)),
        "own": words["own"],
        "to": to.isoformat(),
        "levels": [_level(entry, words, place) for entry in dated.entries],
    }


def _level(entry: Value | Gap, words: Mapping[str, Any], place: Place) -> dict[str, object]:
    labels, since = place.words("labels"), words["from"].format(day=html.plain_day(entry.since, place.lang))
    amount = None if isinstance(entry, Gap) else entry.ringgit
    text = labels["history"][entry.why] if isinstance(entry, Gap) else figures.text(entry, place.lang)
    notes = [labels["notes"][entry.note]] if entry.note else []
    return {
        "from": entry.since.isoformat(),
        "value": None if amount is None else float(amount),
        "text": text,
        "since": labels["separator_list"].join([since, *notes]),
    }
