"""Days and months that are watched."""

from datetime import date, timedelta
from typing import Any, SupportsIndex

from overrides.hooks.read.rules import Month
from overrides.hooks.read.tree.watch.spans import WatchedSpan
from overrides.hooks.read.tree.watch.trace import Trace
from overrides.hooks.read.tree.watch.values import Watched, alone, watched

# Days that every month has
SURE_DAYS = range(1, 29)


class WatchedDate(Watched, date, of=date):
    """A day that comes from a fact."""

    @classmethod
    def made(cls, value: date) -> date:
        """The same day."""
        return cls(value.year, value.month, value.day)

    def __add__(self, by: timedelta) -> Any:  # noqa: ANN401 - a watched day, which date calls itself
        return _moved(self.trace, by.days)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401 - as date has it
        if isinstance(other, timedelta):
            return _moved(self.trace, -other.days)
        return WatchedSpan.between(self, other)

    def __rsub__(self, other: date) -> timedelta:
        return WatchedSpan.between(other, self)

    @property
    def year(self) -> int:
        """The year, which follows the day."""
        year: int = watched(self.trace.through(lambda day: day.year, "year"))
        return year

    @property
    def month(self) -> int:
        """The number of the month, which begins anew each year."""
        return int(alone(lambda day: day.month, self))

    @property
    def day(self) -> int:
        """The day of the month, which begins anew each month."""
        return int(alone(lambda day: day.day, self))

    def replace(  # type: ignore[override]
        self, year: SupportsIndex | None = None, month: SupportsIndex | None = None, day: int | None = None
    ) -> date:
        """The same day of each month follows the month; nothing else is followed."""
        if year is None and month is None and day in SURE_DAYS:
            moved: date = watched(self.trace.through(lambda at: at.replace(day=day), ("day", day)))
            return moved
        changed = {"year": year, "month": month, "day": day}
        given = {name: value for name, value in changed.items() if value is not None}
        replaced: date = alone(lambda at: at.replace(**given), self)
        return replaced

    def weekday(self) -> int:
        """The day of the week, which comes back after seven points of the fact."""
        if self.trace.shift is None:
            self.trace.pin()
        self.trace.region.weekly.add(self.trace.fact)
        day: date = self.trace.value
        return day.weekday()

    def isoweekday(self) -> int:
        """As weekday, from one to seven."""
        return self.weekday() + 1

    def toordinal(self) -> int:
        """The day as a number, which follows it."""
        ordinal: int = watched(self.trace.through(date.toordinal, "toordinal"))
        return ordinal


class WatchedMonth(Watched, Month, of=Month):
    """A month that comes from a fact."""

    def __init__(self) -> None:
        """Nothing of its own: year and number come from the trace."""

    @classmethod
    def made(cls, value: Month) -> Month:  # noqa: ARG003 - the trace has it
        """A month without a trace yet."""
        return cls()

    def __setattr__(self, name: str, value: object) -> None:
        """A month is frozen; the trace alone is put in."""
        self.__dict__[name] = value

    @property
    def year(self) -> int:
        """The year, which follows the month."""
        year: int = watched(self.trace.through(lambda month: month.year, "year"))
        return year

    @property
    def number(self) -> int:
        """The number in its year, which begins anew each year."""
        return int(alone(lambda month: month.number, self))

    @property
    def first_day(self) -> date:
        """The first day, which follows the month."""
        day: date = watched(self.trace.through(lambda month: month.first_day, "first_day"))
        return day

    @property
    def following(self) -> Month:
        """The month after it."""
        month: Month = watched(self.trace.through(lambda month: month.following, "following"))
        return month


def _moved(trace: Trace, days: int) -> date:
    if trace.shift is not None:
        moved: date = watched(trace.moved(days))
        return moved
    later: date = watched(trace.through(lambda day: day + timedelta(days), days))
    return later
