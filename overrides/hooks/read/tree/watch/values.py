"""Values that the rules take for plain ones, and that note every comparison made with them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, SupportsIndex

from overrides.hooks.read.rules import Month
from overrides.hooks.read.tree.watch.trace import Trace

# Days that every month has
SURE_DAYS = range(1, 29)


class Watched:
    """A value with its trace; Python asks a subclass first, so constants on the left are noticed too."""

    trace: Trace

    def _compare(self, name: str, other: object) -> bool:
        if isinstance(other, Watched):
            return self.trace.compare_with(name, other.trace)
        if not isinstance(other, _comparable(self)):
            return NotImplemented  # type: ignore[no-any-return]
        return self.trace.compare(name, other)

    def __lt__(self, other: object) -> bool:
        return self._compare("lt", other)

    def __le__(self, other: object) -> bool:
        return self._compare("le", other)

    def __gt__(self, other: object) -> bool:
        return self._compare("gt", other)

    def __ge__(self, other: object) -> bool:
        return self._compare("ge", other)

    def __eq__(self, other: object) -> bool:
        return self._compare("eq", other)

    def __ne__(self, other: object) -> bool:
        return self._compare("ne", other)

    def __hash__(self) -> int:
        """Whoever looks a value up by its hash finds it alone."""
        self.trace.pin()
        return hash(self.trace.value)


def plain(value: object) -> object:
    """The value without its trace."""
    return value.trace.value if isinstance(value, Watched) else value


class WatchedDate(Watched, date):
    """A day that comes from a fact."""

    def __add__(self, by: timedelta) -> Any:  # noqa: ANN401 - a watched day, which date calls itself
        return _moved(self.trace, by.days)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401 - as date has it
        if isinstance(other, timedelta):
            return _moved(self.trace, -other.days)
        return _followed_no_further(date.__sub__, self, other)

    def __rsub__(self, other: date) -> timedelta:
        difference: timedelta = _followed_no_further(date.__sub__, other, self)
        return difference

    @property
    def year(self) -> int:
        """The year, which follows the day."""
        year: int = watched(self.trace.through(lambda day: day.year, "year"))
        return year

    @property
    def month(self) -> int:
        """The number of the month, which begins anew each year."""
        return int(_followed_no_further(lambda day: day.month, self))

    @property
    def day(self) -> int:
        """The day of the month, which begins anew each month."""
        return int(_followed_no_further(lambda day: day.day, self))

    def replace(  # type: ignore[override]
        self, year: SupportsIndex | None = None, month: SupportsIndex | None = None, day: int | None = None
    ) -> date:
        """The same day of each month follows the month; nothing else is followed."""
        if year is None and month is None and day in SURE_DAYS:
            moved: date = watched(self.trace.through(lambda at: at.replace(day=day), ("day", day)))
            return moved
        changed = {"year": year, "month": month, "day": day}
        given = {name: value for name, value in changed.items() if value is not None}
        replaced: date = _followed_no_further(lambda at: at.replace(**given), self)
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


class WatchedNumber(Watched):
    """What amounts and whole numbers have in common."""

    def __bool__(self) -> bool:
        return self._compare("ne", 0)

    def __add__(self, other: Any) -> Any:  # noqa: ANN401 - any number
        if not isinstance(other, Watched):
            return watched(self.trace.through(lambda value: value + other))
        if other.trace.fact == self.trace.fact:
            one, another = self.trace.value_at, other.trace.value_at
            # both never fall, so neither does their sum
            return watched(replace(self.trace, value_at=lambda at: one(at) + another(at), shift=None, how=()))
        return _followed_no_further(lambda one, another: one + another, self, other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched):
            return _followed_no_further(lambda one, another: one - another, self, other)
        return watched(self.trace.through(lambda value: value - other))

    def __mul__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched) or other < 0:
            return _followed_no_further(lambda one, another: one * another, self, other)
        return watched(self.trace.through(lambda value: value * other))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched) or other <= 0:
            return _followed_no_further(lambda one, another: one / another, self, other)
        return watched(self.trace.through(lambda value: value / other))


class WatchedAmount(WatchedNumber, Decimal):
    """An amount or a percentage that comes from a fact."""


class WatchedWhole(WatchedNumber, int):
    """A whole number that comes from a fact."""


class WatchedMonth(Watched, Month):
    """A month that comes from a fact."""

    def __init__(self, trace: Trace) -> None:
        self.__dict__["trace"] = trace

    @property
    def year(self) -> int:
        """The year, which follows the month."""
        year: int = watched(self.trace.through(lambda month: month.year, "year"))
        return year

    @property
    def number(self) -> int:
        """The number in its year, which begins anew each year."""
        return int(_followed_no_further(lambda month: month.number, self))

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


def _pinned(name: str) -> Callable[..., Any]:
    def work(self: Watched, *others: Any) -> Any:  # noqa: ANN401 - whatever the method takes
        return _followed_no_further(lambda value, *rest: getattr(value, name)(*rest), self, *others)

    return work


# What else can be done with a number; of the result only this one point is known.
_ELSE = (
    "rsub", "rtruediv", "floordiv", "rfloordiv", "mod", "rmod", "divmod", "rdivmod", "pow", "rpow",
    "neg", "abs", "round", "int", "float", "floor", "ceil", "trunc",
)  # fmt: skip
for _name in _ELSE:
    setattr(WatchedNumber, f"__{_name}__", _pinned(f"__{_name}__"))
WatchedWhole.__index__ = _pinned("__index__")  # type: ignore[method-assign]
for _name in ("quantize", "normalize", "to_integral_value", "as_tuple", "scaleb"):
    setattr(WatchedAmount, _name, _pinned(_name))


def watched(trace: Trace) -> Any:  # noqa: ANN401 - of the type that the rules expect
    """The value of a trace, as the rules take it."""
    value = trace.value
    made: Any
    if isinstance(value, date):
        made = date.__new__(WatchedDate, value.year, value.month, value.day)
    elif isinstance(value, Decimal):
        made = Decimal.__new__(WatchedAmount, value)
    elif isinstance(value, Month):
        return WatchedMonth(trace)
    else:
        made = int.__new__(WatchedWhole, value)
    made.trace = trace
    return made


def _moved(trace: Trace, days: int) -> date:
    if trace.shift is not None:
        moved: date = watched(trace.moved(days))
        return moved
    later: date = watched(trace.through(lambda day: day + timedelta(days), days))
    return later


def _followed_no_further(work: Callable[..., Any], *values: Any) -> Any:  # noqa: ANN401
    """What comes of plain values; of the facts behind them only these points are known."""
    for value in values:
        if isinstance(value, Watched):
            value.trace.pin()
    return work(*map(plain, values))


def _comparable(value: Watched) -> type | tuple[type, ...]:
    if isinstance(value, date):
        return date
    return Month if isinstance(value, Month) else (int, Decimal, float)
