"""A notice with two questions and two outcomes, for the tests of the hooks."""

from datetime import date
from enum import StrEnum
from pathlib import Path

from calculator.engine.decision import Figure, Finding, Ruling
from calculator.engine.facts import Facts as BaseFacts
from calculator.engine.law import Law, load_law
from calculator.engine.notice import Notice
from overrides.hooks.read import library
from overrides.hooks.read.answers_given import given_by
from overrides.hooks.render.context import Site

BASE = Path(__file__).parent / "broken" / "content" / "base"


class Employs(StrEnum):
    NOBODY = "nobody"
    PEOPLE = "people"


class Facts(BaseFacts):
    employs: Employs
    hired_on: date | None


class Outcome(StrEnum):
    NOT_AN_EMPLOYER = "not_an_employer"
    MUST_REGISTER = "must_register"


class Code(StrEnum):
    NOBODY = "nobody"
    HIRED = "hired"
    REGISTER = "register"


def decide(facts: BaseFacts, law: Law) -> Ruling:
    assert isinstance(facts, Facts)
    if facts.employs is Employs.NOBODY:
        yield Finding(Code.NOBODY, sources=["act"])
        return Outcome.NOT_AN_EMPLOYER
    hired_on = facts.hired_on or date(2020, 1, 1)
    threshold = law.value("threshold", hired_on)
    yield Finding(Code.HIRED, {"hired_on": Figure(hired_on, "date"), "threshold": threshold})
    yield Finding(Code.REGISTER)
    return Outcome.MUST_REGISTER


def undecided(_law: Law) -> Ruling:
    yield Finding(Code.REGISTER)
    return Outcome.NOT_AN_EMPLOYER


def site(root: Path = BASE) -> Site:
    """The site of the writers' files under `root`; raises WordsError."""
    law = load_law([BASE / "law"])
    samples = {"employs": ("nobody", "people"), "hired_on": ("2005-01-01", "2015-01-01", "unknown")}
    notice = Notice("tiny", Facts, Outcome, Code, decide, undecided, law, samples, frozenset())
    return Site(
        library.read(root, ("tiny",)),
        law,
        {"tiny": notice},
        {"tiny": given_by(notice)},
        {"name": "CCS", "website": "https://example.com"},
    )
