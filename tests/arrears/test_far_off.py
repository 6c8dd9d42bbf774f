"""Interest up to days that are far off: what may be asked, and the same sums as in the slow way."""

import json
import random
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from calculator import answer
from calculator.arrears.interest import Terms
from calculator.arrears.requests import MOST_DAYS

OWED = {"owed": "86.10", "without_act800": "73.10"}
ESTIMATES = {"interest_estimate": "0.00", "interest_without_act800": "0.00"}


def ask(*months: tuple[str, list[str]]) -> dict[str, Any]:
    """The answer for months, each with the days on which the same was paid."""
    interest = [{"month": month, "unpaid": dict.fromkeys(days, OWED), **ESTIMATES} for month, days in months]
    found: dict[str, Any] = json.loads(
        answer(json.dumps({"notice": "arrears", "lang": "en", "interest": interest}))
    )
    return found


def slowly(of: Terms, unpaid: dict[date, int]) -> int:
    """Month of delay by month of delay, as the reports describe it."""
    total, begins, at = 0, of.due_on, of.due_on.replace(day=1)
    while begins < max(unpaid):
        at = (at + timedelta(31)).replace(day=1)
        ends = at.replace(day=min(of.due_on.day, monthrange(at.year, at.month)[1]))
        days = sum(owed * max((min(ends, day) - begins).days, 0) for day, owed in unpaid.items())
        total += -(-days * of.a_day // of.least) * of.least
        begins = ends
    return total


@pytest.mark.parametrize("due", ["2022-07-15", "2006-02-28", "2008-02-29", "2009-06-30", "2006-03-31"])
def test_the_most_is_that_of_each_month_of_delay(due: str) -> None:
    """Few days and many, near and far, on the day due and at the ends of months."""
    draw = random.Random(due)  # noqa: S311 - a repeatable draw, no secret
    of = Terms(date.fromisoformat(due), Fraction(6, 36500), 500)
    for days in (40, 400, 30_000):
        for count in (1, 2, 12):
            unpaid = {
                of.due_on + timedelta(draw.randint(-9, days)): draw.randint(0, 90_000) for _ in range(count)
            }
            ends = {day.replace(day=monthrange(day.year, day.month)[1]): 77_777 for day in unpaid}
            for each in (unpaid, unpaid | ends):
                assert of.at_most(each) == slowly(of, each), each


@pytest.mark.parametrize(
    ("months", "question", "code"),
    [
        ([("2024-06", ["9998-01-01"])], "paid_on", "too_large"),
        ([("2024-06", ["2101-01-01"])], "paid_on", "too_large"),
        ([("2024-06", ["1899-12-31"])], "paid_on", "too_small"),
        ([("2101-01", ["2100-01-01"])], "month", "too_large"),
        ([("1899-12", ["2100-01-01"])], "month", "too_small"),
        (
            [("2024-06", [str(date(2024, 8, 1) + timedelta(at)) for at in range(MOST_DAYS)])],
            "interest",
            "too_much",
        ),
        ([(f"{2000 + at}-06", []) for at in range(MOST_DAYS + 1)], "interest", "too_much"),
    ],
    ids=str,
)
def test_what_no_form_takes_is_refused(months: list[tuple[str, list[str]]], question: str, code: str) -> None:
    assert ask(*months) == {"status": "invalid", "errors": [{"question": question, "code": code}]}


def test_ten_years_that_are_paid_in_the_last_year_that_is_taken_have_an_answer() -> None:
    months = [f"{year}-{month:02}" for year in range(2023, 2033) for month in range(1, 13)]
    found = ask(*((month, ["2100-12-31"]) for month in months))
    assert (found["status"], len(found["months"])) == ("interest", len(months))
    # due on 15 February 2023: 935 months of delay, each of RM0.40 to RM0.44
    assert found["months"]["2023-01"]["interest_up_to"] == f"{935 * 5}.00"


def test_the_last_month_that_is_taken_is_never_late() -> None:
    assert ask(("2100-12", ["2100-12-31"]))["interest_up_to"] == "0.00"
