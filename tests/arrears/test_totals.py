"""What each month of a payroll adds up to, some hundred rows at a time: also without the slow tests."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from calculator.arrears import files
from calculator.arrears.columns import ANSWERED, UNDECIDED, VALUES
from calculator.arrears.owed import BIRTHDAY_IN_MONTH, Owed
from calculator.arrears.totals import Totals
from tests.arrears.expected import row as theirs
from tests.arrears.expected import totals as totals_of
from tests.arrears.made import COLUMNS, Made, payroll
from tests.arrears.slow import Result, worked_out
from tests.arrears.test_interest import COLUMNS as COLUMNS_OF_ONE
from tests.arrears.test_interest import ask, most

PAID_ON = date(2026, 11, 26)
ROWS = list(payroll(1_200, seed=14))
RESULTS = [worked_out(made, PAID_ON) for made in ROWS]
HALF = len(ROWS) // 2


def run(rows: Sequence[Made]) -> tuple[Totals, list[dict[str, str]]]:
    given, taken = io.StringIO(), io.BytesIO()
    csv.writer(given).writerows([COLUMNS, *([made.cells[id] for id in COLUMNS] for made in rows)])
    totals = files.run(io.BytesIO(given.getvalue().encode()), taken, paid_on=PAID_ON, epoch=1900)
    return totals, list(csv.DictReader(io.StringIO(taken.getvalue().decode())))


def counts(results: Sequence[Result]) -> dict[str, Counter[str]]:
    """By month how many rows were answered, not decided, paid, and due on a day that nobody knows."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for made, result in zip(ROWS, results, strict=True):
        if result.status in {"answered", "cannot_be_decided"}:
            decided = result.status == "answered"
            month = found[str(made.month)[:7]]
            month["answered" if decided else "not_decided"] += 1
            paid = made.paid_on is not None and made.paid_on <= PAID_ON and any(result.shares.values())
            month["paid"] += decided and paid
            month["due_day_not_known"] += decided and "due_day_not_known" in result.reasons
    return found


def unpaid(results: Sequence[Result]) -> dict[tuple[str, str], Decimal]:
    """By month and day of payment what was owed, where the day is known on which it was due."""
    found: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for made, result in zip(ROWS, results, strict=True):
        if result.status == "answered" and result.due_on:
            owed = sum(filter(None, result.shares.values()), Decimal(0))
            found[str(made.month)[:7], str(made.paid_on or PAID_ON)] += owed
    return found


def test_rows_and_months_are_those_of_the_slow_way() -> None:
    totals, written = run(ROWS)
    for row, result in zip(written, RESULTS, strict=True):
        assert (row["status"], sorted(row["reason"].split()), [row[id] for id in VALUES]) == theirs(result)
    said: dict[str, Any] = asdict(totals.said())
    for month, sums in totals_of(ROWS, RESULTS, PAID_ON)["months"].items():
        found = said["months"][month]
        assert {name: Decimal(found[name] or 0) for name in sums} == sums
        for side in ("employer", "employee"):
            both = sum(amount for name, amount in sums.items() if name.endswith(side))
            assert Decimal(found[f"{side}_total"]) == both
    for month, how_many in counts(RESULTS).items():
        assert {name: said["months"][month][name] for name in how_many} == how_many, month


def test_what_was_owed_stands_by_the_day_on_which_it_was_paid() -> None:
    said = asdict(run(ROWS)[0].said())["months"]
    found = {
        (month, day): Decimal(each["owed"])
        for month, sums in said.items()
        for day, each in sums["unpaid"].items()
    }
    assert found == unpaid(RESULTS)


def test_two_pieces_come_to_what_the_whole_does() -> None:
    first, second = run(ROWS[:HALF])[0], run(ROWS[HALF:])[0]
    first.merge(second)
    assert first.said() == run(ROWS)[0].said()


def test_a_birthday_leaves_known_what_is_owed_either_way() -> None:
    """And there is something to pay, by a known day, only where both ways say so."""
    one = Owed(ANSWERED, "", (100, 200, 300, 0, 0), due=True, dated=True)
    other = Owed(ANSWERED, "", (100, 250, 300, 0, 0), due=True, dated=False)
    nothing = Owed(ANSWERED, "", (100, 0, 0, 0, 0), due=False, dated=True)
    assert one.or_else(one) is one
    assert one.or_else(other) == Owed(
        UNDECIDED, BIRTHDAY_IN_MONTH, (100, None, 300, 0, 0), due=True, dated=False
    )
    assert one.or_else(nothing) == Owed(
        UNDECIDED, BIRTHDAY_IN_MONTH, (100, None, None, 0, 0), due=False, dated=True
    )


def test_where_nothing_was_answered_there_is_no_estimate() -> None:
    """And the most that it may be is asked with what stands there."""
    rows = [["2023-03", "citizen", "ordinary", "3250", "58", "2023-12-01"]]
    found = ask(payroll={"columns": COLUMNS_OF_ONE, "rows": rows})["totals"]
    (month,) = found["months"].values()
    assert (month["not_decided"], month["answered"]) == (1, 0)
    assert [each for name, each in month.items() if name.startswith("interest")] == [""] * 4
    assert most(found)["months"]["2023-03"]["interest_up_to"] == "0.00"
