"""Where a line of whole numbers (days, ages) changes its outcome."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

# Whatever tells one answer from another; None where there is no answer to offer
type Outcome = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring points with one outcome, both ends included; None where the span is open."""

    first: int | None
    last: int | None
    outcome: Outcome

    def distance(self, point: int) -> int:
        """How far the point lies outside the span; 0 inside."""
        below = 0 if self.first is None else self.first - point
        above = 0 if self.last is None else point - self.last
        return max(below, above, 0)


def spans(marks: Iterable[int], outcome: Callable[[int], Outcome]) -> list[Span]:
    """The spans of a line, looked at on both sides of every mark and halved in between.

    Exact where the outcome between two marks moves one way only, as it does with a time limit
    between two days on which the law changes.
    """
    known = [
        (point, outcome(point)) for point in sorted({near for mark in marks for near in (mark - 1, mark)})
    ]
    edges = [edge for left, right in pairwise(known) for edge in _edges(left, right, outcome)]
    codes = [known[0][1], *(code for _, code in edges)]
    firsts = [None, *(first for first, _ in edges)]
    lasts = [*(first - 1 for first, _ in edges), None]
    return [Span(first, last, code) for first, last, code in zip(firsts, lasts, codes, strict=True)]


def nearest(found: Iterable[Span], point: int) -> list[Span]:
    """The spans, nearest to the point first."""
    return sorted(found, key=lambda span: span.distance(point))


type Known = tuple[int, Outcome]


def _edges(left: Known, right: Known, outcome: Callable[[int], Outcome]) -> Iterator[Known]:
    """Every point in (left, right] where a new outcome begins."""
    if left[1] == right[1]:
        return
    if right[0] - left[0] == 1:
        yield right
        return
    middle_at = (left[0] + right[0]) // 2
    middle = middle_at, outcome(middle_at)
    yield from _edges(left, middle, outcome)
    yield from _edges(middle, right, outcome)
