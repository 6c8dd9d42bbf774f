"""Ten thousand rows of every kind, row by row and in all, against the slow and obvious way."""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from calculator import answer
from calculator.arrears import files
from calculator.arrears.columns import SHARES, VALUES
from calculator.arrears.requests import MOST_ROWS
from tests.arrears.expected import row as theirs
from tests.arrears.expected import totals as totals_of
from tests.arrears.made import COLUMNS, SPOILT, payroll
from tests.arrears.schemes import rows
from tests.arrears.slow import Result, worked_out
from tests.arrears.whole import most, programmes

PAID_ON = date(2026, 11, 26)
ROWS = list(payroll(10_000))
PIECE = MOST_ROWS
WORKERS = {"citizen", "permanent_resident", "temporary_resident", "foreign"}


def answers() -> Iterator[dict[str, Any]]:
    """What the page is told, some hundred rows at a time, with what stood in the rows before."""
    stood: dict[str, list[list[str]]] = defaultdict(list)
    for at in range(0, len(ROWS), PIECE):
        piece = ROWS[at : at + PIECE]
        rows = [[made.cells[id] for id in COLUMNS] for made in piece]
        # of workers who are in the piece: what others had stood in makes no difference to it
        seen = [each for worker in {made.cells["worker_id"] for made in piece} for each in stood[worker]]
        given = {"columns": COLUMNS, "rows": rows, "paid_on": str(PAID_ON), "epoch": 1900, "seen": seen}
        yield json.loads(answer(json.dumps({"notice": "arrears", "lang": "en", "payroll": given})))
        for made in piece:
            if not made.bad:
                stood[made.cells["worker_id"]].append([made.cells["worker_id"], str(made.month)[:7]])


def ours() -> list[tuple[str, list[str], list[str]]]:
    """Status, reasons and values of each row, from all answers."""
    return [
        (row["status"], sorted(row["reason"].split()), row["values"])
        for each in answered()
        for row in each["rows"]
    ]


@cache
def answered() -> list[dict[str, Any]]:
    return list(answers())


@cache
def expected() -> list[Result]:
    return [worked_out(made, PAID_ON) for made in ROWS]


def test_every_row_is_what_the_slow_way_makes_of_it() -> None:
    for made, row, result in zip(ROWS, ours(), expected(), strict=True):
        assert row == theirs(result), made


def test_the_file_has_every_kind() -> None:
    """Workers above every ceiling, and every way in which a row was spoilt."""
    reasons = {reason for result in expected() for reason in result.reasons}
    assert {reason for _, _, reason in SPOILT} <= reasons
    assert {"worker_id:duplicate", "birthday_in_month", "no_rule_for_day", "due_day_not_known"} <= reasons
    for edition, ceiling in (
        (row["from"], row["wage_over"]) for row in rows("act4") if not row["wage_up_to"]
    ):
        over = [made for made in ROWS if str(made.month) >= edition and made.wages > Decimal(ceiling) * 100]
        assert {made.cells["worker"].lower().replace(" ", "_") for made in over} >= WORKERS
    assert 0.04 < sum(bool(made.bad) for made in ROWS) / len(ROWS) < 0.06


def test_the_totals_are_those_of_the_slow_way_to_the_sen() -> None:
    of_all, pieces = totals_of(ROWS, expected(), PAID_ON), [each["totals"] for each in answered()]
    for what in ("rows", "reasons"):
        said = Counter[str]()
        for piece in pieces:
            said.update(piece[what])
        assert said == of_all[what]
    sums: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for month, amounts in ((month, each) for piece in pieces for month, each in piece["months"].items()):
        for name in of_all["months"].get(month, ()):
            sums[month][name] += Decimal(amounts[name] or 0)
    assert sums == of_all["months"]


def test_the_most_that_interest_may_be_is_that_of_the_slow_way_to_the_sen() -> None:
    """Asked as the page asks it, with what the pieces come to; in both readings."""
    sums: dict[str, dict[str, Any]] = defaultdict(lambda: defaultdict(Decimal))
    for month, amounts in (
        (month, each) for piece in answered() for month, each in piece["totals"]["months"].items()
    ):
        for name in ("interest_estimate", "interest_without_act800"):
            sums[month][name] += Decimal(amounts[name] or 0)
        unpaid = sums[month].setdefault("unpaid", defaultdict(lambda: defaultdict(Decimal)))
        for day, each in amounts["unpaid"].items():
            for name, amount in each.items():
                unpaid[day][name] += Decimal(amount)
    interest = [{"month": month, **of} for month, of in sums.items()]
    request = {"notice": "arrears", "lang": "en", "interest": interest}
    found = json.loads(answer(json.dumps(request, default=lambda amount: f"{amount:.2f}")))["months"]
    expects = most(ROWS, expected(), PAID_ON)
    assert {month: [Decimal(each) for each in of.values()] for month, of in found.items()} == expects
    assert len(expects) > 50


def test_what_programmes_take_off_is_that_of_the_slow_way_to_the_sen() -> None:
    found: dict[str, dict[str, Any]] = {}
    for id, piece in ((id, of) for each in answered() for id, of in each["totals"]["programmes"].items()):
        said = {
            "rows": [piece["rows"], Decimal(piece["interest"])],
            "disputed": [piece["disputed_rows"], Decimal(piece["disputed_interest"])],
            "off": [Decimal(offer["off"]) for offer in piece["offers"]],
        }
        before = found.get(id, {name: [0] * len(sums) for name, sums in said.items()})
        found[id] = {name: [a + b for a, b in zip(before[name], said[name], strict=True)] for name in said}
    assert found == programmes(ROWS, expected(), PAID_ON)
    assert len(found) > 3


@pytest.mark.parametrize(("jobs", "count"), [(1, len(ROWS)), (2, 2_000)])
def test_the_command_line_says_the_same(jobs: int, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same file as CSV, piece by piece; the beginning of it by two processes."""
    monkeypatch.setattr(files, "SIZE", 20 * count)
    given, taken = io.StringIO(), io.BytesIO()
    csv.writer(given).writerows([COLUMNS, *([made.cells[id] for id in COLUMNS] for made in ROWS[:count])])
    totals = files.run(io.BytesIO(given.getvalue().encode()), taken, paid_on=PAID_ON, epoch=1900, jobs=jobs)
    written = list(csv.DictReader(io.StringIO(taken.getvalue().decode())))
    for row, result in zip(written, expected()[:count], strict=True):
        assert (row["status"], sorted(row["reason"].split()), [row[id] for id in VALUES]) == theirs(result)
    of_all = totals_of(ROWS[:count], expected()[:count], PAID_ON)
    assert totals.reasons == of_all["reasons"]
    sums = asdict(totals.said())["months"]
    for month, amounts in of_all["months"].items():
        assert {name: Decimal(sums[month][name]) for name in SHARES} == {
            name: amounts[name] for name in SHARES
        }
