"""A notice's tree, and the way through it for one reader's facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from overrides.hooks.read.rules import NONE, Loaded, Question, read
from overrides.hooks.read.tree.ends import Choice, Range, Reply, Unknown
from overrides.hooks.read.tree.grow.explore import Explorer, TreeError
from overrides.hooks.read.tree.settle import settle
from overrides.hooks.read.tree.states import Ask, Leaf, State
from overrides.hooks.read.tree.watch.lines import Line, line_of

# An answer about a date is about today; about a month or a year, the reader is asked.
TODAY = "date"


@dataclass(frozen=True)
class Tree:
    """`states` by number, the root first. `day` is the fact that dates the answers, where nobody is asked for
    it, and `today` its point: the day that they speak of.

    `holds` are the points of the day between which the tree stays the same, but for ends that move with it.
    """

    notice: str
    questions: tuple[Question, ...]
    states: tuple[State, ...]
    day: str | None
    today: int | None
    holds: tuple[int | None, int | None]
    runs: int
    grown: int

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The line of each question that has one."""
        return {question.id: line for question in self.questions if (line := line_of(question))}

    @cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    def leaf_for(self, given: Mapping[str, object]) -> Leaf:
        """The answer for facts as a program gives them; raises TreeError where no reply is theirs."""
        values = {id: read(self._by_id[id], reply) for id, reply in given.items()}
        points = {
            id: self.lines[id].scale.point(value)
            for id, value in values.items()
            if id in self.lines and value is not None
        }
        if self.day and points.get(self.day, self.today) != self.today:
            raise TreeError(f"{self.notice}: the tree speaks of another {self.day}")
        if self.day and self.today is not None:
            points[self.day] = self.today
        state = self.states[0]
        while isinstance(state, Ask):
            state = self.states[self._chosen(state, values, points)]
        return state

    def _chosen(self, ask: Ask, values: Mapping[str, object], points: dict[str, int]) -> int:
        """The number of the state to which the reply leads."""
        if ask.question not in values:
            raise TreeError(f"{self.notice}: {ask.question} has not been given")
        value = values[ask.question]
        for reply, child in ask.replies:
            if _is(reply, value, points.get(ask.question), points):
                return child
        raise TreeError(f"{self.notice}: {ask.question} has no reply {value}")


def _is(reply: Reply, value: object, point: int | None, points: dict[str, int]) -> bool:
    """Tell whether a value is what the reply says."""
    if isinstance(reply, Unknown) or value is None:
        return isinstance(reply, Unknown) and value is None
    if isinstance(reply, Choice):
        return reply.value == _text(value)
    assert point is not None  # noqa: S101 - what is known and has a range is on a line
    first, last = reply.first, reply.last
    return (first is None or first.at(points) <= point) and (last is None or point <= last.at(points))


def _text(value: object) -> str:
    """A value as a choice says it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        member = next(iter(value), None)
        return ",".join(each for each in type(member) if each in value) if member else NONE
    return str(value)


def build(loaded: Loaded) -> Tree:
    """The tree of a notice, on the day of the last check of its law where it speaks of today."""
    questions = {question.id: question for question in loaded.questions}
    day = loaded.notice.day if questions[loaded.notice.day].kind == TODAY else ""
    explorer = Explorer(loaded, day)
    today = explorer.runs.lines[day].scale.point(loaded.law.as_at) if day else None
    points = {} if today is None else {day: today}
    root, region = explorer.explore(points, {})
    return Tree(
        notice=loaded.id,
        questions=loaded.questions,
        states=settle(explorer.nodes, root),
        day=day or None,
        today=today,
        holds=(region.least.get(day), region.most.get(day)),
        runs=explorer.runs.count,
        grown=len(explorer.nodes.all),
    )
