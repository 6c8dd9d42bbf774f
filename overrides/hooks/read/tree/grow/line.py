"""One question on a line, taken apart where what follows from the replies turns."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from overrides.hooks.read.tree.ends import WEEK, Absolute, End, Range, Relative, relative
from overrides.hooks.read.tree.grow.nodes import REFUSED, Nodes, Part, Stretch
from overrides.hooks.read.tree.watch.lines import Line
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


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring points with one node; the ends as they were found."""

    least: int
    most: int
    first: End
    last: End
    node: int


@dataclass(frozen=True, slots=True)
class Around:
    """What is known where a question on a line is asked."""

    line: Line
    points: Mapping[str, int]
    day: str
    exact_until: int


class Sweep:
    """Goes along a line from its least point to its most.

    `whole` gathers under which points of the earlier facts the line is taken apart the same way. `points`
    has theirs, and `day` is the fact that stays where it is. Behind `exact_until` figures may vary.
    """

    def __init__(self, around: "Around", nodes: Nodes, explore: Explore) -> None:
        self._line, self._points, self._day = around.line, around.points, around.day
        self._exact_until, self._nodes, self._explore = around.exact_until, nodes, explore
        self._all: Known | None = None
        self._by_weekday: dict[int, Known] = {}
        self.whole = Region()

    def pieces(self) -> list[Piece]:
        """The line in pieces, those that the rules refuse left out."""
        return [piece for piece in self._every_piece() if piece.node != REFUSED]

    def _every_piece(self) -> Iterator[Piece]:
        least, first = self._line.least, Absolute(self._line.least)
        start: End = first
        at, node, looked_from = least, None, least
        cut: End = Absolute(least - 1)
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
        if self._all and at <= self._all.most:
            return self._all
        known = self._by_weekday.get(at % WEEK)
        if known and at <= known.most:
            return known
        node, region = self._explore(at)
        self.whole.within(region, without=self._line.fact)
        if self._line.fact in region.weekly:
            known = self._of_weekday(at, node, region)
            self._by_weekday[at % WEEK] = known
        else:
            known = self._all = self._of_all(node, region, before)
        return known

    def _next_weekly(self, at: int, looked_from: int) -> tuple[int, End]:
        """The next point to look at where the days of the week count, and the end before it."""
        following = at + 1
        if at - looked_from >= WEEK - 1:
            following = min(self._behind(day, at) for day in range(WEEK))
        ended = self._by_weekday.get(following % WEEK)
        if ended and ended.most < following and isinstance(ended.end, Relative):
            # only the day of the answer is followed by days of the week: it stays where it is
            return following, relative(ended.end.fact, following - 1 - self._points[ended.end.fact])
        return following, Absolute(following - 1)

    def _behind(self, weekday: int, at: int) -> int:
        """The first point on this day of the week of which nothing is known."""
        known = self._by_weekday[weekday]
        after = max(known.most, at) + 1
        return after + (weekday - after) % WEEK

    def _of_weekday(self, at: int, node: int, region: Region) -> Known:
        """What holds on one day of the week: of other facts than the day only these points are known."""
        for other, _ in (*region.after(self._line.fact), *region.until(self._line.fact)):
            if other != self._day:
                self.whole.pin(other, self._points[other])
        self.whole.weekly.add(self._day)
        most, end = self._first_to_end(region)
        return Known(max(most, at), end, node, weekly=True)

    def _of_all(self, node: int, region: Region, before: End) -> Known:
        self._keep_start(region, before.moved(1))
        most, end = self._first_to_end(region)
        for other in self._ends(region):
            self._keep_before(end, other)
        return Known(most, end, node, weekly=False)

    def _first_to_end(self, region: Region) -> tuple[int, End]:
        """The end that comes first; where two meet, the one that moves with another fact than the day."""
        points = dict(self._points)
        ends = [(end.at(points), self._rank(end), end) for end in self._ends(region)]
        most, _, end = min(ends, key=lambda each: each[:2])
        return most, end

    def _rank(self, end: End) -> int:
        if isinstance(end, Relative):
            return 1 if end.fact == self._day else 0
        return 2

    def _ends(self, region: Region) -> Iterator[End]:
        """Every end that a region has on this line."""
        fact, weekly = self._line.fact, region.weekly
        yield Absolute(min(region.most.get(fact, self._line.most), self._line.most))
        for other, offset in region.until(fact):
            yield relative(other, offset, self._points[other] if other in weekly else None)

    def _keep_before(self, end: End, other: End) -> None:
        """Keep to points of the earlier facts where one end does not come behind another."""
        if end == other:
            return
        whole, points = self.whole, self._points
        if isinstance(end, Absolute):
            if isinstance(other, Relative):
                whole.at_least(other.fact, end.point - _offset(other, points))
        elif isinstance(other, Absolute):
            whole.at_most(end.fact, other.point - _offset(end, points))
        elif end.fact != other.fact:
            whole.apart(end.fact, other.fact, _offset(other, points) - _offset(end, points))

    def _keep_start(self, region: Region, start: End) -> None:
        """Keep to points of the earlier facts where the start lies within the region."""
        fact = self._line.fact
        for end in self._ends(region):
            self._keep_before(start, end)
        if fact in region.least:
            self._keep_before(Absolute(region.least[fact]), start)
        for other, offset in region.after(fact):
            self._keep_before(relative(other, offset), start)


def _offset(end: Relative, points: Mapping[str, int]) -> int:
    return end.at(dict(points)) - points[end.fact]


def replies_of(
    question: str, pieces: list[Piece], day: str, line: Line, nodes: Nodes
) -> list[tuple[Range, int]]:
    """The replies to a question on a line.

    Ends that move with another fact are asked for first, and what lies between them after: so the pages for
    what lies between are the same wherever the other fact lies.
    """

    def moves(end: End) -> bool:
        return isinstance(end, Relative) and end.fact != day

    def inner(end: End, outermost: int) -> End | None:
        return None if moves(end) or end == Absolute(outermost) else end

    if not any(moves(piece.first) or moves(piece.last) for piece in pieces):
        return [
            (Range(inner(piece.first, line.least), inner(piece.last, line.most)), piece.node)
            for piece in pieces
        ]
    replies: list[tuple[Range, int]] = []
    parts: list[Part] = []
    first: End | None = None
    for at, piece in enumerate(pieces):
        if not parts:
            first = piece.first if moves(piece.first) else None
        ends = inner(piece.first, line.least), inner(piece.last, line.most)
        parts.append(Part(piece.least, piece.most, *ends, piece.node))
        if moves(piece.last) or at == len(pieces) - 1:
            last = piece.last if moves(piece.last) else None
            replies.append((Range(first, last), nodes.number(Stretch(question, tuple(parts)))))
            parts = []
    return replies
