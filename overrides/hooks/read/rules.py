"""The one door to calculator/: all that the hooks use of the law and the rules, and what they ask of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.report import version_of_rules
from calculator.engine import figures
from calculator.engine.asking.contract import Breach, NoticeError
from calculator.engine.asking.facts import InvalidFactError, Unanswered, read
from calculator.engine.asking.found import law_of, load, notices
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.paths import walk
from calculator.engine.asking.replies import NONE
from calculator.engine.calendar import WEEKDAYS
from calculator.engine.decision import Decision, Figure
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
from calculator.engine.law.reading.saved import fault, toml_fault
from calculator.engine.month import Month
from calculator.law.perkeso import PROGRAMMES, Offer, Programme
from calculator.receipt.version import version

import calculator

__all__ = [
    "CALCULATOR",
    "CONTRIBUTIONS",
    "KINDS",
    "NONE",
    "WEEKDAYS",
    "Band",
    "Breach",
    "Dated",
    "Decision",
    "Edition",
    "Figure",
    "Gap",
    "InvalidFactError",
    "Law",
    "LawFileError",
    "Loaded",
    "Month",
    "NotInForceError",
    "NoticeError",
    "Offer",
    "Programme",
    "Question",
    "Source",
    "Unanswered",
    "Value",
    "bodies",
    "fault",
    "figures",
    "load",
    "notices",
    "phone",
    "programmes",
    "read",
    "toml_fault",
    "version",
    "version_of_rules",
    "walk",
]  # fmt: skip

CALCULATOR = Path(calculator.__file__).parent


def bodies(notices: Iterable[Loaded]) -> dict[str, Law]:
    """The law in the own folder of each body of these notices, by the name of the folder."""
    found = {notice.notice.law.package.rpartition(".")[2]: notice.notice.law for notice in notices}
    return {id: law_of(found[id]) for id in sorted(found)}


def programmes(law: Law) -> Sequence[Programme]:
    """The programmes that this law knows of; a body may have none."""
    return tuple(law.of(PROGRAMMES).values())


def phone(notice: Loaded) -> Value:
    """The number of whom to ask where the calculator cannot answer, as the notice declares it."""
    return notice.law.history(notice.notice.phone)[-1]
