"""Rows that are paid: their contributions are no longer owed, the interest up to that day may be."""

import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculator import answer
from calculator.arrears import files, report
from calculator.arrears.cells import Refusal
from calculator.arrears.own_days import OwnDays
from calculator.engine import Month
from calculator.receipt.version import version

COLUMNS = ["month", "worker", "role", "wages", "age", "paid_on"]
CHOSEN = "2026-11-27"


def ask(*rows: list[str], chosen: str = CHOSEN) -> dict[str, Any]:
    payroll = {"columns": COLUMNS, "rows": rows, "paid_on": chosen}
    found: dict[str, Any] = json.loads(
        answer(json.dumps({"notice": "arrears", "lang": "en", "payroll": payroll}))
    )
    return found


def month(*paid: str, wages: str = "3250", chosen: str = CHOSEN) -> dict[str, Any]:
    """March 2025 of citizens, due on 15 April, each paid on one of these days."""
    response = ask(*(["2025-03", "citizen", "ordinary", wages, "41", day] for day in paid), chosen=chosen)
    found: dict[str, Any] = response["totals"]["months"]["2025-03"]
    return found


def sums(found: dict[str, Any]) -> tuple[Decimal, Decimal, Decimal, int]:
    """Both shares still owed, all interest, the part of it on what is paid, rows that are paid."""
    owed = Decimal(found["employer_total"]) + Decimal(found["employee_total"])
    return owed, Decimal(found["interest_estimate"]), Decimal(found["interest_on_paid"]), found["paid"]


NOT_PAID = sums(month(""))


@pytest.mark.parametrize(
    ("day", "chosen", "owed"),
    [
        # in time, late, and on the day chosen for all
        ("2025-04-15", CHOSEN, 0),
        ("2025-12-01", CHOSEN, 0),
        (CHOSEN, CHOSEN, 0),
        # still to come
        ("2026-11-28", CHOSEN, NOT_PAID[0]),
        # where no day is chosen, a day in the row is one of payment
        ("2026-11-28", "", 0),
    ],
)
def test_a_row_with_a_day_of_its_own_is_paid_unless_that_is_still_to_come(
    day: str, chosen: str, owed: Decimal
) -> None:
    still, interest, on_paid, rows = sums(month(day, chosen=chosen))
    assert (still, rows) == (owed, 0 if owed else 1)
    assert on_paid == (0 if owed else interest)
    assert (interest > 0) == (day > "2025-04-15")


@pytest.mark.parametrize(
    ("of", "age", "day", "said"),
    [
        ("2025-03", "41", "2025-12-01", ("answered", "paid", True)),
        ("2025-03", "41", "", ("answered", "", False)),
        # beside the other codes, also where no day is known on which it was due
        ("2020-03", "41", "2025-12-01", ("answered", "due_day_not_known act4_row_inferred paid", True)),
        # nobody knows how much had to be paid
        ("2025-03", "56", "2025-12-01", ("cannot_be_decided", "category_unknown", False)),
        # the day a month begins is the first on which it can be paid; earlier is a slip
        ("2025-03", "41", "1/3/2025", ("answered", "paid", True)),
        ("2025-03", "41", "28/2/2025", ("refused", "paid_on:before_month", False)),
        ("2025-03", "41", "2015-04-10", ("refused", "paid_on:before_month", False)),
        ("soon", "41", "2015-04-10", ("refused", "month:not_a_month", False)),
        ("2025-03", "41", "soon", ("refused", "paid_on:not_a_date", False)),
    ],
)
def test_a_paid_row_says_so(of: str, age: str, day: str, said: tuple[str, str, bool]) -> None:
    (row,) = ask([of, "citizen", "ordinary", "3250", age, day])["rows"]
    assert (row["status"], row["reason"], row["paid"]) == said


def test_of_a_day_before_the_month_is_said_what_stands_there() -> None:
    """As each row has it; the day chosen for all may be before any month that is still to come."""
    days = ("10/4/2015", "2015-04-10", "")
    response = ask(*(["2025-03", "citizen", "ordinary", "1", "41", day] for day in days), chosen="2025-02-01")
    assert [(each["row"], each["column"], each["text"]) for each in response["refused"]] == [
        (0, "paid_on", "10/4/2015"), (1, "paid_on", "2015-04-10"),
    ]  # fmt: skip
    assert response["rows"][2]["status"] == "answered"


def test_paid_and_unpaid_rows_stand_apart() -> None:
    owed, interest, on_paid, rows = sums(month("", "2025-12-01", ""))
    assert (owed, rows) == (2 * NOT_PAID[0], 1)
    assert interest - on_paid == 2 * NOT_PAID[1]


def test_what_was_never_due_is_not_paid() -> None:
    assert month("2025-12-01", wages="0")["paid"] == 0


def test_without_act_800_there_is_less_interest_on_what_is_paid() -> None:
    found = month("2025-12-01")
    assert 0 < Decimal(found["interest_on_paid_without_act800"]) < Decimal(found["interest_on_paid"])


def test_pieces_that_are_paid_are_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in two pieces has the totals of both, with the version of all rules behind them."""
    given = "".join(f"2025-03,citizen,ordinary,3250,41,{day}\n" for day in ("2025-12-01", "", "2025-12-01"))
    monkeypatch.setattr(files, "SIZE", 60)
    whole = f"{','.join(COLUMNS)}\n{given}".encode()
    totals = files.run(
        io.BytesIO(whole), io.BytesIO(), paid_on=date.fromisoformat(CHOSEN), epoch=None, jobs=2
    )
    said = json.loads(report.as_json(totals))
    assert sums(said["months"]["2025-03"]) == sums(month("2025-12-01", "", "2025-12-01"))
    assert said["rules"] == report.version_of_rules() != version("contributions")


def test_of_what_is_no_day_nothing_is_kept() -> None:
    """Each row may have another such text: memory would grow with them."""
    met: list[object] = []

    def day(code: object) -> date:
        met.append(code)
        return date(2025, 3, 31)

    none = [Refusal("paid_on", text, "not_a_date") for text in ("x1", "x2")]
    own_days = OwnDays(lambda _: Month(2025, 3), day)
    assert own_days.of([1, 1, 1], [none[0], 2, none[1]], ["x1", "2025-03-31", "x2"]) == [none[0], 2, none[1]]
    assert met == [2]
