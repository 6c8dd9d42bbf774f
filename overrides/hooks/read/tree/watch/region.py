"""Where on the lines of the facts a run of the rules goes the same way."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Region:
    """Bounds of each fact, and of how far one lies behind another, in points.

    `weekly` names the facts of which the rules looked at the day of the week: the region then holds for
    that day of the week alone.
    """

    least: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    # (one, other): one lies at most so many points behind the other
    behind: dict[tuple[str, str], int] = field(default_factory=dict)
    weekly: set[str] = field(default_factory=set)

    def at_least(self, fact: str, point: int) -> None:
        """The fact lies at the point or behind it."""
        if point > self.least.get(fact, point - 1):
            self.least[fact] = point

    def at_most(self, fact: str, point: int) -> None:
        """The fact lies at the point or before it."""
        if point < self.most.get(fact, point + 1):
            self.most[fact] = point

    def apart(self, one: str, other: str, most: int) -> None:
        """The one lies at most so many points behind the other."""
        if most < self.behind.get((one, other), most + 1):
            self.behind[one, other] = most

    def pin(self, fact: str, point: int) -> None:
        """Nothing is known of any other point of the fact."""
        self.at_least(fact, point)
        self.at_most(fact, point)

    def within(self, other: "Region", without: str = "") -> None:
        """Keep to another region as well, but for what it says of one fact."""
        for fact, point in other.least.items():
            if fact != without:
                self.at_least(fact, point)
        for fact, point in other.most.items():
            if fact != without:
                self.at_most(fact, point)
        for (one, another), most in other.behind.items():
            if without not in (one, another):
                self.apart(one, another, most)
        self.weekly |= other.weekly - {without}

    def after(self, fact: str) -> Iterator[tuple[str, int]]:
        """The other facts that this one lies behind by so many points or more."""
        yield from ((one, -most) for (one, other), most in self.behind.items() if other == fact)

    def until(self, fact: str) -> Iterator[tuple[str, int]]:
        """The other facts that this one lies behind by so many points or fewer."""
        yield from ((other, most) for (one, other), most in self.behind.items() if one == fact)
