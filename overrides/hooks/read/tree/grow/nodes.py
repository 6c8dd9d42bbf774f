"""The states of a tree while it grows, each kept once, and joined where nothing tells two apart."""

from dataclasses import dataclass

from overrides.hooks.read.tree.ends import End, Reply, joined_replies
from overrides.hooks.read.tree.states import Leaf


@dataclass(frozen=True, slots=True)
class Branch:
    """A question whose replies lead on."""

    question: str
    replies: tuple[tuple[Reply, int], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line that leads on; an end is None where another question has set it."""

    least: int
    most: int
    first: End | None
    last: End | None
    child: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line as far as it is known: a reply that is relative to another fact has led here."""

    question: str
    parts: tuple[Part, ...]


type Node = Leaf | Branch | Stretch

# No state: the rules refuse whatever leads here.
REFUSED = -1


class Nodes:
    """Every node once, by its number."""

    def __init__(self) -> None:
        self.all: list[Node] = []
        self._numbers: dict[Node, int] = {}
        self._joined: dict[tuple[int, int, bool], int | None] = {}

    def number(self, node: Node) -> int:
        """The number of a node; equal nodes have one."""
        if node not in self._numbers:
            self._numbers[node] = len(self.all)
            self.all.append(node)
        return self._numbers[node]

    def join(self, one: int, other: int, *, exact: bool = True) -> int | None:
        """The one node that both are; None where something tells them apart.

        Where it need not be exact, a figure that is not the same in both is one that varies.
        """
        if one == other:
            return one
        if REFUSED in (one, other):
            return None
        known = (min(one, other), max(one, other), exact)
        if known not in self._joined:
            self._joined[known] = self._join(self.all[one], self.all[other], exact=exact)
        return self._joined[known]

    def _join(self, one: Node, other: Node, *, exact: bool) -> int | None:
        if isinstance(one, Leaf) and isinstance(other, Leaf):
            both = None if exact else one.joined(other)
            return None if both is None else self.number(both)
        if isinstance(one, Leaf) or isinstance(other, Leaf) or one.question != other.question:
            return None
        if isinstance(one, Branch) and isinstance(other, Branch):
            return self._join_branches(one, other, exact=exact)
        if isinstance(one, Stretch) and isinstance(other, Stretch):
            return self._join_stretches(one, other, exact=exact)
        return None

    def _join_branches(self, one: Branch, other: Branch, *, exact: bool) -> int | None:
        if len(one.replies) != len(other.replies):
            return None
        replies = []
        for (reply, child), (another, its) in zip(one.replies, other.replies, strict=True):
            both, state = joined_replies(reply, another), self.join(child, its, exact=exact)
            if both is None or state is None:
                return None
            replies.append((both, state))
        return self.number(Branch(one.question, tuple(replies)))

    def _join_stretches(self, one: Stretch, other: Stretch, *, exact: bool) -> int | None:
        parts: list[Part] = []
        for part in sorted((*one.parts, *other.parts), key=lambda part: (part.least, part.most)):
            last = parts[-1] if parts else None
            if last is None or part.least > last.most + 1:
                parts.append(part)
                continue
            child = self.join(last.child, part.child, exact=exact)
            if child is not None:
                parts[-1] = _as_one(last, part, child)
            elif part.least > last.most:
                parts.append(part)
            else:
                return None
        return self.number(Stretch(one.question, tuple(parts)))


def _as_one(one: Part, other: Part, child: int) -> Part:
    """Two parts that overlap or meet, the first not the later; each end is of the one that reaches it."""
    last = one.last
    if other.most > one.most:
        last = other.last
    elif other.most == one.most:
        last = one.last or other.last
    first = one.first or other.first if one.least == other.least else one.first
    return Part(one.least, max(one.most, other.most), first, last, child)
