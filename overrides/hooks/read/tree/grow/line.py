"""One question on a line: what is known around it, the pieces it is taken apart into, and its replies."""

from collections.abc import Mapping
from dataclasses import dataclass

from overrides.hooks.read.tree.ends import Absolute, End, Range, Relative
from overrides.hooks.read.tree.grow.nodes import Nodes, Part, Stretch
from overrides.hooks.read.tree.watch.lines import Line


@dataclass(frozen=True, slots=True)
class Around:
    """What is known where a question on a line is asked.

    `points` has those of the facts that are known, and `day` is the one that stays where it is, if there is
    one. Behind `exact_until` figures may vary.
    """

    line: Line
    points: Mapping[str, int]
    day: str
    exact_until: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring points with one node; the ends as they were found."""

    least: int
    most: int
    first: End
    last: End
    node: int


def replies_of(pieces: list[Piece], around: Around, nodes: Nodes) -> list[tuple[Range, int]]:
    """The replies to a question, by the pieces of its line.

    Ends that move with another fact are asked for first, and what lies between them after: so the pages for
    what lies between are the same wherever the other fact lies.
    """
    line, day = around.line, around.day

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
            replies.append((Range(first, last), nodes.number(Stretch(line.fact, tuple(parts)))))
            parts = []
    return replies
