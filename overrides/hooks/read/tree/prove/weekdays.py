"""Where what is counted from today depends on the day of the week that today is."""

from collections.abc import Mapping, Sequence

from overrides.hooks.read.tree.ends import Range, Relative
from overrides.hooks.read.tree.states import Ask
from overrides.hooks.read.tree.tree import Tree


def unsettled(trees: Sequence[Tree]) -> Mapping[str, tuple[int, int]]:
    """By question the points, counted from today, between which the trees of a week do not agree.

    `trees` are those of the same rules on seven days. Up to the first turn that only some of them have, and
    from the next one that all have, a page is right on each of these days.
    """
    found: dict[str, tuple[int, int]] = {}
    every = [_turns(tree) for tree in trees]
    for question in {id for turns in every for id in turns}:
        own = [turns.get(question, set()) for turns in every]
        common = set.intersection(*own)
        some = set.union(*own) - common
        if some:
            # up to today itself, where nothing more turns
            found[question] = min(some), min((at for at in common if at > max(some)), default=1) - 1
    return found


def _turns(tree: Tree) -> dict[str, set[int]]:
    """By question the points, counted from today, at which a range begins that moves with today."""
    found: dict[str, set[int]] = {}
    assert tree.today is not None  # noqa: S101 - the caller has looked
    today = {tree.day: tree.today}
    asked = (state for state in tree.states if isinstance(state, Ask))
    ranges = ((ask.question, reply) for ask in asked for reply, _ in ask.replies if isinstance(reply, Range))
    for question, reply in ranges:
        for end, step in ((reply.first, 0), (reply.last, 1)):
            if isinstance(end, Relative) and end.fact == tree.day:
                found.setdefault(question, set()).add(end.at(today) - tree.today + step)
    return found
