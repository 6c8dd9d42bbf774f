"""How far a watched day lies behind another day, as a number of days."""

from datetime import date, timedelta

from overrides.hooks.read.tree.watch.trace import OPERATORS, TURNED
from overrides.hooks.read.tree.watch.values import Watched

# The comparisons as Python calls them.
CALLED = {name: f"__{name}__" for name in TURNED}


class WatchedSpan(timedelta):
    """The time between two days; the rules take the number of its days."""

    one: date
    other: date

    @classmethod
    def between(cls, one: date, other: date) -> "WatchedSpan":
        """From the other day to the one."""
        made = cls(_ordinal(one) - _ordinal(other))
        made.one, made.other = one, other
        return made

    @property
    def days(self) -> int:
        """The number of days, of which comparisons are noted."""
        made = WatchedApart(super().days)
        made.one, made.other = self.one, self.other
        return made

    def __lt__(self, other: timedelta) -> bool:
        return self.days < other.days

    def __le__(self, other: timedelta) -> bool:
        return self.days <= other.days

    def __gt__(self, other: timedelta) -> bool:
        return self.days > other.days

    def __ge__(self, other: timedelta) -> bool:
        return self.days >= other.days

    def __eq__(self, other: object) -> bool:
        return isinstance(other, timedelta) and self.days == other.days

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, timedelta) or self.days != other.days

    def __bool__(self) -> bool:
        return bool(self.days)

    __hash__ = timedelta.__hash__


class WatchedApart(Watched, int):
    """A number of days between two: as a figure it varies, and nothing need be known of it."""

    one: date
    other: date

    @property
    def facts(self) -> frozenset[str]:
        """The facts from which it comes: of one day, or of two."""
        return frozenset(day.trace.fact for day in (self.one, self.other) if isinstance(day, Watched))

    @property
    def plainly(self) -> int:
        """The number of days."""
        return int.__int__(self)

    def pin(self) -> None:
        """Nothing is known of other days."""
        for day in (self.one, self.other):
            if isinstance(day, Watched):
                day.pin()

    def _compare(self, name: str, other: object) -> bool:
        if isinstance(other, Watched) or not isinstance(other, int):
            self.pin()
            return OPERATORS[name](self.plainly, other)
        # so many days behind a day is the same as behind that many days after it
        behind = self.other + timedelta(other)
        if isinstance(self.one, Watched):
            return bool(getattr(self.one, CALLED[name])(behind))
        return bool(getattr(behind, CALLED[TURNED[name]])(self.one))

    def __bool__(self) -> bool:
        """Whether there is a day between."""
        return self._compare("ne", 0)


def _ordinal(day: date) -> int:
    plainly: date = day.trace.value if isinstance(day, Watched) else day
    return plainly.toordinal()
