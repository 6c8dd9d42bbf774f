"""A notice with two questions and two outcomes, for the tests of the hooks."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from calculator.engine import Facts as BaseFacts
from calculator.engine import Figure, Finding, Law, Month, Notice, Ruling
from calculator.engine.asking.notice import Loaded
from calculator.engine.law import load_law
from calculator.law.perkeso import PERKESO
from overrides.hooks.read import library
from overrides.hooks.read.answers_given import given_by
from overrides.hooks.read.files import Document
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


def decide(facts: Facts, law: Law) -> Ruling:
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


def due_on(_law: Law, month: Month) -> Figure:
    return Figure(month.following.first_day, "date", sources=("act",))


NOTICE = Notice(
    facts=Facts,
    outcomes=Outcome,
    codes=Code,
    decide=decide,
    undecided=undecided,
    law=PERKESO,
    day="hired_on",
    cannot_decide=Outcome.NOT_AN_EMPLOYER,
    after_last_check=Code.HIRED,
    ask=Code.REGISTER,
    phone="careline",
    errors={"hired_on": ("after_as_at",)},
    due={"due_on": due_on},
)


def site(root: Path = BASE) -> Site:
    """The site of the writers' files under `root`; raises WordsError."""
    law = load_law([BASE / "law"], PERKESO)
    samples = {"employs": ("nobody", "people"), "hired_on": ("2005-01-01", "2015-01-01", "unknown")}
    loaded = Loaded("tiny", NOTICE, law, samples)
    return Site(
        library.read(root, ("tiny",)),
        {"perkeso": law},
        {"tiny": loaded},
        {"tiny": given_by(loaded)},
        {"name": "CCS", "website": "https://example.com"},
    )


def with_front_matter(site: Site, page: str, **meta: object) -> Site:
    """A site where a page has further front matter, in both languages."""
    twins = {
        lang: Document({**document.meta, **meta}, document.body)
        for lang, document in site.library.pages[page].items()
    }
    return replace(site, library=replace(site.library, pages={**site.library.pages, page: twins}))
