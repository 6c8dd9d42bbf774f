"""What lines add up to: rows by their status, months, reasons, programmes; in sen until it is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from calculator.arrears import protocol
from calculator.arrears.codes import Of
from calculator.arrears.columns import ANSWERED, EMPTY, REFUSED, UNDECIDED
from calculator.arrears.line import Line
from calculator.arrears.months import MonthSums
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.programmes import ProgrammeSums, running, with_interest
from calculator.arrears.unpaid import terms_of
from calculator.arrears.when import When
from calculator.engine import Month
from calculator.engine.asking.found import load
from calculator.law.perkeso import Programme

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
        """Add up what was counted, rows with the same two days at once."""
        by_days: dict[When, int] = {}
        why: Counter[str] = Counter()
        reached = Of(self._reached)
        for line, rows in self._lines.items():
            if line.status == EMPTY:
                continue
            self.rows[line.status] += rows
            why[line.reason] += rows
            if when := line.when:
                by_days[when] = by_days.get(when, 0) + line.sums * rows
                if line.interest and line.status == ANSWERED:
                    for programme, paid_on, due_on in reached[when]:
                        self.programmes[programme.id].add(programme, paid_on, due_on, line.interest, rows)
        for when, sums in by_days.items():
            assert when.month  # noqa: S101 - narrows for mypy; a line that was put to the rules has one
            self.months[when.month].add(when.paid_on, sums)
        for reason, rows in why.items():
            for code in reason.split():
                self.reasons[code] += rows
        self._lines.clear()

    def _reached(self, when: When) -> list[tuple[Programme, date, date]]:
        """The programmes that ran when a month was paid, with that day and the one by which it was due."""
        terms = terms_of(when.month) if when.month else None
        # there is interest only where both days are known
        assert terms and when.paid_on  # noqa: S101, PT018 - narrows for mypy
        found = running(self._offering, when.paid_on, terms.due_on)
        return [(programme, when.paid_on, terms.due_on) for programme in found]

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
        months = {str(month): sums for month, sums in self.months.items()}
        return protocol.PayrollTotals(
            rows=protocol.RowCounts(read=sum(rows.values()), **rows),
            # as they are written they stand in their order, too
            months={month: sums.said() for month, sums in sorted(months.items())},
            reasons=dict(sorted(self.reasons.items())),
            programmes={
                each.id: self.programmes[each.id].said(each)
                for each in self._offering
                if each.id in self.programmes
            },
        )
