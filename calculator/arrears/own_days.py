"""The days of payment that rows have themselves: none is before the month for which it is."""

from collections.abc import Callable, Sequence
from datetime import date

from calculator.arrears.cells import Refusal
from calculator.arrears.codes import Number, Of
from calculator.arrears.columns import PAID_ON
from calculator.engine import Month

# Nobody pays for a month that has not begun: a slip in the year would count as paid in time.
BEFORE_MONTH = "before_month"


class OwnDays:
    """Tells such days apart; `month` and `day` say what stands in the cells with a number."""

    def __init__(self, month: Callable[[Number], object], day: Callable[[Number], object]) -> None:
        self._begins = Of(lambda code: of.first_day if isinstance(of := month(code), Month) else date.min)
        self._day = Of(lambda code: on if isinstance(on := day(code), date) else date.max)

    def of(self, months: Sequence[Number], days: list[Number], shown: Sequence[str]) -> list[Number]:
        """The number of each day, or what is wrong with it; `shown` is what stands in the cells."""
        begins, on = self._begins, self._day
        # many rows have the same two; what is no day is kept nowhere, for there may be ever another
        wrong = {
            (month, day)
            for month, day in {*zip(months, days, strict=True)}
            if not isinstance(day, Refusal) and begins[month] > on[day]
        }
        if not wrong:
            return days
        return [
            Refusal(PAID_ON, text, BEFORE_MONTH) if (month, day) in wrong else day
            for month, day, text in zip(months, days, shown, strict=True)
        ]

    def clear(self) -> None:
        """Forget all numbers."""
        self._begins.clear()
        self._day.clear()
