"""A line gone along from its least point to its most, and taken apart where what follows turns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from overrides.hooks.read.tree.ends import WEEK, Absolute, End, Relative, relative
from overrides.hooks.read.tree.grow.bounds import Bounds
from overrides.hooks.read.tree.grow.line import Around, Piece
from overrides.hooks.read.tree.grow.nodes import REFUSED, Nodes
from overrides.hooks.read.tree.watch.region import Region

# What follows from a point of the line: the number of a node, and where that holds.
type Explore = Callable[[int], tuple[int, Region]]


@dataclass(frozen=True, slots=True)
class Known:
    """What follows up to a point; on one day of the week alone where `weekly`."""

    most: int
    end: End
    node: int
    weekly: bool


class Sweep:
    """One way along a line; `whole` says for which points of the earlier facts it is the same."""

    def __init__(self, around: Around, nodes: Nodes, explore: Explore) -> None:
        self._line, self._points = around.line, around.points
        self._exact_until, self._nodes, self._explore = around.exact_until, nodes, explore
        self._bounds = Bounds(around)
        self._every_day: Known | None = None
        self._by_weekday: dict[int, Known] = {}

    @property
    def whole(self) -> Region:
        """For which points of the earlier facts the line is taken apart the same way."""
        return self._bounds.whole

    def pieces(self) -> list[Piece]:
        """The line in pieces, those that the rules refuse left out."""
        return [piece for piece in self._every_piece() if piece.node != REFUSED]

    def _every_piece(self) -> Iterator[Piece]:
        """The line in pieces: each goes on as long as what follows can be joined to what followed before."""
        least = at = looked_from = self._line.least
        start: End = Absolute(least)
        cut: End = Absolute(least - 1)
        node: int | None = None
        while at <= self._line.most:
            known = self._known(at, cut)
            joined = known.node if node is None else self._join(node, known.node, least)
            if joined is None and node is not None:
                yield Piece(least, at - 1, start, cut, node)
                least, start, looked_from, joined = at, cut.moved(1), at, known.node
            node = joined
            if known.weekly:
                at, cut = self._next_weekly(at, looked_from)
            else:
                at, cut = known.most + 1, known.end
                looked_from = at
        assert node is not None  # noqa: S101 - no line is empty
        yield Piece(least, self._line.most, start, Absolute(self._line.most), node)

    def _join(self, one: int, other: int, least: int) -> int | None:
        return self._nodes.join(one, other, exact=least <= self._exact_until)

    def _known(self, at: int, before: End) -> Known:
        """What follows from a point, explored where it is not known yet."""
        if self._every_day and at <= self._every_day.most:
            return self._every_day
        known = self._by_weekday.get(at % WEEK)
        if known and at <= known.most:
            return known
        node, region = self._explore(at)
        most, end = self._bounds.end_of(region, before)
        known = Known(max(most, at), end, node, weekly=self._line.fact in region.weekly)
        if known.weekly:
            self._by_weekday[at % WEEK] = known
        else:
            self._every_day = known
        return known

    def _next_weekly(self, at: int, looked_from: int) -> tuple[int, End]:
        """The next point to look at where the days of the week count, and the end before it.

        A piece is looked at on each day of a week; then each day of the week goes on as long as it is known.
        """
        following = at + 1
        if at - looked_from >= WEEK - 1:
            following = min(self._behind(day, at) for day in range(WEEK))
        ended = self._by_weekday.get(following % WEEK)
        if ended and ended.most < following and isinstance(ended.end, Relative):
            # no other fact moves here: the day of the answer stays, and of the others one point is known
            fact = ended.end.fact
            return following, relative(fact, following - 1 - self._points[fact])
        return following, Absolute(following - 1)

    def _behind(self, weekday: int, at: int) -> int:
        """The first point on this day of the week of which nothing is known."""
        after = max(self._by_weekday[weekday].most, at) + 1
        return after + (weekday - after) % WEEK
