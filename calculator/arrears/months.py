"""What the rows of one month add up to, in sen until it is written."""

from dataclasses import dataclass, field
from datetime import date
from itertools import compress

from calculator.arrears import protocol
from calculator.arrears.columns import OF_EMPLOYER, SHARES, UNDECIDED
from calculator.arrears.line import Line
from calculator.arrears.owed import Owed, ringgit


@dataclass(slots=True)
class MonthSums:
    """A month: the shares still owed, all interest, and what was owed by the day on which it was paid.

    Of rows that are paid no more than the interest is added. Rows that cannot be decided are counted, and
    nothing of them is added.
    """

    shares: list[int] = field(default_factory=lambda: [0] * len(SHARES))
    interest: int = 0
    without_act800: int = 0
    # of the interest, that on what is paid
    paid_interest: int = 0
    paid_without_act800: int = 0
    answered: int = 0
    paid: int = 0
    not_decided: int = 0
    due_day_not_known: int = 0
    # by the day of payment: what was owed, and what was without Act 800
    unpaid: dict[date, tuple[int, int]] = field(default_factory=dict)

    def add(self, line: Line, owed: Owed, rows: int) -> None:
        """Add what rows with this line owe."""
        if line.status == UNDECIDED:
            self.not_decided += rows
            return
        self.answered += rows
        interest, without_act800 = (line.interest or 0) * rows, (line.without_act800 or 0) * rows
        if line.paid:
            self.paid += rows
            self.paid_interest += interest
            self.paid_without_act800 += without_act800
        else:
            shares = zip(self.shares, owed.shares, strict=True)
            self.shares = [before + (share or 0) * rows for before, share in shares]
        self.due_day_not_known += rows if owed.due and not owed.dated else 0
        self.interest += interest
        self.without_act800 += without_act800
        if owed.due and owed.dated and line.paid_on:
            self._owe(line.paid_on, (owed.together or 0) * rows, (owed.without_act800 or 0) * rows)

    def _owe(self, paid_on: date, owed: int, without_act800: int) -> None:
        before = self.unpaid.get(paid_on, (0, 0))
        self.unpaid[paid_on] = before[0] + owed, before[1] + without_act800

    def merge(self, other: "MonthSums") -> None:
        """Add another piece of the same month."""
        self.shares = [a + b for a, b in zip(self.shares, other.shares, strict=True)]
        self.interest += other.interest
        self.without_act800 += other.without_act800
        self.paid_interest += other.paid_interest
        self.paid_without_act800 += other.paid_without_act800
        self.answered += other.answered
        self.paid += other.paid
        self.not_decided += other.not_decided
        self.due_day_not_known += other.due_day_not_known
        for paid_on, sums in other.unpaid.items():
            self._owe(paid_on, *sums)

    def said(self) -> protocol.MonthTotals:
        """The month as it is written."""
        by = dict(zip(SHARES, map(ringgit, self.shares), strict=True))
        employer = sum(compress(self.shares, OF_EMPLOYER))
        # whether the day is known depends on nothing but the month; of nothing answered there is no estimate
        known = self.answered > 0 and not self.due_day_not_known
        return protocol.MonthTotals(
            **by,
            employer_total=ringgit(employer),
            employee_total=ringgit(sum(self.shares) - employer),
            interest_estimate=ringgit(self.interest if known else None),
            interest_without_act800=ringgit(self.without_act800 if known else None),
            interest_on_paid=ringgit(self.paid_interest if known else None),
            interest_on_paid_without_act800=ringgit(self.paid_without_act800 if known else None),
            unpaid={
                str(day): protocol.Unpaid(owed=ringgit(owed), without_act800=ringgit(without))
                for day, (owed, without) in sorted(self.unpaid.items())
            },
            answered=self.answered,
            paid=self.paid,
            not_decided=self.not_decided,
            due_day_not_known=self.due_day_not_known,
        )
