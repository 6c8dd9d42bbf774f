"""Figures of the law, each with the day from which it holds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from calculator.engine.law.dated import Confidence

type Amount = Decimal | int | date | str
type Bound = Literal["max", "min"]


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter is from `since` on.

    `amount` is in `unit`: ringgit and percentages as Decimal, counts as int, days as date. A
    switch ("in_force") is a date, its own from-date. `bound` says that the law gives a maximum
    or a minimum. `note` is a code that says what is special about the row.
    """

    id: str
    since: date
    amount: Amount
    unit: str
    bound: Bound | None
    sources: tuple[str, ...]
    confidence: Confidence
    note: str | None = None

    @property
    def whole(self) -> int:
        """What is counted: days, people, an age; raises TypeError for another unit."""
        return self._as(int, "a whole number")

    @property
    def ringgit(self) -> Decimal:
        """The amount of money in ringgit; raises TypeError for another unit."""
        return self._as(Decimal, "an amount of money", "ringgit")

    @property
    def percent(self) -> Decimal:
        """The percentage: 6 for 6%; raises TypeError for another unit."""
        return self._as(Decimal, "a percentage", "percent", "percent_per_year")

    @property
    def day(self) -> date:
        """The day it names; raises TypeError for another unit."""
        return self._as(date, "a day")

    def _as[T: Amount](self, wanted: type[T], said: str, *units: str) -> T:
        if isinstance(self.amount, wanted) and (not units or self.unit in units):
            return self.amount
        raise TypeError(f"{self.id} is in {self.unit}, not {said}")
