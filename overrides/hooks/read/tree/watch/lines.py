"""Replies on a line: days, months, numbers and amounts as whole points."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from overrides.hooks.read.rules import Month, Question

MONTHS = 12
SEN = 2
# A percentage has no unit that it is counted in; no reply is written with more decimals than these.
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """How the replies of a kind are counted.

    `reach` gives the first point whose value is not below a constant, which may lie between two points or
    beyond the line; `type` is that of the values.
    """

    type: type
    point: Callable[[Any], int]
    value: Callable[[int], Any]
    reach: Callable[[Any], int | None]


def _month(point: int) -> Month:
    year, number = divmod(point, MONTHS)
    return Month(year, number + 1)


def _of_month(month: Month) -> int:
    return month.year * MONTHS + month.number - 1


def _reach(places: int) -> Callable[[Decimal | float], int | None]:
    """Where numbers that are counted in steps of so many places reach a constant."""

    def reach(constant: Decimal | float) -> int | None:
        amount = Decimal(constant)
        if not amount.is_finite():
            return None if amount > 0 else -1
        return ceil(amount.scaleb(places))

    return reach


def _decimal(places: int) -> Scale:
    return Scale(
        Decimal,
        lambda amount: int(amount.scaleb(places)),
        lambda at: Decimal(at).scaleb(-places),
        _reach(places),
    )


_WHOLE = Scale(int, int, int, _reach(0))

SCALES: Mapping[str, Scale] = {
    "date": Scale(date, date.toordinal, date.fromordinal, date.toordinal),
    "month": Scale(Month, _of_month, _month, _of_month),
    "year": _WHOLE,
    "integer": _WHOLE,
    "count": _WHOLE,
    "money": _decimal(SEN),
    "percentage": _decimal(DECIMALS),
}


@dataclass(frozen=True, slots=True)
class Line:
    """The replies to one question, from the least to the most that its form takes.

    `met` keeps where what follows the replies reaches constants: rules compare the same again and again.
    """

    fact: str
    kind: str
    scale: Scale
    least: int
    most: int
    met: dict[tuple[object, ...], int] = field(default_factory=dict, compare=False)


def line_of(question: Question) -> Line | None:
    """The line of a question; None where its replies are on none."""
    scale, within = SCALES.get(question.kind), question.within
    if scale is None or within is None:
        return None
    return Line(question.id, question.kind, scale, scale.point(within.least), scale.point(within.most))
