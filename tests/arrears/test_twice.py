"""Rows for a worker and month that stood before, wherever pieces of a file part, by one process or two."""

import io
import json
import random
from datetime import date

import pytest

from calculator import answer
from calculator.arrears import files

# One worker, as keyboards and programs write it.
SPELT = ("A1", "a1", "Ａ１", "A1\u200b", " a1\u3000", "\ufeffＡ1")
HEAD = "worker_id,month,worker,role,wages"
OTHERS = ("A-1", "A 1", "A2", "")
GOOD, BAD = "citizen,public_service,1", "citizen,public_service,x"
ROWS = 60


def reasons(rows: list[str], jobs: int) -> list[str]:
    taken = io.BytesIO()
    text = "\n".join([HEAD, *rows, ""])
    files.run(io.BytesIO(text.encode()), taken, paid_on=date(2026, 11, 26), jobs=jobs)
    return [line.split(",")[6] for line in taken.getvalue().decode().splitlines()[1:]]


def expected(rows: list[str]) -> list[str]:
    """One row after the other: the first good one of a worker and month counts."""
    counted: set[str] = set()
    said = []
    for row in rows:
        which = row.removesuffix(GOOD)
        if row.endswith(BAD):
            said.append("wages:not_an_amount")
        else:
            said.append("worker_id:duplicate" if which in counted else "public_service_outside")
            counted.add(which)
    return said


@pytest.mark.parametrize(("jobs", "size"), [(1, 1), (1, 200), (2, 1), (2, 200)])
def test_of_rows_alike_the_first_good_one_counts(
    jobs: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(size)  # noqa: S311 - a repeatable draw, no secret
    rows = [
        f"W{draw.randrange(3)},2023-0{draw.randrange(1, 6)},{draw.choice((GOOD, BAD))}" for _ in range(ROWS)
    ]
    monkeypatch.setattr(files, "SIZE", size)
    assert reasons(rows, jobs) == expected(rows)


@pytest.mark.parametrize(("jobs", "size"), [(1, 1), (1, 4000), (2, 1)])
def test_a_worker_is_the_same_however_the_number_is_written(
    jobs: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SIZE", size)
    monkeypatch.setattr("calculator.arrears.stood.MOST", 3)
    rows = [f"{worker},2023-03,{GOOD}" for worker in (*SPELT, *OTHERS, *OTHERS[-1:])]
    good, twice = "public_service_outside", "worker_id:duplicate"
    assert reasons(rows, jobs) == [good, *[twice] * (len(SPELT) - 1), *[good] * (len(OTHERS) + 1)]


def test_a_number_that_is_too_long_to_be_read_is_a_workers_too() -> None:
    long = "A1" * 100
    rows = [f"{worker},2023-03,{GOOD}" for worker in (long, f" {long.lower()}", f"{long}1")]
    assert reasons(rows, 1) == ["public_service_outside", "worker_id:duplicate", "public_service_outside"]


def test_what_stood_before_stood_for_the_worker_however_written() -> None:
    for worker in SPELT:
        payroll = {"columns": HEAD.split(","), "rows": [["A1", "2023-03", *GOOD.split(",")]]}
        asked = {"notice": "arrears", "lang": "en", "payroll": {**payroll, "seen": [[worker, "2023-03"]]}}
        (row,) = json.loads(answer(json.dumps(asked)))["rows"]
        assert row["reason"] == "worker_id:duplicate"
