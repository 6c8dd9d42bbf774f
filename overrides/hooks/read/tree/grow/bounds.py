"""The ends of a region on a line, and for which points of the earlier facts they lie in the same order."""

from collections.abc import Iterator

from overrides.hooks.read.tree.ends import Absolute, End, Relative, relative
from overrides.hooks.read.tree.grow.line import Around
from overrides.hooks.read.tree.watch.region import Region


class Bounds:
    """Gathers in `whole` under which points of the earlier facts a line is taken apart the same way."""

    def __init__(self, around: Around) -> None:
        self._line, self._points, self._day = around.line, around.points, around.day
        self.whole = Region()

    def end_of(self, region: Region, before: End) -> tuple[int, End]:
        """The point and the end to which a region reaches that begins behind another end.

        Where two ends meet, it is the one that moves with another fact than the day.
        """
        fact, start = self._line.fact, before.moved(1)
        self.whole.within(region, without=fact)
        every = list(self._ends(region))
        for end in every:
            self._keep(start, end)
        if fact in region.least:
            self._keep(Absolute(region.least[fact]), start)
        for other, offset in region.after(fact):
            self._keep(relative(other, offset), start)
        if fact in region.weekly:
            self._hold(region, start)
        first = min(every, key=lambda end: (self._at(end), self._rank(end)))
        for end in every:
            self._keep(first, end)
        return self._at(first), first

    def _ends(self, region: Region) -> Iterator[End]:
        fact, weekly = self._line.fact, region.weekly
        yield Absolute(min(region.most.get(fact, self._line.most), self._line.most))
        for other, offset in region.until(fact):
            yield relative(other, offset, self._points[other] if other in weekly else None)

    def _hold(self, region: Region, start: End) -> None:
        """Where a line is looked at day by day of the week, of other facts only these points are known."""
        fact = self._line.fact
        others = {other for other, _ in (*region.after(fact), *region.until(fact))}
        if isinstance(start, Relative):
            others.add(start.fact)
        for other in others - {self._day}:
            self.whole.pin(other, self._points[other])
        if self._day in others:
            self.whole.weekly.add(self._day)

    def _keep(self, end: End, other: End) -> None:
        """Keep to points of the earlier facts where one end does not come behind another."""
        whole = self.whole
        if isinstance(end, Absolute):
            if isinstance(other, Relative):
                whole.at_least(other.fact, end.point - self._offset(other))
        elif isinstance(other, Absolute):
            whole.at_most(end.fact, other.point - self._offset(end))
        elif end.fact != other.fact:
            whole.apart(end.fact, other.fact, self._offset(other) - self._offset(end))

    def _rank(self, end: End) -> int:
        if isinstance(end, Relative):
            return 1 if end.fact == self._day else 0
        return 2

    def _at(self, end: End) -> int:
        return end.at(self._points)

    def _offset(self, end: Relative) -> int:
        return self._at(end) - self._points[end.fact]
