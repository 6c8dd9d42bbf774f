"""How far a watched number lies below another: it falls where the fact rises."""

from decimal import Decimal
from typing import Any

from overrides.hooks.read.tree.watch.trace import OPERATORS, TURNED
from overrides.hooks.read.tree.watch.values import Watched, alone


class Below(Watched):
    """A plain number less a watched one, such as what a wage lacks: compared as the watched one is."""

    whole: Any
    less: Any

    @classmethod
    def of(cls, whole: Any, less: Any) -> Any:  # noqa: ANN401 - any number
        """What is left of the whole; of a fraction that no fact can be only this point is known."""
        kind = next((each for of, each in _BELOW.items() if isinstance(whole - less.plainly, of)), None)
        if kind is None:
            return alone(lambda one, another: one - another, whole, less)
        made = kind.made(whole - less.plainly)
        made.whole, made.less = whole, less
        return made

    @property
    def facts(self) -> frozenset[str]:
        """The facts from which it comes."""
        return frozenset(self.less.facts)

    @property
    def plainly(self) -> Any:  # noqa: ANN401
        """The number without its trace."""
        return self.whole - self.less.plainly

    def pin(self) -> None:
        """Nothing is known of other points."""
        self.less.pin()

    def _compare(self, name: str, other: object) -> bool:
        if isinstance(other, Watched) or not isinstance(other, (int, Decimal)):
            return alone(OPERATORS[name], self, other)  # type: ignore[no-any-return]
        return OPERATORS[TURNED[name]](self.less, self.whole - other)

    def __bool__(self) -> bool:
        return self._compare("ne", 0)

    def __add__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched):
            return alone(lambda one, another: one + another, self, other)
        return self.of(self.whole + other, self.less)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched):
            return alone(lambda one, another: one - another, self, other)
        return self.of(self.whole - other, self.less)

    def __mul__(self, other: Any) -> Any:  # noqa: ANN401
        if isinstance(other, Watched) or other < 0:
            return alone(lambda one, another: one * another, self, other)
        return self.of(self.whole * other, self.less * other)

    __rmul__ = __mul__


class AmountBelow(Below, Decimal):
    """An amount that is left."""


class WholeBelow(Below, int):
    """A whole number that is left."""


_BELOW: dict[type, type[Below]] = {Decimal: AmountBelow, int: WholeBelow}
