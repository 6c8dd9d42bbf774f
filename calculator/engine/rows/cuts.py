"""Where the replies to a question part: between two cuts no rule that looks up and compares sees a difference."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from calculator.engine.asking.kinds import Question
from calculator.engine.month import Month
from calculator.engine.rows.noted import NotedLaw

ONE_DAY = timedelta(days=1)
SEN = 100


def sen(amount: Decimal) -> int:
    """An amount of ringgit in sen; raises ValueError where it has parts of one."""
    small = amount * SEN
    if small != (whole := int(small)):
        raise ValueError(f"{amount} is no whole number of sen")
    return whole


class Cuts:
    """The class of a reply, by the law that has been looked at.

    Months are apart where something changed on or before the first day of one, or of the month after it.
    Amounts are apart at the edges of the tables and on both sides of every amount of a parameter, so
    whether a rule says "over" or "from" makes no difference; whole numbers likewise. Every other reply is
    a class of its own.
    """

    def __init__(self, noted: NotedLaw) -> None:
        # a rule may warn of days after the last check of the law
        days = noted.days() | {noted.law.as_at + ONE_DAY}
        self._days = sorted(day.toordinal() for day in days)
        amounts = [value.amount for value in noted.values()]
        money = {sen(each) for each in amounts if isinstance(each, Decimal)} | {0}
        # one sen more than an edge is the least over it
        self.money = sorted(
            money | {least + 1 for least in money} | {sen(edge) + 1 for edge in noted.edges()}
        )
        whole = {each for each in amounts if isinstance(each, int)} | {0}
        self.whole = sorted(whole | {each + 1 for each in whole})

    def of(self, question: Question, value: object) -> Hashable:
        """The class of a reply, as something to look up by; `value` is what was read of it."""
        reader = _BY_KIND.get(question.kind)
        # what nobody knows is a class of its own too
        return value if reader is None or value is None else reader(self, value)  # type: ignore[return-value]

    def _month(self, month: Month) -> tuple[int, int]:
        return self._day(month.first_day), self._day(month.following.first_day)

    def _day(self, day: date) -> int:
        return bisect_right(self._days, day.toordinal())

    def _money(self, amount: Decimal) -> int:
        return bisect_right(self.money, sen(amount))

    def _whole(self, number: int) -> int:
        return bisect_right(self.whole, number)


_BY_KIND: Mapping[str, Callable[[Cuts, object], Hashable]] = {
    "month": Cuts._month,  # noqa: SLF001
    "money": Cuts._money,
    "integer": Cuts._whole,
    "count": Cuts._whole,
}
