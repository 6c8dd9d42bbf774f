"""Notices: finding them, loading one, and putting its rules to a reader's facts."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.resources import files

from calculator.engine.dated import NotInForceError
from calculator.engine.decision import Decision, Ruling, Step
from calculator.engine.facts import Facts, Question
from calculator.engine.law import Law, load_law
from calculator.engine.law_folder import SAMPLES, has_law

PACKAGE = "calculator"
SHARED_LAW = "law/perkeso"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice: its questions, its codes, its rules and the law they read.

    `samples` gives, by question id, the replies with which tests and build walk every path.
    `decisive` are the findings whose change matters to a reader even where the outcome stays.
    """

    id: str
    facts: type[Facts]
    outcomes: type[StrEnum]
    codes: type[StrEnum]
    decide: Callable[[Facts, Law], Ruling]
    undecided: Callable[[Law], Ruling]
    law: Law
    samples: Mapping[str, tuple[str, ...]]
    decisive: frozenset[StrEnum]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question the notice can ask, in the order of the form."""
        return self.facts.questions()

    def decision(self, given: Mapping[str, object]) -> Decision:
        """Follow the rules to their outcome, noting what they read before each finding.

        Where the law has no value for a day the decision is that there is none: never a guess.
        Raises Unanswered and InvalidFactError.
        """
        law, facts = self.law.fresh(), self.facts(given)
        ruling = self.decide(facts, law)
        steps: list[Step] = []
        asked = consulted = 0
        while True:
            try:
                finding = next(ruling)
            except StopIteration as end:
                return Decision(end.value, tuple(steps), tuple(facts.asked))
            except NotInForceError:
                ruling = self.undecided(law)
                continue
            steps.append(Step(finding, tuple(facts.asked[asked:]), tuple(law.consulted[consulted:])))
            asked, consulted = len(facts.asked), len(law.consulted)


@cache
def notices() -> tuple[str, ...]:
    """The ids of all notices: every folder of the package that holds a `rules.py`."""
    folders = (entry for entry in files(PACKAGE).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if entry.joinpath("rules.py").is_file()))


@cache
def load(notice: str) -> Notice:
    """Load a notice once; raises KeyError for an unknown id and LawFileError for faulty law."""
    if notice not in notices():
        raise KeyError(notice)
    rules = import_module(f"{PACKAGE}.{notice}.rules")
    folder = files(PACKAGE).joinpath(notice)
    samples = tomllib.loads(folder.joinpath(SAMPLES).read_text(encoding="utf-8"))
    return Notice(
        id=notice,
        facts=rules.Facts,
        outcomes=rules.Outcome,
        codes=rules.Code,
        decide=rules.decide,
        undecided=rules.undecided,
        law=_law(notice if has_law(folder) else None),
        samples={question: tuple(replies) for question, replies in samples.items()},
        decisive=getattr(rules, "DECISIVE", frozenset()),
    )


@cache
def _law(notice: str | None) -> Law:
    """The shared law with the notice's own; notices without law of their own have the same."""
    own = [] if notice is None else [files(PACKAGE).joinpath(notice)]
    return load_law([files(PACKAGE).joinpath(SHARED_LAW), *own])
