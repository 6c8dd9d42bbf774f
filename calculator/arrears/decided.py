"""The cells of a row, once read, put to the rules."""

from collections.abc import Mapping, Sequence
from datetime import date

from calculator.arrears.cells import MISSING, Refusal
from calculator.arrears.columns import AGE, MONTH, PAID_ON
from calculator.arrears.interest import Terms
from calculator.arrears.line import Line, line, refused
from calculator.arrears.owed import Owed, reader
from calculator.arrears.unpaid import terms_of
from calculator.engine import Month
from calculator.engine.asking.notice import Loaded
from calculator.engine.rows import Classes, Missing


class Decided:
    """What the rules say of rows; `paid_on` is the day of payment where a row has none."""

    def __init__(self, contributions: Loaded, paid_on: date | None) -> None:
        self.classes: Classes[Owed] = Classes(contributions, reader(contributions))
        self._paid_on = paid_on
        self._terms: dict[Month, Terms | None] = {}

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
        either = [self.classes.result({**values, AGE: age}) for age in ages] or [self.classes.result(values)]
        first, last = either[0], either[-1]
        if isinstance(first, Missing) or isinstance(last, Missing):
            return first if isinstance(first, Missing) else last
        return first.or_else(last)

    def _of(self, month: Month) -> Terms | None:
        """How interest runs on the contributions of a month."""
        if month not in self._terms:
            self._terms[month] = terms_of(month)
        return self._terms[month]
