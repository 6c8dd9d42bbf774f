"""Amounts and whole numbers that are watched."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from overrides.hooks.read.tree.watch.below import AmountBelow, Below, WholeBelow
from overrides.hooks.read.tree.watch.spans import WatchedApart
from overrides.hooks.read.tree.watch.values import Watched, alone, watched


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
        return alone(lambda one, another: one + another, self, other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched):
            return alone(lambda one, another: one - another, self, other)
        return watched(self.trace.through(lambda value: value - other))

    def __rsub__(self, other: Any) -> Any:  # noqa: ANN401
        return Below.of(other, self)

    def __mul__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched) or other < 0:
            return alone(lambda one, another: one * another, self, other)
        return watched(self.trace.through(lambda value: value * other))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched) or other <= 0:
            return alone(lambda one, another: one / another, self, other)
        return watched(self.trace.through(lambda value: value / other))


class WatchedAmount(WatchedNumber, Decimal, of=Decimal, comparable=(int, float)):
    """An amount or a percentage that comes from a fact."""


class WatchedWhole(WatchedNumber, int, of=int, comparable=(Decimal, float)):
    """A whole number that comes from a fact."""


def _pinned(name: str) -> Callable[..., Any]:
    def work(self: Watched, *others: Any) -> Any:  # noqa: ANN401 - whatever the method takes
        return alone(lambda value, *rest: getattr(value, name)(*rest), self, *others)

    return work


# What else can be done with a number; of the result only this one point is known.
_ELSE = (
    "rtruediv", "floordiv", "rfloordiv", "mod", "rmod", "divmod", "rdivmod", "pow", "rpow",
    "neg", "abs", "round", "int", "float", "floor", "ceil", "trunc",
)  # fmt: skip
for _name in _ELSE:
    setattr(WatchedNumber, f"__{_name}__", _pinned(f"__{_name}__"))
for _name in (*_ELSE, "rsub", "truediv"):
    setattr(Below, f"__{_name}__", _pinned(f"__{_name}__"))
for _name in (*_ELSE, "rsub", "add", "radd", "sub", "mul", "rmul", "truediv", "index"):
    setattr(WatchedApart, f"__{_name}__", _pinned(f"__{_name}__"))
WatchedWhole.__index__ = _pinned("__index__")  # type: ignore[method-assign]
WholeBelow.__index__ = _pinned("__index__")  # type: ignore[method-assign]
for _name in ("quantize", "normalize", "to_integral_value", "as_tuple", "scaleb"):
    for _kind in (WatchedAmount, AmountBelow):
        setattr(_kind, _name, _pinned(_name))
