"""The rules run once at one point of every fact: where they come to, and where else they go the same way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from overrides.hooks.read.rules import Decision, InvalidFactError, Loaded, Question, Unanswered
from overrides.hooks.read.tree.watch.law import watching
from overrides.hooks.read.tree.watch.lines import Line
from overrides.hooks.read.tree.watch.region import Region
from overrides.hooks.read.tree.watch.trace import Trace
from overrides.hooks.read.tree.watch.values import watched


@dataclass(frozen=True, slots=True)
class Asked:
    """The rules want to know something."""

    question: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The rules refuse the last reply."""


type Came = Asked | Refused | Decision


class Runs:
    """A notice whose rules are run on watched facts, and how often they were."""

    def __init__(self, loaded: Loaded, lines: Mapping[str, Line]) -> None:
        self.questions: Mapping[str, Question] = {each.id: each for each in loaded.questions}
        self.lines = lines
        self.count = 0
        self._posed = _Posed(loaded.notice.facts)
        notice = replace(loaded.notice, facts=self._posed)  # type: ignore[arg-type]
        self._loaded = replace(loaded, notice=notice, law=watching(loaded.law))

    def run(self, points: Mapping[str, int], replies: Mapping[str, object]) -> tuple[Came, Region]:
        """Put facts to the rules: those on a line as points, the others as they are."""
        self.count += 1
        region = Region()
        facts = dict(replies)
        for place, (id, point) in enumerate(points.items()):
            line = self.lines[id]
            facts[id] = watched(Trace(region, line, place, point, line.scale.value, 0))
        self._posed.facts = facts
        try:
            return self._loaded.decision({}), region
        except Unanswered as signal:
            return Asked(signal.question), region
        except InvalidFactError:
            return Refused(), region


class _Posed:
    """Stands in place of a notice's facts: what is known is there before the engine would read it."""

    def __init__(self, base: type[Any]) -> None:
        self._base, self.questions = base, base.questions
        self.facts: Mapping[str, object] = {}

    def __call__(self, given: Mapping[str, object]) -> Any:  # noqa: ANN401 - the notice's own class
        made = self._base(given)
        made.__dict__.update(self.facts)
        return made
