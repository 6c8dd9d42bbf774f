"""What lines add up to: rows by their status, months, reasons, programmes; in sen until it is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from calculator.arrears import protocol
from calculator.arrears.columns import ANSWERED, EMPTY, REFUSED, UNDECIDED
from calculator.arrears.line import Line
from calculator.arrears.months import MonthSums
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.programmes import ProgrammeSums, running, with_interest
from calculator.arrears.unpaid import terms_of
from calculator.engine import Month
from calculator.engine.asking.found import load

# So many different lines are counted before they are added up, so that memory does not grow with rows.
MOST = 100_000


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
