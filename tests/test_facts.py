"""Facts are read on demand; what is missing is asked, what is wrong is named."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from calculator.engine.facts import Facts, InvalidFactError, Question, Unanswered
from calculator.engine.month import Month


class Colour(StrEnum):
    """A closed list."""

    RED = "red"
    BLUE = "blue"


class Sample(Facts):
    """One fact of every kind, and two that may be unknown."""

    day: date
    month: Month
    amount: Decimal
    number: int
    agreed: bool
    colour: Colour
    maybe_day: date | None
    maybe_agreed: bool | None


GIVEN = {
    "day": "2023-06-30",
    "month": "2026-07",
    "amount": "3950.00",
    "number": "57",
    "agreed": "yes",
    "colour": "blue",
    "maybe_day": "unknown",
    "maybe_agreed": "no",
}


def test_a_question_is_made_with_its_class() -> None:
    """Nothing but the annotation says what is asked: a new class has its questions at once."""

    class Two(Facts):
        colour: Colour | None
        agreed: bool

    assert Two.questions() == (
        Question("colour", "choice", ("red", "blue"), may_be_unknown=True, type=Colour),
        Question("agreed", "yes_no", ("yes", "no"), may_be_unknown=False, type=bool),
    )
    assert Two({"colour": "unknown", "agreed": "no"}).colour is None

    class One(Facts):
        amount: Decimal

    assert One.questions() == (Question("amount", "money", (), may_be_unknown=False, type=Decimal),)


def test_questions_follow_the_annotations() -> None:
    """A form is drawn from the annotations: order, kind, choices, and whether a reply may be unknown."""
    assert Sample.questions() == (
        Question("day", "date", (), may_be_unknown=False, type=date),
        Question("month", "month", (), may_be_unknown=False, type=Month),
        Question("amount", "money", (), may_be_unknown=False, type=Decimal),
        Question("number", "integer", (), may_be_unknown=False, type=int),
        Question("agreed", "yes_no", ("yes", "no"), may_be_unknown=False, type=bool),
        Question("colour", "choice", ("red", "blue"), may_be_unknown=False, type=Colour),
        Question("maybe_day", "date", (), may_be_unknown=True, type=date),
        Question("maybe_agreed", "yes_no", ("yes", "no"), may_be_unknown=True, type=bool),
    )


def test_a_fact_is_read_by_its_annotation() -> None:
    """Rules get days, months, amounts and choices, never text; unknown is None."""
    facts = Sample(GIVEN)
    expected = {
        "day": date(2023, 6, 30),
        "month": Month(2026, 7),
        "amount": Decimal("3950.00"),
        "number": 57,
        "agreed": True,
        "colour": Colour.BLUE,
        "maybe_day": None,
        "maybe_agreed": False,
    }
    assert expected == {name: getattr(facts, name) for name in expected}


def test_a_missing_fact_is_asked_for() -> None:
    """The signal names the question, and all that was asked before it."""
    facts = Sample({"day": "2023-06-30"})
    assert facts.day == date(2023, 6, 30)
    with pytest.raises(Unanswered, match="the fact 'colour' has not been given") as signal:
        _ = facts.colour
    assert (signal.value.question, signal.value.asked) == ("colour", ("day", "colour"))


def test_a_fact_is_asked_for_once() -> None:
    """Reading a fact again does not ask again, whether it was there or not."""
    facts = Sample({"day": "2023-06-30"})
    assert facts.day == facts.day
    for _ in range(2):
        with pytest.raises(Unanswered):
            _ = facts.colour
    assert facts.asked == ["day", "colour"]


def test_a_fact_not_read_is_not_looked_at() -> None:
    """What the rules do not need may be wrong."""
    facts = Sample({**GIVEN, "number": "many"})
    assert facts.day == date(2023, 6, 30)
    assert facts.asked == ["day"]


def test_a_wrong_fact_is_named() -> None:
    """The error says which question and which mistake."""
    with pytest.raises(InvalidFactError, match="the fact 'number' cannot be used: not_a_number") as error:
        _ = Sample({"number": "many"}).number
    assert (error.value.question, error.value.code) == ("number", "not_a_number")


def test_unknown_is_a_reply_only_where_it_is_one() -> None:
    """A fact that is always known refuses it."""
    with pytest.raises(InvalidFactError, match="not_a_date"):
        _ = Sample({"day": "unknown"}).day


def test_every_wrong_fact_can_be_named_at_once() -> None:
    """One answer names all mistakes, in the order of the form; what is missing is none."""
    errors = Sample({"colour": "green", "amount": "1.234", "day": "2023-06-30"}).invalid()
    assert [(error.question, error.code) for error in errors] == [
        ("amount", "too_many_decimals"),
        ("colour", "not_a_choice"),
    ]


def test_a_rule_that_reads_an_unknown_name_is_wrong() -> None:
    """A slip in a rule is an error of ours, not a question."""
    with pytest.raises(AttributeError, match="color"):
        _ = Sample(GIVEN).color
