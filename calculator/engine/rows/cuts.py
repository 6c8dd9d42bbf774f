"""Where the replies to a question part: no rule that looks up and compares sees more than their class."""

from bisect import bisect_right
from collections.abc import Hashable
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
        match value:
            case Month():
                return self._day(value.first_day), self._day(value.following.first_day)
            case Decimal() if question.kind == "money":
                return bisect_right(self.money, sen(value))
            case int() if question.kind in ("integer", "count"):
                return bisect_right(self.whole, value)
            case Hashable():
                return value
        raise TypeError(f"{question.id}: no class for {value!r}")

    def _day(self, day: date) -> int:
        return bisect_right(self._days, day.toordinal())
