"""Programmes: announced periods in which a burden was waived or reduced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from calculator.engine.dated import Confidence
from calculator.engine.law_file import LawFile, Table, as_rows, as_table
from calculator.engine.parameters import BOUNDS, Bound, read_citation
from calculator.engine.sources import Citation

AUDIENCES = ("unregistered", "arrears")
SUBJECTS = ("interest", "compound", "prosecution")
RELIEFS = ("waived", "reduced")
REPORTS = ("agree", "differ")
CONDITIONS = ("none_found", "pay_within")
KEYS = (
    "first_day", "last_day", "announced_last_day", "disputed_days", "audiences",
    "condition", "offers", "source", "confidence", "note",
)  # fmt: skip
OFFER_KEYS = (
    "of", "audience", "relief", "rate", "bound", "reports",
    "condition", "excluded", "source", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """What a programme did for one audience; `rate` is the percentage taken off when reduced."""

    of: str
    audience: str
    relief: str
    rate: Decimal | None
    bound: Bound | None
    reports: str
    condition: str
    excluded: tuple[str, ...]
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """An announced event with a first and a last day, both included.

    `announced_last_day` is the end first announced, where it was later put off; on a disputed day
    the reports differ on whether the programme ran.
    """

    id: str
    first_day: date
    last_day: date
    announced_last_day: date | None
    disputed_days: tuple[date, ...]
    audiences: tuple[str, ...]
    offers: tuple[Offer, ...]
    condition: str
    sources: tuple[str, ...]
    confidence: Confidence
    note: str | None = None

    def covers(self, day: date) -> bool:
        """Tell whether all reports put the day inside the programme."""
        return self.first_day <= day <= self.last_day and day not in self.disputed_days


def read_programmes(file: LawFile, citations: list[Citation]) -> tuple[Programme, ...]:
    """Read programmes.toml, in the order of the first days."""
    tables = file.toml().items()
    found = [_programme(file, id, as_table(table), citations) for id, table in tables]
    for one, other in combinations(found, 2):
        shared = set(one.audiences) & set(other.audiences)
        if shared and one.first_day <= other.last_day and other.first_day <= one.last_day:
            line = file.line(other.id)
            file.problem(line, f"runs at the same time as {one.id} for {min(shared)}; look at both")
    return tuple(sorted(found, key=lambda programme: programme.first_day))


def _programme(file: LawFile, id: str, found: Table, citations: list[Citation]) -> Programme:
    line = file.line(id)
    file.keys(found, KEYS, line)
    first = file.day(found, "first_day", file.line(id, "first_day"))
    last = file.day(found, "last_day", file.line(id, "^last_day"))
    if last < first:
        file.problem(file.line(id, "^last_day"), f"the last day {last} is before the first, {first}")
    condition = file.choice(found, "condition", CONDITIONS, line)
    audiences = _words(found, "audiences")
    if not audiences or not set(audiences) <= set(AUDIENCES):
        file.problem(line, f"audiences are not known; write some of {', '.join(AUDIENCES)}")
    sources, confidence = read_citation(file, found, line, citations)
    offers = [_offer(file, id, row, condition, citations) for row in as_rows(found.get("offers"))]
    return Programme(
        id=id,
        first_day=first,
        last_day=last,
        announced_last_day=file.day(found, "announced_last_day", line) if "announced_last_day" in found else None,
        disputed_days=_days(found, "disputed_days"),
        audiences=audiences,
        offers=tuple(offers),
        condition=condition,
        sources=sources,
        confidence=confidence,
        note=str(found["note"]) if "note" in found else None,
    )


def _offer(
    file: LawFile, id: str, row: Mapping[str, object], condition: str, citations: list[Citation]
) -> Offer:
    line = file.line(id, rf'of = "{row.get("of")}"')
    file.keys(row, OFFER_KEYS, line)
    sources, confidence = read_citation(file, row, line, citations)
    rate = row.get("rate")
    if rate is not None and type(rate) not in (int, Decimal):
        file.problem(line, f'rate "{rate}" is not a percentage; write rate = 50')
        rate = None
    bound = file.choice(row, "bound", BOUNDS, line) if "bound" in row else ""
    return Offer(
        of=file.choice(row, "of", SUBJECTS, line),
        audience=file.choice(row, "audience", AUDIENCES, line),
        relief=file.choice(row, "relief", RELIEFS, line),
        rate=None if rate is None else Decimal(str(rate)),
        bound=BOUNDS.get(bound),
        reports=file.choice(row, "reports", REPORTS, line),
        condition=file.choice(row, "condition", CONDITIONS, line) if "condition" in row else condition,
        excluded=_words(row, "excluded"),
        confidence=confidence,
        sources=sources,
    )


def _words(found: Table, key: str) -> tuple[str, ...]:
    value = found.get(key)
    return tuple(str(word) for word in value) if isinstance(value, list) else ()


def _days(found: Table, key: str) -> tuple[date, ...]:
    value = found.get(key)
    return tuple(day for day in value if type(day) is date) if isinstance(value, list) else ()
