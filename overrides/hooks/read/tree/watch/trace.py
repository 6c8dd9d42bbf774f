"""What a value has to do with a fact, and what a comparison with it says of the fact's points."""

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from overrides.hooks.read.tree.watch.lines import Line
from overrides.hooks.read.tree.watch.region import Region

TURNED = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}
OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {name: getattr(operator, name) for name in TURNED}


@dataclass(frozen=True, slots=True)
class Trace:
    """A value that comes from a fact: it never falls where the fact's point rises.

    `place` counts the facts in the order in which they were asked for. `shift` is by how many points the
    value is the fact itself moved; None where it is something else, and `how` then names what was done to
    it, if what comes of it is worth keeping.
    """

    region: Region
    line: Line
    place: int
    point: int
    value_at: Callable[[int], Any]
    shift: int | None
    how: tuple[object, ...] = ()

    @property
    def fact(self) -> str:
        """The fact's id."""
        return self.line.fact

    @property
    def value(self) -> Any:  # noqa: ANN401
        """The plain value at the fact's point, whatever the rules work with."""
        return self.value_at(self.point)

    def moved(self, by: int) -> "Trace":
        """The value so many points further on; only for the fact itself, moved."""
        assert self.shift is not None  # noqa: S101 - whoever calls has looked, here and below
        shift, value = self.shift + by, self.line.scale.value
        return replace(self, value_at=lambda at: value(at + shift), shift=shift, how=())

    def through(self, work: Callable[[Any], Any], name: object = None) -> "Trace":
        """What comes of the value; the work never falls where the value rises, and no two have one name."""
        before, known = self.value_at, name is not None and (self.shift is not None or self.how)
        how = (*(self.how or (self.shift,)), name) if known else ()
        return replace(self, value_at=lambda at: work(before(at)), shift=None, how=how)

    def pin(self) -> None:
        """The rules did something with the value that cannot be followed: only this point is known."""
        self.region.pin(self.fact, self.point)

    def compare(self, name: str, constant: object) -> bool:
        """Compare the value with a constant, and note for which points it comes out the same."""
        fact, region, point = self.fact, self.region, self.point
        if name in ("lt", "ge"):
            least = self._first_at_least(constant)
            lower = point < least
            region.at_most(fact, least - 1) if lower else region.at_least(fact, least)
            return lower is (name == "lt")
        if name in ("gt", "le"):
            above = self._first_above(constant)
            higher = point >= above
            region.at_least(fact, above) if higher else region.at_most(fact, above - 1)
            return higher is (name == "gt")
        return self._even(constant) is (name == "eq")

    def compare_with(self, name: str, other: "Trace") -> bool:
        """Compare the value with another that is traced, and note for which points it comes out the same."""
        came_out = OPERATORS[name](self.value, other.value)
        alike = self.shift is not None and other.shift is not None
        if self.fact == other.fact:
            if not alike:
                self.pin()
        elif alike and self.line.scale is other.line.scale:
            self._apart(name, other, came_out=came_out)
        elif other.place < self.place:
            # the one that was asked for earlier keeps its value, and is a constant then
            other.hold()
            self.compare(name, other.value)
        else:
            self.hold()
            other.compare(TURNED[name], self.value)
        return came_out

    def hold(self) -> None:
        """Keep to the points with this value."""
        self._even(self.value)

    def _even(self, constant: object) -> bool:
        """Tell whether the value is the constant, and note the points on this side of it or with it."""
        least, above = self._first_at_least(constant), self._first_above(constant)
        if self.point < least:
            self.region.at_most(self.fact, least - 1)
        elif self.point >= above:
            self.region.at_least(self.fact, above)
        else:
            self.region.at_least(self.fact, least)
            self.region.at_most(self.fact, above - 1)
        return least <= self.point < above

    def _apart(self, name: str, other: "Trace", *, came_out: bool) -> None:
        """Note how far the facts may lie apart."""
        one, another, region = self.fact, other.fact, self.region
        assert self.shift is not None and other.shift is not None  # noqa: S101, PT018 - compare_with has looked
        even = other.shift - self.shift  # the distance at which the values are equal
        lower = self.point - other.point < even
        higher = self.point - other.point > even
        if name in ("eq", "ne"):
            if not lower:
                region.apart(another, one, -even - higher)
            if not higher:
                region.apart(one, another, even - lower)
        elif (name in ("lt", "le")) is came_out:
            region.apart(one, another, even - (name in ("lt", "ge")))
        else:
            region.apart(another, one, -even - (name in ("gt", "le")))

    def _first_at_least(self, constant: object) -> int:
        if self.shift is None:
            return self._halved(bisect_left, constant)
        return self._unshifted(self.line.scale.reach(constant))

    def _first_above(self, constant: object) -> int:
        if self.shift is None:
            return self._halved(bisect_right, constant)
        reached = self.line.scale.reach(constant)
        if reached is not None:
            reached += self.line.scale.value(reached) == constant
        return self._unshifted(reached)

    def _unshifted(self, reached: int | None) -> int:
        assert self.shift is not None  # noqa: S101 - both callers have looked
        behind = self.line.most + 1
        return behind if reached is None else min(max(reached - self.shift, self.line.least), behind)

    def _halved(self, search: Callable[..., int], constant: object) -> int:
        line, key = self.line, (search, self.how, constant)
        found = line.met.get(key) if self.how else None
        if found is None:
            found = line.least + search(range(line.least, line.most + 1), constant, key=self.value_at)
        if self.how:
            line.met[key] = found
        return found
