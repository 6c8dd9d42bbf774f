"""The states of a tree while it grows, each kept once, and joined where nothing tells two apart."""

from dataclasses import dataclass

from overrides.hooks.read.rules import Decision, Figure, figures
from overrides.hooks.read.tree.ends import End, Range, Reply, joined_ends, joined_replies
from overrides.hooks.read.tree.states import Leaf, Said
from overrides.hooks.read.tree.watch.values import Watched, plain


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
        self._joined: dict[tuple[int, int], int | None] = {}

    def number(self, node: Node) -> int:
        """The number of a node; equal nodes have one."""
        if node not in self._numbers:
            self._numbers[node] = len(self.all)
            self.all.append(node)
        return self._numbers[node]

    def join(self, one: int, other: int) -> int | None:
        """The one node that both are; None where something tells them apart."""
        if one == other:
            return one
        if REFUSED in (one, other):
            return None
        known = (min(one, other), max(one, other))
        if known not in self._joined:
            self._joined[known] = self._join(self.all[one], self.all[other])
        return self._joined[known]

    def _join(self, one: Node, other: Node) -> int | None:
        if isinstance(one, Branch) and isinstance(other, Branch) and one.question == other.question:
            return self._join_branches(one, other)
        if isinstance(one, Stretch) and isinstance(other, Stretch) and one.question == other.question:
            return self._join_stretches(one, other)
        return None

    def _join_branches(self, one: Branch, other: Branch) -> int | None:
        if len(one.replies) != len(other.replies):
            return None
        replies = []
        for (reply, child), (another, its) in zip(one.replies, other.replies, strict=True):
            both, state = joined_replies(reply, another), self.join(child, its)
            if both is None or state is None:
                return None
            replies.append((both, state))
        return self.number(Branch(one.question, tuple(replies)))

    def _join_stretches(self, one: Stretch, other: Stretch) -> int | None:
        parts: list[Part] = []
        for part in sorted((*one.parts, *other.parts), key=lambda part: (part.least, part.most)):
            if parts and part.least <= parts[-1].most + 1:
                both = self._join_parts(parts[-1], part)
                if both:
                    parts[-1] = both
                    continue
                if part.least <= parts[-1].most:
                    return None
            parts.append(part)
        return self.number(Stretch(one.question, tuple(parts)))

    def _join_parts(self, one: Part, other: Part) -> Part | None:
        """Two parts that overlap or meet as one; its ends are those of whichever reaches further."""
        child = self.join(one.child, other.child)
        if child is None:
            return None
        first, last = one.first, one.last
        if one.least == other.least:
            first = one.first or other.first
            alike, both = joined_ends(one.first, other.first)
            first = both if alike else first
        if other.most > one.most:
            last = other.last
        elif other.most == one.most:
            alike, both = joined_ends(one.last, other.last)
            last = both if alike else one.last or other.last
        return Part(one.least, max(one.most, other.most), first, last, child)


def leaf(decision: Decision, day: str) -> Leaf:
    """What a decision says wherever it is made the same way: what comes from a fact varies.

    The day of the answer is one, so what comes from it does not vary, but moves with it.
    """
    said = []
    for finding in decision.findings:
        shown, varying, moving = list[tuple[str, Figure]](), list[str](), list[str]()
        for id, figure in finding.figures.items():
            amount = figure.amount
            if isinstance(amount, Watched) and amount.trace.fact != day:
                varying.append(id)
                continue
            if isinstance(amount, Watched):
                moving.append(id)
            shown.append((id, Figure(plain(amount), figure.unit, figure.bound)))  # type: ignore[arg-type]
        texts = tuple(figures.value(figure.amount) for _, figure in shown)
        said.append(
            Said(str(finding.code), tuple(shown), tuple(varying), tuple(moving), tuple(finding.cited), texts)
        )
    return Leaf(str(decision.outcome), tuple(said))
