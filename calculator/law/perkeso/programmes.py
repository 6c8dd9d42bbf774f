"""Programmes: announced periods in which a burden was waived or reduced."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from calculator.engine.law.dated import Confidence
from calculator.engine.law.parameters import Bound
from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.row import CITED, Row

AUDIENCES = ("unregistered", "arrears", "compounded")
INTEREST = "interest"
SUBJECTS = (INTEREST, "compound", "prosecution")
RELIEFS = ("waived", "reduced")
REPORTS = ("agree", "differ", "single")
CONDITIONS = ("none_found", "pay_within")
EXCLUDED = ("claim_cases", "legal_cases", "compound_cases")
WHOLE = 100
PROGRAMME_KEYS = (
    "first_day", "last_day", "announced_last_day", "disputed_days",
    "audiences", "condition", "offers", *CITED,
)  # fmt: skip
OFFER_KEYS = (
    "of", "audience", "relief", "rate", "bound", "years", "reports", "condition", "excluded", *CITED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """What a programme did for one audience.

    `rate` is the percentage taken off where the relief is "reduced", at most where `bound` is
    "max" and at least where it is "min". `years` are the first and the last of the interest that it
    is reported for, if any are named. `reports` says whether the reports agree that this was offered, differ,
    or are a single one. `condition` is the programme's if it has none; `excluded` are cases not reached.
    """

    of: str
    audience: str
    relief: str
    rate: Decimal | None
    bound: Bound | None
    years: tuple[int, int] | None
    reports: str
    condition: str
    excluded: tuple[str, ...]
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """An announced event with a first and a last day, both included.

    `announced_last_day` is the end first announced, where it was later put off; on a disputed day
    the reports differ on whether the programme ran. `condition` "none_found" says only that no
    report names one.
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


def read_programmes(file: LawFile) -> dict[str, Programme]:
    """Read programmes.toml, in the order of the first days."""
    found = [(_programme(id, row), row) for id, row in Row.tables(file, file.toml())]
    for (one, _), (other, row) in combinations(found, 2):
        shared = set(one.audiences) & set(other.audiences)
        if shared and one.first_day <= other.last_day and other.first_day <= one.last_day:
            row.problem(f"runs at the same time as {one.id} for {min(shared)}; look at both")
    return {each.id: each for each in sorted((each for each, _ in found), key=lambda each: each.first_day)}


def _programme(id: str, row: Row) -> Programme:
    row.keys(*PROGRAMME_KEYS)
    first, last = row.day("first_day"), row.day("last_day")
    if date.min < last < first:
        row.problem(f"the last day, {last}, is before the first, {first}; look at both", "last_day")
    audiences = row.words("audiences", AUDIENCES)
    if "audiences" not in row.found:
        row.problem(f"no audiences; write a list of {', '.join(AUDIENCES)}")
    condition = row.choice("condition", CONDITIONS)
    offers = row.rows("offers", "of")
    return Programme(
        id=id,
        first_day=first,
        last_day=last,
        announced_last_day=row.day("announced_last_day") if "announced_last_day" in row.found else None,
        disputed_days=row.days("disputed_days"),
        audiences=audiences,
        offers=tuple(_offer(each, condition) for each in offers),
        condition=condition,
        sources=row.sources(),
        confidence=row.confidence(),
        note=row.note(),
    )


def _offer(row: Row, condition: str) -> Offer:
    row.keys(*OFFER_KEYS)
    relief = row.choice("relief", RELIEFS)
    return Offer(
        of=row.choice("of", SUBJECTS),
        audience=row.choice("audience", AUDIENCES),
        relief=relief,
        rate=_rate(row, relief),
        bound=row.bound(),
        years=_years(row),
        reports=row.choice("reports", REPORTS),
        condition=row.choice("condition", CONDITIONS) if "condition" in row.found else condition,
        excluded=row.words("excluded", EXCLUDED),
        confidence=row.confidence(),
        sources=row.sources(),
    )


def _years(row: Row) -> tuple[int, int] | None:
    """Read the first and the last year of the interest that is taken off; without the key, of any year."""
    if "years" not in row.found:
        return None
    match row.found["years"]:
        case [int(first), int(last)] if first <= last and row.found.get("of") == INTEREST:
            return first, last
    row.problem("years are the first and the last of interest; write years = [2018, 2025], or leave them out")
    return None


def _rate(row: Row, relief: str) -> Decimal | None:
    """Read the percentage taken off, which a reduction must have and a waiver cannot."""
    rate = row.found.get("rate")
    if relief == "waived":
        if rate is not None:
            row.problem("waived, and yet a rate; leave the rate out, or write reduced")
        return None
    if type(rate) in (int, Decimal) and 0 < (percent := Decimal(str(rate))) < WHOLE:
        return percent
    row.problem("reduced by how much? write rate = 50 for fifty per cent off")
    return None
