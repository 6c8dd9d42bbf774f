"""A notice's tree, and the way through it for one reader's facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from overrides.hooks.read.rules import NONE, Loaded, Question, figures, read
from overrides.hooks.read.tree.ends import Absolute, Choice, Relative, Reply, Unknown, ends
from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.states import Ask, Leaf, State
from overrides.hooks.read.tree.watch.lines import Line


@dataclass(frozen=True)
class Tree:
    """`states` by number, the root first; `lines` of the questions that have one.

    `day` is the fact that dates the answers, `checked` the point on its line of the law's last check. Where
    nobody is asked for it `today` is its point: the day that all states speak of. Between the points `holds`
    they stay the same, but for ends that move with the day; where the rules look at days of the week
    (`weekly`), some of these move by more than a day at a time, and `holds` is true to within a week;
    `unsettled` then says by question between which points, counted from today, only this day is told. `runs`
    and `grown` say what it took: how often the rules were run, and the states before they were made few.
    """

    loaded: Loaded
    states: tuple[State, ...]
    lines: Mapping[str, Line]
    day: str
    checked: int
    today: int | None
    holds: tuple[int | None, int | None]
    weekly: bool
    runs: int
    grown: int
    unsettled: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def notice(self) -> str:
        """The id of the notice."""
        return self.loaded.id

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions by id."""
        return {question.id: question for question in self.loaded.questions}

    @cached_property
    def turns(self) -> Mapping[str, list[int]]:
        """For each line the points at which a range of some state begins or ends."""
        found: dict[str, set[int]] = {id: set() for id in self.lines}
        for state in self.states:
            if isinstance(state, Ask) and state.question in self.lines:
                every = chain.from_iterable(ends(reply) for reply, _ in state.replies)
                found[state.question] |= {end.point for end in every if isinstance(end, Absolute)}
        return {id: sorted(points) for id, points in found.items()}

    @cached_property
    def moving(self) -> list[int]:
        """The states with ends that are counted from today: who had one reply may have the next tomorrow."""
        found = []
        for number, state in enumerate(self.states):
            replies = state.replies if self.today and isinstance(state, Ask) else ()
            every = chain.from_iterable(ends(reply) for reply, _ in replies)
            if any(isinstance(end, Relative) and end.fact == self.day for end in every):
                found.append(number)
        return found

    def is_late(self, given: Mapping[str, object]) -> bool:
        """Tell whether the facts date the answer after the last check of the law.

        The finding that warns of it is then the first of the answer; no leaf has it.
        """
        return self.points(given).get(self.day, self.checked) > self.checked

    def leaf_for(self, given: Mapping[str, object]) -> Leaf:
        """The answer for facts as a program gives them; raises TreeError where no reply is theirs."""
        state = self.states[self.follow(0, given)]
        assert isinstance(state, Leaf)  # noqa: S101 - no way ends elsewhere
        return state

    def follow(self, number: int, given: Mapping[str, object], question: str = "") -> int:
        """The state to which facts lead from another; with a question, that where it is not asked further."""
        values, points = self._values(given), self.points(given)
        line, at = self.lines[self.day], points.get(self.day, self.checked)
        if not line.least <= at <= line.most or (self.today and at != self.today):
            raise TreeError(f"{self.notice}: the pages speak of no {self.day} {given[self.day]}")
        while isinstance(state := self.states[number], Ask) and question in ("", state.question):
            number = self._chosen(state, values, points)
        return number

    def points(self, given: Mapping[str, object]) -> dict[str, int]:
        """The facts on a line that are known, as points."""
        values = self._values(given)
        return {
            id: line.scale.point(values[id]) for id, line in self.lines.items() if values.get(id) is not None
        }

    def reply(self, question: str, point: int) -> str:
        """A point of a question's line as a program would give it."""
        return figures.value(self.lines[question].scale.value(point))

    def _values(self, given: Mapping[str, object]) -> dict[str, object]:
        return {id: read(self.questions[id], reply) for id, reply in given.items()}

    def _chosen(self, ask: Ask, values: Mapping[str, object], points: dict[str, int]) -> int:
        """The number of the state to which the reply leads."""
        if ask.question not in values:
            raise TreeError(f"{self.notice}: {ask.question} has not been given")
        value = values[ask.question]
        for reply, child in ask.replies:
            if is_reply(reply, value, points.get(ask.question), points):
                return child
        raise TreeError(f"{self.notice}: {ask.question} has no reply {value}")


def is_reply(reply: Reply, value: object, point: int | None, points: dict[str, int]) -> bool:
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
