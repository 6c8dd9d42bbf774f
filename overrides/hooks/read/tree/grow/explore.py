"""Every way through the rules, found by running them at one point of each piece of each line."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from overrides.hooks.read.rules import NONE, Loaded, Question
from overrides.hooks.read.tree.ends import Choice, Reply, Unknown
from overrides.hooks.read.tree.grow.leaves import leaf
from overrides.hooks.read.tree.grow.line import Around, replies_of
from overrides.hooks.read.tree.grow.nodes import REFUSED, Branch, Nodes
from overrides.hooks.read.tree.grow.sweep import Sweep
from overrides.hooks.read.tree.watch.region import Region
from overrides.hooks.read.tree.watch.runs import Asked, Refused, Runs

# More choices than these, of which several apply, have more sets than anyone could be shown.
MOST_CHOICES = 6
# A line with more pieces than this is not taken apart: the rules look at its points one by one.
MOST_LOOKS = 3000
# No notice takes a tenth of these runs; several lines that are looked at point by point would take years.
MOST_RUNS = 500_000
UNFOLLOWED = (
    "the pages without a script cannot follow what the rules do with it: "
    "compare it, add, subtract or multiply, but take no remainder, whole quotient or rounding of it"
)

type Points = Mapping[str, int]
type Replies = Mapping[str, object]


class TreeError(ValueError):
    """Raised where the rules cannot be made into pages; names the question."""


def rules_of(loaded: Loaded) -> str:
    """Where a notice's rules begin, as a problem names its place."""
    return f"calculator/{loaded.id}/rules.py:{loaded.notice.decide.__code__.co_firstlineno}: {loaded.id}"


class Explorer:
    """Grows the nodes of a notice.

    `day` is the fact that stays where it is, if there is one; `checked` the point of the law's last check on
    the line of the fact that dates the answer.
    """

    def __init__(self, loaded: Loaded, runs: Runs, day: str, checked: int) -> None:
        self.runs, self.nodes, self._day, self._checked = runs, Nodes(), day, checked
        self._id, self._late, self._dates = loaded.id, loaded.notice.after_last_check, loaded.notice.day
        self._rules = rules_of(loaded)

    def explore(self, points: Points, replies: Replies) -> tuple[int, Region]:
        """The node that facts lead to, and where on their lines it is the same."""
        came, region = self.runs.run(points, replies)
        if isinstance(came, Refused):
            return REFUSED, region
        if not isinstance(came, Asked):
            return self.nodes.number(leaf(came, self._day, self._late)), region
        question = self.runs.questions[came.question]
        on_a_line = question.id in self.runs.lines
        found = self._along(question, points, replies, region) if on_a_line else []
        offered = self._unknown(question) if on_a_line else self._choices(question)
        for reply, value in offered:
            child, its = self.explore(points, {**replies, question.id: value})
            region.within(its)
            found.append((reply, child))
        left = tuple((reply, child) for reply, child in found if child != REFUSED)
        return (self.nodes.number(Branch(question.id, left)) if left else REFUSED), region

    def _along(
        self, question: Question, points: Points, replies: Replies, region: Region
    ) -> list[tuple[Reply, int]]:
        line, looks = self.runs.lines[question.id], 0

        def look(at: int) -> tuple[int, Region]:
            nonlocal looks
            looks += 1
            if looks > MOST_LOOKS or self.runs.count > MOST_RUNS:
                said = f"what follows from {question.id} turns more than {looks - 1} times"
                raise TreeError(f"{self._rules}: {said}; {UNFOLLOWED}")
            return self.explore({**points, question.id: at}, replies)

        # what will hold on a day of which the law is not known yet need not be told exactly
        last = self._checked if question.id == self._dates else line.most
        around = Around(line, points, self._day, last)
        sweep = Sweep(around, self.nodes, look)
        found = replies_of(sweep.pieces(), around, self.nodes)
        region.within(sweep.whole)
        return [*found]

    def _unknown(self, question: Question) -> list[tuple[Reply, object]]:
        return [(Unknown(), None)] if question.may_be_unknown else []

    def _choices(self, question: Question) -> list[tuple[Reply, object]]:
        members = question.members
        if members is None:
            offered: list[tuple[Reply, object]] = [(Choice("yes"), True), (Choice("no"), False)]
        elif question.kind == "several":
            if len(question.choices) > MOST_CHOICES:
                raise TreeError(f"{self._id}: {question.id} has too many choices of which several apply")
            offered = [
                (Choice(",".join(some) or NONE), frozenset(map(members, some)))
                for some in _subsets(question.choices)
            ]
        else:
            offered = [(Choice(value), members(value)) for value in question.choices]
        return [*offered, *self._unknown(question)]


def _subsets(choices: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(choices, size) for size in range(len(choices) + 1))
