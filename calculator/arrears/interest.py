"""Late-payment interest: the simple estimate, and the most if what is reported of its rounding applies."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator.engine import Law, Month
from calculator.engine.rows.cuts import sen

WHOLE = 100  # of a percentage


@dataclass(frozen=True, slots=True)
class Delay:
    """A payment after the due day: that day and the days since as written, and the part that they cost."""

    said: tuple[str, str]
    top: int
    whole: int

    def interest(self, owed: int) -> int:
        """Simple interest by the day in sen, half a sen up."""
        return (2 * owed * self.top + self.whole) // (2 * self.whole)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the law and the reports say of interest on a month's contributions, from the day they were due.

    `a_day` is the part of the amount that one day costs, `least` the minimum and multiple in sen.
    """

    due_on: date
    a_day: Fraction
    least: int

    def delay(self, paid_on: date) -> "Delay":
        """What a payment on a day costs."""
        days = max((paid_on - self.due_on).days, 0)
        top, whole = (self.a_day * days).as_integer_ratio()
        return Delay((str(self.due_on), str(days)), top, whole)

    def at_most(self, unpaid: Mapping[date, int]) -> int:
        """Interest in sen where each month of delay, or part of one, is rounded up to a multiple of `least`.

        `unpaid` has what was owed for the month in sen by the day on which it was paid.
        """
        total = 0
        for begins, ends in self._months(max(unpaid, default=self.due_on)):
            # how long each amount went unpaid in this month of delay
            days = sum(owed * max((min(ends, paid) - begins).days, 0) for paid, owed in unpaid.items())
            total += -(-days * self.a_day // self.least) * self.least
        return total

    def _months(self, last: date) -> Iterator[tuple[date, date]]:
        """The months of delay up to a day, each from the day before it to its last."""
        begins, month = self.due_on, Month(self.due_on.year, self.due_on.month)
        while begins < last:
            month = month.following
            ends = month.first_day.replace(day=min(self.due_on.day, monthrange(month.year, month.number)[1]))
            yield begins, ends
            begins = ends


def terms(law: Law, month: Month, due_on: date) -> Terms:
    """What holds for the contributions of a month; raises NotInForceError before any report of a rate."""
    day = month.following.first_day
    rate = Fraction(law.percent("late_interest_rate", day)) / WHOLE
    year = law.whole("late_interest_days_in_year", day)
    return Terms(due_on, rate / year, sen(law.ringgit("late_interest_minimum", day)))
