"""What a reply says: one of those offered, that it is not known, or a range with its ends."""

from collections.abc import Mapping
from dataclasses import dataclass

WEEK = 7


@dataclass(frozen=True, slots=True)
class Absolute:
    """A point of the line itself."""

    point: int

    def at(self, _points: Mapping[str, int]) -> int:
        """The point."""
        return self.point

    def moved(self, by: int) -> "Absolute":
        """The end so many points further on."""
        return Absolute(self.point + by)

    def joined(self, other: "End") -> "Absolute | None":
        """The one end that both are; None where they are two."""
        return self if self == other else None


@dataclass(frozen=True, slots=True)
class Relative:
    """So many points behind another fact.

    `offsets` are those by the day of the week on which the other fact lies (its point modulo seven), where
    the rules looked at it, and all the same where they did not; None where no such day was met.
    """

    fact: str
    offsets: tuple[int | None, ...]

    @property
    def least(self) -> int:
        """The fewest points behind the fact."""
        return min(offset for offset in self.offsets if offset is not None)

    @property
    def most(self) -> int:
        """The most points behind the fact."""
        return max(offset for offset in self.offsets if offset is not None)

    def at(self, points: Mapping[str, int]) -> int:
        """The point, where the other fact is known."""
        point = points[self.fact]
        offset = self.offsets[point % WEEK]
        # a day of the week that was not met cannot come here: verified with the rest
        return point + (self.least if offset is None else offset)

    def moved(self, by: int) -> "Relative":
        """The end so many points further on."""
        return Relative(self.fact, tuple(None if offset is None else offset + by for offset in self.offsets))

    def joined(self, other: "End") -> "Relative | None":
        """The one end that both are, each on its days of the week; None where they are two."""
        if not isinstance(other, Relative) or other.fact != self.fact:
            return None
        pairs = list(zip(self.offsets, other.offsets, strict=True))
        if any(one is not None and another is not None and one != another for one, another in pairs):
            return None
        return Relative(self.fact, tuple(another if one is None else one for one, another in pairs))


def relative(fact: str, offset: int, point: int | None = None) -> Relative:
    """An end so many points behind a fact; with a point, on its day of the week alone."""
    days = range(WEEK)
    return Relative(fact, tuple(offset if point is None or point % WEEK == day else None for day in days))


type End = Absolute | Relative


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the replies offered, as it is given: `yes`, `employees`, `saturday,sunday`."""

    value: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """That the reader does not know."""


@dataclass(frozen=True, slots=True)
class Range:
    """Points from the first to the last, both included; None where nothing before or behind is told apart."""

    first: End | None
    last: End | None


type Reply = Choice | Unknown | Range


def ends(reply: Reply) -> list[End]:
    """The ends that a reply has."""
    return [end for end in (reply.first, reply.last) if end] if isinstance(reply, Range) else []


def joined_ends(one: End | None, other: End | None) -> tuple[bool, End | None]:
    """Whether two ends are one, and that one."""
    if one is None or other is None:
        return one is other, None
    both = one.joined(other)
    return both is not None, both


def joined_replies(one: Reply, other: Reply) -> Reply | None:
    """The one reply that both are; None where they are two."""
    if not isinstance(one, Range) or not isinstance(other, Range):
        return one if one == other else None
    first, last = joined_ends(one.first, other.first), joined_ends(one.last, other.last)
    return Range(first[1], last[1]) if first[0] and last[0] else None
