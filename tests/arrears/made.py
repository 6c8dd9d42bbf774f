"""A payroll made from a seed: every kind of worker, every ceiling, cells as people write them, bad rows.

Nothing of it is stored; `payroll(10_000)` is the same file on every machine;
`python -m tests.tools.payroll` writes it to a folder.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.arrears.written import AMOUNTS, DAYS, MONTHS

COLUMNS = (
    "worker_id", "month", "worker", "role", "age", "born_on", "wages", "act4_payable_before_55",
    "eis_payable_before_57", "lindung24", "paid_on",
)  # fmt: skip
FIRST, LAST = 2016 * 12 + 5, 2026 * 12 + 10
BAD, DUPLICATE, BEFORE_MONTH = 0.05, "worker_id:duplicate", "paid_on:before_month"


@dataclass(frozen=True, slots=True)
class Made:
    """A row as it is written, and what is meant by it; or, where it is bad, the reason that must be given."""

    cells: Mapping[str, str]
    month: date
    wages: int  # in sen
    age: int | None
    born_on: date | None
    paid_on: date | None
    bad: str = ""


def payroll(count: int, seed: int = 2026) -> Iterator[Made]:
    """Rows, one in twenty of them bad; behind one of those its worker and month stand again, and count."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    last: Made | None = None
    refused: Made | None = None
    for number in range(count):
        made = _row(draw, number)
        if refused and made.born_on is None:
            made = _of_the_same(draw, made, refused)
        if draw.random() < BAD:
            made = _spoilt(draw, made, last)
        refused = made if made.bad and made.bad != DUPLICATE else None
        if not made.bad:
            last = made
        yield made


def _row(draw: random.Random, number: int) -> Made:
    at = draw.randint(FIRST, LAST) if draw.random() < 0.98 else draw.randint(FIRST - 12, FIRST - 1)
    month = date(at // 12, at % 12 + 1, 1)
    wages = _wages(draw)
    age: int | None = draw.choice((17, 18, 19, 54, 55, 56, 57, 59, 60, 61, *range(20, 54)))
    born_on = None
    if draw.random() < 0.2:
        born_on = date(month.year - (age or 0), draw.randint(1, 12), draw.randint(1, 28))
        age = None
    paid_on = _paid_on(month, draw.randint(0, 1500)) if draw.random() < 0.4 else None
    cells = {
        "worker_id": f"W{number}",
        "month": draw.choice(MONTHS)(month),
        "worker": draw.choice(("citizen", "Citizen", "permanent_resident", "temporary resident", "foreign")),
        "role": draw.choice(("ordinary",) * 8 + ("spouse", "domestic", "public_service")),
        "age": "" if age is None else draw.choice(("{}", "{}", "{} years", "{}岁")).format(age),
        "born_on": "" if born_on is None else draw.choice(DAYS)(born_on),
        "wages": draw.choice(AMOUNTS)(wages),
        "act4_payable_before_55": draw.choice(("yes", "no", "unknown", "", "YES")),
        "eis_payable_before_57": draw.choice(("yes", "no", "unknown", "")),
        "lindung24": draw.choice(("takes_part", "opted_out", "takes part")),
        "paid_on": "" if paid_on is None else draw.choice(DAYS)(paid_on),
    }
    return Made(cells, month, wages, age, born_on, paid_on)


def _paid_on(month: date, days: int) -> date:
    """A day of payment, never before the month: it is moved behind its first day."""
    day = date(2023, 1, 1) + timedelta(days)
    return day if day >= month else month + timedelta(days % 400)


def _wages(draw: random.Random) -> int:
    """Any amount, and often one at the edge of a band or a ceiling, to the sen."""
    which = draw.random()
    if which < 0.01:
        return 0
    if which < 0.4:
        return draw.choice(
            (30, 50, 200, 1000, 2900, 3000, 3900, 4000, 4900, 5000, 5900, 6000)
        ) * 100 + draw.choice((-1, 0, 1))
    return draw.randint(1, 750_000)


# What is put into one cell, and the reason that follows.
SPOILT = (
    ("wages", "abc", "wages:not_an_amount"),
    ("wages", "n/a", "wages:not_an_amount"),
    ("wages", "3.250", "wages:ambiguous"),
    ("wages", "-3250", "wages:too_small"),
    ("wages", "3250.123", "wages:too_many_decimals"),
    ("wages", "10000000", "wages:too_large"),
    ("wages", "=1+1", "wages:not_an_amount"),
    ("month", "", "month:missing"),
    ("month", "hello", "month:not_a_month"),
    ("month", "2023-13", "month:no_such_month"),
    ("month", "2023", "month:not_a_month"),
    ("month", "2024.1", "month:ambiguous"),
    ("month", "3/24", "month:short_year"),
    ("month", "31/2/2023", "month:no_such_day"),
    ("age", "abc", "age:not_a_number"),
    ("age", "130", "age:too_large"),
    ("born_on", "1/13/1980", "born_on:month_first"),
    ("born_on", "2030-01-01", "born_on:too_large"),
    ("born_on", "1850-01-01", "born_on:too_small"),
    ("worker", "martian", "worker:not_a_choice"),
    ("role", "0", "role:not_a_choice"),
    ("role", "", "role:missing"),
    ("act4_payable_before_55", "maybe", "act4_payable_before_55:not_a_choice"),
    ("lindung24", "?", "lindung24:not_a_choice"),
    ("paid_on", "31/2/2023", "paid_on:no_such_day"),
    ("paid_on", "soon", "paid_on:not_a_date"),
    # before every month that is drawn
    ("paid_on", "2015-04-10", BEFORE_MONTH),
)  # fmt: skip


def _of_the_same(draw: random.Random, made: Made, other: Made) -> Made:
    """The row for the worker and month of another one."""
    cells = {**made.cells, "worker_id": other.cells["worker_id"], "month": draw.choice(MONTHS)(other.month)}
    paid_on = made.paid_on
    if paid_on and paid_on < other.month:
        cells["paid_on"], paid_on = "", None
    return replace(made, cells=cells, month=other.month, paid_on=paid_on)


def _spoilt(draw: random.Random, made: Made, last: Made | None) -> Made:
    """The same row with one thing wrong with it."""
    if last and draw.random() < 0.1:
        return replace(_of_the_same(draw, made, last), born_on=None, bad=DUPLICATE)
    column, text, reason = draw.choice(SPOILT)
    cells = {**made.cells, column: text}
    if column in ("age", "born_on"):
        cells["born_on" if column == "age" else "age"] = ""
    if reason == "role:missing" and made.month < date(2016, 6, 1):
        return made
    if reason == BEFORE_MONTH:
        return replace(made, cells=cells, paid_on=date.fromisoformat(text), bad=reason)
    return replace(made, cells=cells, bad=reason)
