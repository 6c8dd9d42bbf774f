"""Values that the rules take for plain ones, and that note every comparison made with them."""

from collections.abc import Callable
from typing import Any, ClassVar

from overrides.hooks.read.tree.watch.trace import Trace


class Watched:
    """A value with its trace; Python asks a subclass first, so constants on the left are noticed too."""

    trace: Trace
    comparable: ClassVar[tuple[type, ...]]

    def __init_subclass__(cls, of: type | None = None, comparable: tuple[type, ...] = ()) -> None:
        """A class of watched values of a plain type; names what else they are compared with."""
        if of:
            _WATCHED[of], cls.comparable = cls, (of, *comparable)

    @classmethod
    def made(cls, value: Any) -> Any:  # noqa: ANN401 - of the plain type
        """A value of this class that equals a plain one."""
        return cls.__new__(cls, value)  # type: ignore[call-arg]

    @property
    def facts(self) -> frozenset[str]:
        """The facts from which it comes."""
        return frozenset({self.trace.fact})

    @property
    def plainly(self) -> object:
        """The value without its trace."""
        return self.trace.value

    def pin(self) -> None:
        """Nothing is known of other points of the facts behind it."""
        self.trace.pin()

    def _compare(self, name: str, other: object) -> bool:
        if isinstance(other, Watched):
            return self.trace.compare_with(name, other.trace)
        if not isinstance(other, self.comparable):
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
        self.pin()
        return hash(self.plainly)


_WATCHED: dict[type, type[Watched]] = {}


def plain(value: object) -> object:
    """The value without its trace."""
    return value.plainly if isinstance(value, Watched) else value


def watched(trace: Trace) -> Any:  # noqa: ANN401 - of the type that the rules expect
    """The value of a trace, as the rules take it."""
    value = trace.value
    kind = next((each for of, each in _WATCHED.items() if isinstance(value, of)), None)
    if kind is None:
        # nothing that a fact can be, such as a fraction of a whole number
        trace.pin()
        return value
    made = kind.made(value)
    made.trace = trace
    return made


def alone(work: Callable[..., Any], *values: Any) -> Any:  # noqa: ANN401
    """What comes of plain values; of the facts behind them only these points are known."""
    for value in values:
        if isinstance(value, Watched):
            value.pin()
    return work(*map(plain, values))
