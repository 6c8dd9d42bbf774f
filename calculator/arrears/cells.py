"""The cells of a payroll as the engine's readers take them, each text read once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator.arrears.columns import AGE, BORN_ON, MONTH, PAID_ON, WAGES
from calculator.arrears.days import day_of, month_of
from calculator.engine import InvalidFactError
from calculator.engine.asking.bounds import Between, Readable
from calculator.engine.asking.facts import UNKNOWN, read
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.reading.text import LONGEST, normal

# Programs take a column of whole numbers with empty cells for one of numbers with a point.
WITH_POINT = re.compile(r"(\d+)\.0+", re.ASCII)
# How a spreadsheet counts days: the day before the first, as dates after February 1900 have it.
EPOCHS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be used: its column, what stands there, the code, and what it can mean."""

    column: str
    text: str
    code: str
    readings: tuple[Readable, ...] = ()


@dataclass(frozen=True, slots=True)
class Empty:
    """A cell without a reply, in a column whose question nobody need answer."""


EMPTY = Empty()


def questions(contributions: Loaded) -> dict[str, Question]:
    """The questions behind the columns, by id."""
    days = (
        Question(id, "date", (), may_be_unknown=False, within=KINDS["date"].within)
        for id in (BORN_ON, PAID_ON)
    )
    return {question.id: question for question in (*contributions.questions, *days)}


def bounds(question: Question) -> Between[Any]:
    """What a question takes; those of numbers and amounts say it."""
    assert question.within is not None  # noqa: S101 - narrows for mypy; facts are declared with them
    return question.within


class Reader:
    """Reads the cells of one column; `epoch` says how a number counts days."""

    def __init__(self, question: Question, epoch: date | None) -> None:
        self._question, self._epoch = question, epoch
        self._read: Callable[[str], object] = {
            MONTH: self._month, BORN_ON: self._day, PAID_ON: self._day, WAGES: self._plain, AGE: self._whole,
        }.get(question.id, self._choice)  # fmt: skip

    def __call__(self, text: str) -> object:
        """What stands in a cell: a value, None for "I don't know", EMPTY or a Refusal."""
        shown = normal(text)
        # a text too long to be read is none either, and no empty cell
        if not shown and (len(text) <= LONGEST or not text.strip()):
            return None if self._question.may_be_unknown else EMPTY
        try:
            return self._read(shown)
        except InvalidFactError as error:
            return Refusal(self._question.id, text, error.code, error.readings)

    def _plain(self, text: str) -> object:
        return read(self._question, text)

    def _whole(self, text: str) -> object:
        with_point = WITH_POINT.fullmatch(text)
        return read(self._question, with_point[1] if with_point else text)

    def _choice(self, text: str) -> object:
        """The id of a choice, however its letters and spaces are written."""
        id = text.lower().replace(" ", "_").replace("-", "_")
        return read(self._question, UNKNOWN if id == UNKNOWN else id)

    def _day(self, text: str) -> object:
        return day_of(self._question, text, self._epoch)

    def _month(self, text: str) -> object:
        return month_of(self._question, text, self._epoch)
