"""Late-payment interest: the simple estimate, and the most if what is reported of its rounding applies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculator.arrears.delay import LENGTHS, begun, months_of
from calculator.engine import Law, Month
from calculator.engine.rows.cuts import sen

WHOLE = 100  # of a percentage


def part_of(amount: int, top: int, whole: int) -> int:
    """So many of `whole` parts of an amount in sen, half a sen up."""
    return (2 * amount * top + whole) // (2 * whole)


@dataclass(frozen=True, slots=True)
class Delay:
    """A payment after the due day: that day and the days since as written, and the part that they cost."""

    said: tuple[str, str]
    top: int
    whole: int

    def interest(self, owed: int) -> int:
        """Simple interest by the day in sen, half a sen up."""
        return part_of(owed, self.top, self.whole)


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

        `unpaid` has what was owed for the month in sen by the day on which it was paid. How long it takes
        depends on how many days there are, and not on how long the delay is.
        """
        late = sorted((day, owed) for day, owed in unpaid.items() if day > self.due_on)
        still = sum(owed for _, owed in late)
        begins, lengths = months_of(self.due_on.day)
        paid_in: dict[int, list[tuple[date, int]]] = {}
        for day, owed in late:
            paid_in.setdefault(begun(begins, day), []).append((day, owed))
        total, done = 0, begun(begins, self.due_on) + 1
        for at, paid in paid_in.items():
            # until then nothing was paid, and months of as many days cost the same
            if between := lengths[done:at]:
                total += sum(between.count(length) * self._rounded(length * still) for length in LENGTHS)
            days = 0
            for day, owed in paid:
                days += (day - begins[at]).days * owed
                still = still - owed
            total += self._rounded(days + lengths[at] * still)
            done = at + 1
        return total

    def _rounded(self, days: int) -> int:
        """What so many days of a sen cost, rounded up to a multiple of `least`."""
        return -(-days * self.a_day.numerator // (self.a_day.denominator * self.least)) * self.least


def terms(law: Law, month: Month, due_on: date) -> Terms:
    """What holds for the contributions of a month; raises NotInForceError before any report of a rate."""
    day = month.following.first_day
    rate = Fraction(law.percent("late_interest_rate", day)) / WHOLE
    year = law.whole("late_interest_days_in_year", day)
    return Terms(due_on, rate / year, sen(law.ringgit("late_interest_minimum", day)))
