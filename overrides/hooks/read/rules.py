"""The one door to calculator/: all that the hooks use of the law and the rules, and what they ask of them."""

from collections.abc import Sequence
from pathlib import Path

from calculator.engine import figures
from calculator.engine.asking.found import law_of, load, notices
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.paths import walk
from calculator.engine.asking.replies import NONE
from calculator.engine.decision import Figure
from calculator.engine.law import (
    Band,
    Dated,
    Edition,
    Gap,
    Law,
    LawFileError,
    NotInForceError,
    Source,
    Value,
)
from calculator.engine.month import Month
from calculator.law.perkeso import PERKESO, PROGRAMMES, Offer, Programme

import calculator

__all__ = [
    "CALCULATOR", "KINDS", "NONE", "Band", "Dated", "Edition", "Figure", "Gap", "Law", "LawFileError",
    "Loaded", "Month", "NotInForceError", "Offer", "Programme", "Question", "Source", "Value", "figures",
    "load", "notices", "phone", "programmes", "shared_law", "walk",
]  # fmt: skip

CALCULATOR = Path(calculator.__file__).parent


def shared_law() -> Law:
    """The law that pages of no notice speak of."""
    return law_of(PERKESO)


def programmes(law: Law) -> Sequence[Programme]:
    """The programmes that this law knows of."""
    return tuple(law.of(PROGRAMMES).values())


def phone(notice: Loaded) -> Value:
    """The number of whom to ask where the calculator cannot answer, as the notice declares it."""
    return notice.law.history(notice.notice.phone)[-1]
