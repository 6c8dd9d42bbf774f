"""What lines add up to: rows by their status, months, reasons, programmes; in sen until it is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import compress

from calculator.arrears import protocol
from calculator.arrears.columns import ANSWERED, EMPTY, OF_EMPLOYER, REFUSED, SHARES, UNDECIDED
from calculator.arrears.line import Line
from calculator.arrears.owed import CONTRIBUTIONS, Owed, ringgit
from calculator.arrears.programmes import ProgrammeSums, running, with_interest
from calculator.arrears.unpaid import terms_of
from calculator.engine import Month
from calculator.engine.asking.found import load

# So many different lines are counted before they are added up, so that memory does not grow with rows.
MOST = 100_000


@dataclass(slots=True)
class MonthSums:
    """A month: the shares, the interest on them, and what was owed by the day on which it was paid.

    Rows that cannot be decided are counted, and nothing of them is added.
    """

    shares: list[int] = field(default_factory=lambda: [0] * len(SHARES))
    interest: int = 0
    without_act800: int = 0
    answered: int = 0
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
        shares = zip(self.shares, owed.shares, strict=True)
        self.shares = [before + (share or 0) * rows for before, share in shares]
        self.due_day_not_known += rows if owed.due and not owed.dated else 0
        self.interest += (line.interest or 0) * rows
        self.without_act800 += (line.without_act800 or 0) * rows
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
        self.answered += other.answered
        self.not_decided += other.not_decided
        self.due_day_not_known += other.due_day_not_known
        for paid_on, sums in other.unpaid.items():
            self._owe(paid_on, *sums)

    def said(self) -> protocol.MonthTotals:
        """The month as it is written."""
        by = dict(zip(SHARES, map(ringgit, self.shares), strict=True))
        employer = sum(compress(self.shares, OF_EMPLOYER))
        # whether the day is known depends on nothing but the month
        dated = not self.due_day_not_known
        return protocol.MonthTotals(
            **by,
            employer_total=ringgit(employer),
            employee_total=ringgit(sum(self.shares) - employer),
            interest_estimate=ringgit(self.interest if dated else None),
            interest_without_act800=ringgit(self.without_act800 if dated else None),
            unpaid={
                str(day): protocol.Unpaid(owed=ringgit(owed), without_act800=ringgit(without))
                for day, (owed, without) in sorted(self.unpaid.items())
            },
            answered=self.answered,
            not_decided=self.not_decided,
            due_day_not_known=self.due_day_not_known,
        )


class Totals:
    """Lines added up; pieces of a payroll can be added to each other."""

    def __init__(self) -> None:
        self.rows: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.months: dict[Month, MonthSums] = defaultdict(MonthSums)
        self.programmes: dict[str, ProgrammeSums] = defaultdict(ProgrammeSums)
        self._lines: Counter[Line] = Counter()
        self._offering = with_interest(load(CONTRIBUTIONS).law)

    def add(self, lines: Iterable[Line]) -> None:
        """Add rows; equal ones are counted first."""
        self._lines.update(lines)
        if len(self._lines) > MOST:
            self.settle()

    def settle(self) -> None:
        """Add up what was counted."""
        for line, rows in self._lines.items():
            if line.status == EMPTY:
                continue
            self.rows[line.status] += rows
            for code in line.reason.split():
                self.reasons[code] += rows
            if line.month and line.owed:
                self.months[line.month].add(line, line.owed, rows)
            if line.interest and line.paid_on and line.status == ANSWERED and line.month:
                self._offer(line.month, line.paid_on, line.interest, rows)
        self._lines.clear()

    def _offer(self, month: Month, paid_on: date, interest: int, rows: int) -> None:
        terms = terms_of(month)
        assert terms  # noqa: S101 - there is interest only where the day is known on which it was due
        for programme in running(self._offering, paid_on, terms.due_on):
            self.programmes[programme.id].add(programme, paid_on, terms.due_on, interest, rows)

    def merge(self, other: "Totals") -> None:
        """Add those of another piece."""
        other.settle()
        self.rows.update(other.rows)
        self.reasons.update(other.reasons)
        for month, sums in other.months.items():
            self.months[month].merge(sums)
        for id, programme in other.programmes.items():
            self.programmes[id].merge(programme)

    def said(self) -> protocol.PayrollTotals:
        """All of it as it is written, months in their order."""
        self.settle()
        rows = {status: self.rows[status] for status in (ANSWERED, UNDECIDED, REFUSED)}
        return protocol.PayrollTotals(
            rows=protocol.RowCounts(read=sum(rows.values()), **rows),
            months={str(month): self.months[month].said() for month in sorted(self.months)},
            reasons=dict(sorted(self.reasons.items())),
            programmes={
                each.id: self.programmes[each.id].said(each)
                for each in self._offering
                if each.id in self.programmes
            },
        )
