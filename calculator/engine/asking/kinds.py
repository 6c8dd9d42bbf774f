"""The kinds of facts, in one table: how a reply is read, what can be wrong with it, how it is asked for.

The form, the corpus, the tests and `make affected` read this table; a new kind is a row here, its reader in
replies.py (texts are taken apart in reading/), and words for its error codes in docs/interface.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from calculator.engine.asking import replies
from calculator.engine.asking.bounds import Between
from calculator.engine.asking.reading import days, numbers
from calculator.engine.figures import COUNT, DATE_AND_WEEKDAY, UNITS, Unit
from calculator.engine.month import Month

# What an annotation may say beside int, Decimal, date, Month, bool, an enum and a frozenset of one.
type Count = int
type Percentage = Decimal
type Year = int

type Control = Literal["radios", "checkboxes", "text"]
type Picker = Literal["", "date", "month"]

FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Question:
    """One fact as a form sees it.

    `kind` is one of KINDS, `members` the enum of its choices, `within` what the form takes.
    """

    id: str
    kind: str
    choices: tuple[str, ...]
    may_be_unknown: bool
    members: type[StrEnum] | None = None
    within: Between[Any] | None = None


@dataclass(frozen=True, slots=True)
class FactKind:
    """How a kind of fact is read and asked for.

    `errors` are the codes that its reader can give beside `not_text`, `missing` the code where it has not
    been answered. `mode` is the keyboard of a phone. `of_day` writes a day as a reply, for kinds that can
    date an answer. `on_a_line` tells that replies follow each other in whole steps, so that the nearest
    other one can be told; `unit` is that of figures in which one is shown;
    `people` is a plain number. `said` is the unit in which a typed reply is said back to who typed it, none
    where it is chosen; `picker` the field of browsers that can be opened beside it; `may_go_on` tells that a
    text which can be read may be the beginning of another one.
    """

    read: Callable[[object, Question], object]
    errors: tuple[str, ...]
    control: Control
    missing: str
    mode: str = ""
    within: Between[Any] | None = None
    of_day: Callable[[date], str] | None = None
    on_a_line: bool = False
    unit: str = "people"
    said: Unit | None = None
    picker: Picker = ""
    may_go_on: Callable[[str], bool] = lambda _: False


def _with_choices(reader: Callable[[object, Any], object]) -> Callable[[object, Question], object]:
    return lambda given, question: reader(given, question.members)


def _within(reader: Callable[[object, Any], object]) -> Callable[[object, Question], object]:
    return lambda given, question: reader(given, question.within)


def _counting(words: tuple[str, ...]) -> Callable[[object, Question], object]:
    return _within(lambda given, within: replies.whole(given, within, words))


TOO = ("too_small", "too_large")

KINDS: Mapping[str, FactKind] = {
    "choice": FactKind(_with_choices(replies.choice), ("not_a_choice",), "radios", "missing_choice"),
    "yes_no": FactKind(lambda given, _: replies.yes_no(given), ("not_a_choice",), "radios", "missing_choice"),
    "several": FactKind(
        _with_choices(replies.several), ("not_a_choice",), "checkboxes", "missing_several"
    ),
    "date": FactKind(
        _within(replies.day), ("not_a_date", "no_such_day", "month_first", "ambiguous", *TOO), "text",
        "missing_date",
        within=Between(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), of_day=str, on_a_line=True,
        unit="date", said=DATE_AND_WEEKDAY, picker="date", may_go_on=days.may_go_on,
    ),
    "month": FactKind(
        _within(replies.month), ("not_a_month", "no_such_month", "ambiguous", *TOO), "text",
        "missing_month",
        within=Between(Month(FIRST_YEAR, 1), Month(LAST_YEAR, 12)),
        of_day=lambda day: str(Month(day.year, day.month)),
        said=UNITS["month"], picker="month", may_go_on=days.may_go_on,
    ),
    "year": FactKind(
        _within(replies.year), ("not_a_year", *TOO), "text", "missing_year", mode="numeric",
        within=Between(FIRST_YEAR, LAST_YEAR), of_day=lambda day: f"{day.year:04}", on_a_line=True,
        said=UNITS["people"],
    ),
    "money": FactKind(
        _within(replies.money), ("not_an_amount", "too_many_decimals", "ambiguous", *TOO), "text",
        "missing_money", mode="decimal", said=UNITS["ringgit"],
    ),
    "integer": FactKind(
        _counting(numbers.YEARS), ("not_a_number", *TOO), "text", "missing_integer", mode="numeric",
        on_a_line=True, said=COUNT,
    ),
    "count": FactKind(
        _counting(numbers.PEOPLE), ("not_a_number", *TOO), "text", "missing_integer", mode="numeric",
        on_a_line=True, said=COUNT,
    ),
    "percentage": FactKind(
        _within(replies.percentage), ("not_a_percentage", "ambiguous", *TOO), "text", "missing_percentage",
        mode="decimal", said=UNITS["percent"], within=Between(Decimal(0), Decimal(100)),
    ),
}  # fmt: skip

# The kind of a fact by its annotation; enums and sets of them are told apart by what they are.
BY_TYPE: Mapping[object, str] = {
    date: "date",
    Month: "month",
    Year: "year",
    Decimal: "money",
    int: "integer",
    Count: "count",
    Percentage: "percentage",
    bool: "yes_no",
}
