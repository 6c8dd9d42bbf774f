"""What the rows of one month add up to, in sen until it is written."""

from dataclasses import dataclass, field
from datetime import date
from itertools import compress

from calculator.arrears import protocol
from calculator.arrears.columns import OF_EMPLOYER, SHARES
from calculator.arrears.owed import ringgit
from calculator.arrears.sums import apart, one_of

# What was owed, as it is written and among the sums.
OWED = {"owed": "owed", "without_act800": "owed_without_act800"}


@dataclass(slots=True)
class MonthSums:
    """A month: the shares still owed, all interest, and what was owed by the day on which it was paid.

    Of rows that are paid no more than the interest is added. Rows that cannot be decided are counted, and
    nothing of them is added. The sums are those of sums.py; `by_day` has them by the day of payment.
    """

    by_day: dict[date | None, int] = field(default_factory=dict)

    def add(self, paid_on: date | None, sums: int) -> None:
        """Add rows that are paid on a day, or are not."""
        self.by_day[paid_on] = self.by_day.get(paid_on, 0) + sums

    def merge(self, other: "MonthSums") -> None:
        """Add another piece of the same month."""
        for paid_on, sums in other.by_day.items():
            self.add(paid_on, sums)

    @property
    def shares(self) -> list[int]:
        """The shares still owed, in the order of SHARES."""
        sums = apart(sum(self.by_day.values()))
        return [sums[name] for name in SHARES]

    def said(self) -> protocol.MonthTotals:
        """The month as it is written."""
        sums = apart(sum(self.by_day.values()))
        shares = [sums[name] for name in SHARES]
        employer = sum(compress(shares, OF_EMPLOYER))
        # whether the day is known depends on nothing but the month; of nothing answered there is no estimate
        known = sums["answered"] > 0 and not sums["due_day_not_known"]
        return protocol.MonthTotals(
            **dict(zip(SHARES, map(ringgit, shares), strict=True)),
            employer_total=ringgit(employer),
            employee_total=ringgit(sum(shares) - employer),
            interest_estimate=ringgit(sums["interest"] if known else None),
            interest_without_act800=ringgit(sums["without_act800"] if known else None),
            interest_on_paid=ringgit(sums["paid_interest"] if known else None),
            interest_on_paid_without_act800=ringgit(sums["paid_without_act800"] if known else None),
            unpaid=self._unpaid(),
            answered=sums["answered"],
            paid=sums["paid"],
            not_decided=sums["not_decided"],
            due_day_not_known=sums["due_day_not_known"],
        )

    def _unpaid(self) -> dict[str, protocol.Unpaid]:
        """What was owed and due on a known day, by the day on which it was paid."""
        days = sorted((day, sums) for day, sums in self.by_day.items() if day and one_of(sums, "dated"))
        return {
            str(day): protocol.Unpaid(**{name: ringgit(one_of(sums, at)) for name, at in OWED.items()})
            for day, sums in days
        }
