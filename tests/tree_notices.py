"""Small notices, each with one thing that makes pages of it hard."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from calculator.engine import Facts, Finding, Law, Notice, Ruling
from calculator.engine.asking.found import load
from calculator.engine.asking.notice import Loaded


class Outcome(StrEnum):
    YES = "yes"
    NO = "no"
    CANNOT_BE_DECIDED = "cannot_be_decided"


class Code(StrEnum):
    SAID = "said"
    LATER = "later"
    CALL = "call"


def undecided(_law: Law) -> Ruling:
    yield Finding(Code.CALL)
    return Outcome.CANNOT_BE_DECIDED


def notice(
    facts: type[Facts],
    decide: Callable[[Any, Law], Ruling],
    samples: Mapping[str, tuple[str, ...]],
    day: str = "today",
    errors: Mapping[str, tuple[str, ...]] | None = None,
) -> Loaded:
    """A notice of these facts and rules, under the law of one that is there."""
    under = load("amnesty")
    declared = Notice(
        facts=facts,
        outcomes=Outcome,
        codes=Code,
        decide=decide,
        undecided=undecided,
        law=under.notice.law,
        day=day,
        cannot_decide=Outcome.CANNOT_BE_DECIDED,
        after_last_check=Code.LATER,
        ask=Code.CALL,
        phone=under.notice.phone,
        errors=errors or {},
    )
    law = replace(under.law, as_at=date(2026, 11, 25))
    return Loaded("small", declared, law, samples)


def yes_no(whether: Callable[[Any], bool]) -> Callable[[Any, Law], Ruling]:
    """Rules that look at facts once."""

    def decide(facts: Any, _law: Law) -> Ruling:  # noqa: ANN401 - facts of any notice
        said = whether(facts)
        yield Finding(Code.SAID)
        return Outcome.YES if said else Outcome.NO

    return decide
