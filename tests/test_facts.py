"""Facts are read on demand; what is missing is asked, what is wrong is named."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

import pytest

from calculator.engine.asking.bounds import Between
from calculator.engine.asking.facts import Facts, FactsError, InvalidFactError, Unanswered
from calculator.engine.asking.kinds import KINDS, Count, Percentage, Question, Year
from calculator.engine.month import Month

AGE, MONEY = Between(0, 120), Between(Decimal(0), Decimal(1000000))
PEOPLE, WHOLE = Between(1, 1000), Between(Decimal(0), Decimal(100))


class Colour(StrEnum):
    """A closed list."""

    RED = "red"
    BLUE = "blue"


class Sample(Facts):
    """One fact of every kind, and two that may be unknown."""

    day: date
    month: Month
    amount: Annotated[Decimal, MONEY]
    number: Annotated[int, AGE]
    agreed: bool
    colour: Colour
    maybe_day: date | None
    maybe_agreed: bool | None
    people: Annotated[Count, PEOPLE] | None
    share: Percentage
    year: Year
    colours: frozenset[Colour]


GIVEN = {
    "day": "2023-06-30",
    "month": "2026-07",
    "amount": "3950.00",
    "number": "57",
    "agreed": "yes",
    "colour": "blue",
    "maybe_day": "unknown",
    "maybe_agreed": "no",
    "people": "unknown",
    "share": "12.5%",
    "year": "2026",
    "colours": "red,blue",
}


def test_a_question_is_made_with_its_class() -> None:
    """Nothing but the annotation says what is asked: a new class has its questions at once."""

    class Two(Facts):
        colour: Colour | None
        agreed: bool

    assert Two.questions() == (
        Question("colour", "choice", ("red", "blue"), may_be_unknown=True, members=Colour),
        Question("agreed", "yes_no", ("yes", "no"), may_be_unknown=False),
    )
    assert Two({"colour": "unknown", "agreed": "no"}).colour is None

    class One(Facts):
        amount: Annotated[Decimal, MONEY]

    assert One.questions() == (Question("amount", "money", (), may_be_unknown=False, within=MONEY),)


def test_questions_follow_the_annotations() -> None:
    """A form is drawn from the annotations: order, kind, choices, and whether a reply may be unknown."""
    assert Sample.questions() == (
        Question("day", "date", (), may_be_unknown=False, within=KINDS["date"].within),
        Question("month", "month", (), may_be_unknown=False, within=KINDS["month"].within),
        Question("amount", "money", (), may_be_unknown=False, within=MONEY),
        Question("number", "integer", (), may_be_unknown=False, within=AGE),
        Question("agreed", "yes_no", ("yes", "no"), may_be_unknown=False),
        Question("colour", "choice", ("red", "blue"), may_be_unknown=False, members=Colour),
        Question("maybe_day", "date", (), may_be_unknown=True, within=KINDS["date"].within),
        Question("maybe_agreed", "yes_no", ("yes", "no"), may_be_unknown=True),
        Question("people", "count", (), may_be_unknown=True, within=PEOPLE),
        Question("share", "percentage", (), may_be_unknown=False, within=WHOLE),
        Question("year", "year", (), may_be_unknown=False, within=KINDS["year"].within),
        Question("colours", "several", ("red", "blue"), may_be_unknown=False, members=Colour),
    )
    assert {question.kind for question in Sample.questions()} == KINDS.keys()


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
        "people": None,
        "share": Decimal("12.5"),
        "year": 2026,
        "colours": frozenset(Colour),
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


@pytest.mark.parametrize("given", ["unknown", " unknown ", "ｕｎｋｎｏｗｎ", "\u200bunknown\u3000"])
def test_unknown_is_read_like_any_other_text(given: str) -> None:
    assert Sample({"maybe_agreed": given}).maybe_agreed is None
    with pytest.raises(InvalidFactError, match="not_a_choice"):
        _ = Sample({"agreed": given}).agreed


def test_every_wrong_fact_can_be_named_at_once() -> None:
    """One answer names all mistakes, in the order of the form; what is missing is none."""
    errors = Sample({"colour": "green", "amount": "3950.005", "day": "2023-06-30"}).invalid()
    assert [(error.question, error.code) for error in errors] == [
        ("amount", "too_many_decimals"),
        ("colour", "not_a_choice"),
    ]


def test_a_rule_that_reads_an_unknown_name_is_wrong() -> None:
    """A slip in a rule is an error of ours, not a question."""
    with pytest.raises(AttributeError, match="color"):
        _ = Sample(GIVEN).color


@pytest.mark.parametrize(
    ("name", "hint", "said"),
    [
        ("asked", bool, "Faulty.asked: the engine uses this name; give the fact another"),
        ("invalid", bool, "Faulty.invalid: the engine uses this name; give the fact another"),
        ("questions", date, "Faulty.questions: the engine uses this name; give the fact another"),
        ("_given", bool, "Faulty._given: the engine uses this name; give the fact another"),
        ("age", int, "Faulty.age has no bounds; write Annotated[…, Between(least, most)]"),
        ("wages", Decimal, "Faulty.wages has no bounds; write Annotated[…, Between(least, most)]"),
        ("people", Count | None, "Faulty.people has no bounds; write Annotated[…, Between(least, most)]"),
        ("name", str, "Faulty.name: no form asks for <class 'str'>; the kinds are listed in asking/kinds.py"),
    ],
)
def test_a_fact_that_could_not_be_asked_for_is_refused(name: str, hint: Any, said: str) -> None:  # noqa: ANN401
    """When its class is made: a fact under a name of the engine would answer without having been asked."""
    with pytest.raises(FactsError) as error:
        type("Faulty", (Facts,), {"__annotations__": {name: hint}})
    assert str(error.value) == said


def test_a_fact_with_a_value_is_refused() -> None:
    """It would never be asked for."""
    with pytest.raises(
        FactsError, match=r"Faulty\.agreed has a value and would never be asked; leave it out"
    ):

        class Faulty(Facts):
            agreed: bool = True


def test_a_day_keeps_its_usual_limits_unless_the_fact_says_otherwise() -> None:
    """Bounds belong to the fact."""
    this_century = Between(date(2000, 1, 1), date(2099, 12, 31))

    class Hired(Facts):
        usual: date
        lately: Annotated[date, this_century]

    given = dict.fromkeys(("usual", "lately"), "1999-12-31")
    assert [(error.question, error.code) for error in Hired(given).invalid()] == [("lately", "too_small")]
