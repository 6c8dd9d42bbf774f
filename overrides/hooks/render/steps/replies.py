"""The replies on the page of a question: those of its state, and what no page goes on from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from overrides.hooks.read.tree import Absolute, Ask, Range, Reply, Tree, reply_id
from overrides.hooks.read.tree.ends import relative
from overrides.hooks.read.tree.watch.lines import Line, line_of

# A reply, and the number of the state that it leads to; None where no page goes on.
type Pair = tuple[Reply, int | None]


@dataclass(frozen=True, slots=True)
class Step:
    """A reply with its name in addresses; `to` is the number of the state, None where no page goes on."""

    id: str
    reply: Reply
    to: int | None


def steps_of(tree: Tree, ask: Ask) -> tuple[Step, ...]:
    """The replies in their order."""
    line, whole = tree.lines.get(ask.question), line_of(tree.questions[ask.question])
    pairs: list[Pair] = list(ask.replies)
    if line and whole:
        pairs = _within(line, whole, pairs)
        if zone := tree.unsettled.get(ask.question):
            pairs = list(_without(pairs, zone, tree, line))
    return tuple(Step(reply_id(reply, line), reply, to) for reply, to in pairs)


def _within(line: Line, whole: Line, pairs: list[Pair]) -> list[Pair]:
    """The replies with what lies before the first day of the tree and behind its last."""
    first = Absolute(line.least) if line.least > whole.least else None
    last = Absolute(line.most) if line.most < whole.most else None
    inner: list[Pair] = [
        (Range(reply.first or first, reply.last or last) if isinstance(reply, Range) else reply, to)
        for reply, to in pairs
    ]
    before: list[Pair] = [(Range(None, first.moved(-1)), None)] if first else []
    after: list[Pair] = [(Range(last.moved(1), None), None)] if last else []
    return [*before, *inner, *after]


def _without(pairs: list[Pair], zone: tuple[int, int], tree: Tree, line: Line) -> Iterator[Pair]:
    """The replies without what would be right on this day of the week alone, which is one reply."""
    assert tree.today is not None  # noqa: S101 - nothing else is counted from it
    today = {tree.day: tree.today}
    first, last = (relative(tree.day, by) for by in zone)
    least, most = first.at(today), last.at(today)
    for reply, to in pairs:
        if not isinstance(reply, Range):
            yield reply, to
            continue
        begins = reply.first.at(today) if reply.first else line.least
        ends = reply.last.at(today) if reply.last else line.most
        if begins < least:
            yield (replace(reply, last=first.moved(-1)) if ends >= least else reply), to
        if begins <= least <= ends:
            yield Range(first, last), None
        if ends > most:
            yield (replace(reply, first=last.moved(1)) if begins <= most else reply), to
