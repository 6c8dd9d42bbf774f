"""Rows for a worker and month that stood before, wherever pieces of a file part, by one process or two."""

import io
import random
from datetime import date

import pytest

from calculator.arrears import files

HEAD = "worker_id,month,worker,role,wages"
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
