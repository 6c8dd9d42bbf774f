"""A notice: what its rules.py declares, and the rules put to a reader's facts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from calculator.engine.asking.facts import Facts, InvalidFactError
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.decision import Decision, Figure, Ruling, Step
from calculator.engine.law.body import Body
from calculator.engine.law.dated import NotInForceError
from calculator.engine.law.law import Law
from calculator.engine.month import Month

# No decision has a tenth as many findings: rules that go on are in a circle.
MOST_STEPS = 1000


class EndlessRulesError(RuntimeError):
    """Raised when rules yield findings without end."""


class UndeclaredError(RuntimeError):
    """Raised when rules refuse a fact with a code that the notice has not declared in `errors`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice[F: Facts, O: StrEnum, C: StrEnum]:
    """What a notice consists of, declared as NOTICE in its rules.py; contract.py says what must hold.

    `day` is the fact of which day or month the answer speaks. `cannot_decide` is the outcome where nothing
    can be decided, `after_last_check` the finding that warns of a later day than that of the law's last
    check, `ask` the one that names whom to ask, at the number in the parameter `phone`. `decisive` are
    findings whose change matters to a reader even where the outcome stays. `errors` has, by fact, the codes
    with which the rules themselves refuse a reply. `due` has what falls due month by month: the day for a
    month, None where it is not known, by the name of the figure that has it in an answer.
    """

    facts: type[F]
    outcomes: type[O]
    codes: type[C]
    decide: Callable[[F, Law], Ruling]
    undecided: Callable[[Law], Ruling]
    law: Body
    day: str
    cannot_decide: O
    after_last_check: C
    ask: C
    phone: str
    decisive: frozenset[C] = frozenset()
    errors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    due: Mapping[str, Callable[[Law, Month], Figure | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A notice with its id, its law, and the replies with which tests and build walk every path."""

    id: str
    notice: Notice[Any, Any, Any]
    law: Law
    samples: Mapping[str, tuple[str, ...]]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question the notice can ask, in the order of the form."""
        questions: tuple[Question, ...] = self.notice.facts.questions()
        return questions

    @property
    def outcomes(self) -> type[StrEnum]:
        """Every outcome a decision can have."""
        outcomes: type[StrEnum] = self.notice.outcomes
        return outcomes

    @property
    def codes(self) -> type[StrEnum]:
        """Every finding a decision can make."""
        codes: type[StrEnum] = self.notice.codes
        return codes

    def errors(self, question: Question) -> tuple[str, ...]:
        """Every code with which a reply to the question can be refused."""
        return (*KINDS[question.kind].errors, *self.notice.errors.get(question.id, ()), "not_text")

    def decision(self, given: Mapping[str, object]) -> Decision:
        """Follow the rules to their outcome, noting what they read before each finding.

        Where the law has no value for a day the decision is that there is none: never a guess.
        Raises Unanswered and InvalidFactError, and where the rules are at fault whatever they do.
        """
        trail = _Trail(self.notice.facts(given), self.law.fresh())
        try:
            outcome = trail.follow(self.notice.decide(trail.facts, trail.law))
        except NotInForceError:
            # once: where this has no law either, it is a fault of ours
            outcome = trail.follow(self.notice.undecided(trail.law))
        except InvalidFactError as error:
            self._check_declared(error)
            raise
        return Decision(outcome, tuple(trail.steps), tuple(trail.facts.asked))

    def _check_declared(self, error: InvalidFactError) -> None:
        known = {question.id: self.errors(question) for question in self.questions}
        if error.code not in known.get(error.question, ()):
            said = f'the rules of {self.id} refuse "{error.question}" with "{error.code}"'
            raise UndeclaredError(f"{said}; declare it in errors= of NOTICE") from error


@dataclass(slots=True)
class _Trail:
    """What has been found, asked and consulted so far."""

    facts: Facts
    law: Law
    steps: list[Step] = field(default_factory=list)
    asked: int = 0
    consulted: int = 0

    def follow(self, ruling: Ruling) -> StrEnum:
        """Take the findings of a ruling; returns its outcome."""
        while len(self.steps) < MOST_STEPS:
            try:
                finding = next(ruling)
            except StopIteration as end:
                outcome: StrEnum = end.value
                return outcome
            read = tuple(self.facts.asked[self.asked :]), tuple(self.law.consulted[self.consulted :])
            self.steps.append(Step(finding, *read))
            self.asked, self.consulted = len(self.facts.asked), len(self.law.consulted)
        raise EndlessRulesError(f"the rules have made {MOST_STEPS} findings and go on")
