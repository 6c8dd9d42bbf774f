"""The line of each row that differs from others in its case, its wages or one of its two days."""

from datetime import date

from calculator.arrears.cases import Case, Cases
from calculator.arrears.cells import EMPTY, MISSING, Refusal
from calculator.arrears.codes import Number
from calculator.arrears.columns import MONTH, PAID_ON
from calculator.arrears.line import Line, line, refused
from calculator.arrears.numbers import Numbers
from calculator.arrears.unpaid import terms_of
from calculator.arrears.when import When
from calculator.engine import Month

# The numbers of a month, of wages and of a day of payment.
type Same = tuple[Case, Number, Number, Number]


class Lines(dict[Same, Line]):
    """The line of each row by what it has in common with others; `paid_on` is for rows without one."""

    def __init__(self, cases: Cases, numbers: Numbers, paid_on: date | None) -> None:
        super().__init__()
        self._cases, self._numbers, self._paid_on = cases, numbers, paid_on
        self._when: dict[tuple[Number, Number], When] = {}

    def clear(self) -> None:
        """Forget all lines."""
        super().clear()
        self._when.clear()

    def __missing__(self, key: Same) -> Line:
        case, month, wages, paid_on = key
        when = self._when.get((month, paid_on)) or self._read(month, paid_on)
        found = self[key] = self._line(case, when, month, wages)
        return found

    def _line(self, case: Case, when: When, month: Number, wages: Number) -> Line:
        if when.month is None or when.wrong_day or case.refusals:
            return refused(when.month, (*when.wrong_month, *case.refusals, *when.wrong_day))
        owed = self._cases.owed(case, when.month, self._numbers.period(month), wages)
        if not (owed.due and owed.dated):
            return line(owed, when.month, when, None)
        if when.paid_on is None:
            return refused(when.month, (Refusal(PAID_ON, "", MISSING),))
        if when.delay is None and (terms := terms_of(when.month)):
            when.delay = terms.delay(when.paid_on)
        return line(owed, when.month, when, when.delay)

    def _read(self, month: Number, paid_on: Number) -> When:
        of, day = self._numbers.meant(MONTH, month), self._numbers.meant(PAID_ON, paid_on)
        if of is EMPTY:
            of = Refusal(MONTH, "", MISSING)
        own = day if isinstance(day, date) else None
        found = self._when[month, paid_on] = When(
            of if isinstance(of, Month) else None,
            own or self._paid_on,
            own is not None and own <= (self._paid_on or own),
            (of,) if isinstance(of, Refusal) else (),
            (day,) if isinstance(day, Refusal) else (),
        )
        return found
