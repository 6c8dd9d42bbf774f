"""The cells of a row, once read, put to the rules."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from calculator.arrears.cells import MISSING, Refusal
from calculator.arrears.columns import AGE, MONTH, PAID_ON, WAGES
from calculator.arrears.interest import Terms
from calculator.arrears.line import Line, line, refused
from calculator.arrears.owed import Frame, Owed, framer, reader
from calculator.arrears.unpaid import terms_of
from calculator.engine import Law, Month
from calculator.engine.asking.facts import Known
from calculator.engine.asking.notice import Loaded
from calculator.engine.rows import Classes, Missing

# So many frames are known to hold; then all are looked at anew.
MOST = 20_000


class Decided:
    """What the rules say of rows; `paid_on` is the day of payment where a row has none."""

    def __init__(self, contributions: Loaded, paid_on: date | None) -> None:
        self.classes: Classes[Frame] = Classes(contributions, framer(contributions), frozenset([WAGES]))
        self._law, self._decision = contributions.law, contributions.decision
        self._frame, self._owed_at = framer(contributions), reader(contributions)
        self._ends = _ends(contributions.law)
        self._paid_on = paid_on
        self._terms: dict[Month, Terms | None] = {}
        # by identity, with the frame itself, so that nothing else can have it
        self._holds: dict[int, tuple[Frame, bool]] = {}

    def line(
        self, month: Month, ages: Sequence[int], values: Mapping[str, object], paid_on: date | None
    ) -> Line:
        """The line of a row whose cells can all be read.

        `ages` are those on the first and the last day of the month where they differ, one or none.
        """
        owed = self._owed(ages, {**values, MONTH: month})
        if isinstance(owed, Missing):
            return refused(month, [Refusal(owed.question, "", MISSING)])
        return self.paid(owed, month, paid_on)

    def paid(self, owed: Owed, month: Month, paid_on: date | None) -> Line:
        """The line of a row of which it is known what it owes."""
        paid_on = paid_on or self._paid_on
        if not (owed.due and owed.dated):
            return line(owed, month, paid_on, None)
        if paid_on is None:
            return refused(month, [Refusal(PAID_ON, "", MISSING)])
        return line(owed, month, paid_on, self._of(month))

    def _owed(self, ages: Sequence[int], values: Mapping[str, object]) -> Owed | Missing:
        """What is owed, at either age where there are two."""
        either = [self._at({**values, AGE: age}) for age in ages] or [self._at(values)]
        first, last = either[0], either[-1]
        if isinstance(first, Missing) or isinstance(last, Missing):
            return first if isinstance(first, Missing) else last
        return first.or_else(last)

    def _at(self, values: Mapping[str, object]) -> Owed | Missing:
        """What is owed: the amounts of the tables in the frame for all but the wages."""
        frame = self.classes.result(values)
        if isinstance(frame, Missing):
            return frame
        month, wages = values[MONTH], values.get(WAGES)
        if not isinstance(wages, Decimal) or not isinstance(month, Month) or not any(frame.cells):
            return frame.owed
        if self._has_one_frame(frame, values):
            return frame.at(self._law, month.first_day, wages)
        return self._owed_at(self._decision(_known(values)))

    def _has_one_frame(self, frame: Frame, values: Mapping[str, object]) -> bool:
        """Whether the least and the highest wages lead to the same cells of the tables; looked at once."""
        if id(frame) not in self._holds:
            if len(self._holds) > MOST:
                self._holds.clear()
            others = (self._frame(self._decision(_known({**values, WAGES: wages}))) for wages in self._ends)
            self._holds[id(frame)] = frame, all(_alike(frame, other) for other in others)
        return self._holds[id(frame)][1]

    def _of(self, month: Month) -> Terms | None:
        """How interest runs on the contributions of a month."""
        if month not in self._terms:
            self._terms[month] = terms_of(month)
        return self._terms[month]


def _ends(law: Law) -> tuple[Decimal, Decimal]:
    """Wages in the first band of the tables, and in the last."""
    edges = {
        band.wage_over for table in law.tables.values() for each in table.in_force() for band in each.bands
    }
    return Decimal(1), max(edges) + 1


def _known(values: Mapping[str, object]) -> dict[str, Known]:
    return {id: Known(value) for id, value in values.items()}


def _alike(one: Frame, other: Frame) -> bool:
    """Whether they differ in nothing but the amounts of cells."""
    constant = [
        [share for share, cell in zip(each.owed.shares, each.cells, strict=True) if not cell]
        for each in (one, other)
    ]
    said = [
        (each.cells, each.owed.status, each.owed.reason, each.owed.due, each.owed.dated)
        for each in (one, other)
    ]
    return constant[0] == constant[1] and said[0] == said[1]
