"""The one door to calculator/: all that the hooks use of the law and the rules, and what they ask of them."""

from collections.abc import Sequence
from pathlib import Path

from calculator.engine import figures
from calculator.engine.dated import Dated, Gap, NotInForceError
from calculator.engine.decision import Decision, Figure
from calculator.engine.facts import Question
from calculator.engine.law import (
    Band,
    Edition,
    Law,
    LawFileError,
    Offer,
    Programme,
    Source,
    Value,
    load_law,
)
from calculator.engine.notice import Notice, load, notices
from calculator.engine.paths import walk
from calculator.law import PERKESO

import calculator

__all__ = [
    "CALCULATOR",
    "Band",
    "Dated",
    "Decision",
    "Edition",
    "Figure",
    "Gap",
    "Law",
    "LawFileError",
    "NotInForceError",
    "Notice",
    "Offer",
    "Programme",
    "Question",
    "Source",
    "Value",
    "figures",
    "load",
    "notices",
    "phone",
    "programmes",
    "shared_law",
    "walk",
]  # fmt: skip

CALCULATOR = Path(calculator.__file__).parent


def shared_law() -> Law:
    """The law that pages of no notice speak of."""
    return load_law([PERKESO])


def programmes(law: Law) -> Sequence[Programme]:
    """The programmes that this law knows of."""
    return law.programmes


def phone(notice: Notice) -> Value:
    """The number of whom to ask where the calculator cannot answer."""
    return notice.law.history("careline")[-1]
