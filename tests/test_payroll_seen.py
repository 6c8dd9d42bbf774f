"""Rows for a worker and month that stood before, over the pieces of a payroll in the page.

What stands in a piece is not known when the next one is sent; still the answers must be those of one row
after the other. The scripts of the page run in Node.
"""

import random
from typing import Any

from calculator.arrears.requests import MOST_ROWS as PIECE
from tests.payroll.evaluated import evaluated as put

COLUMNS = ["worker_id", "month", "worker", "role", "wages"]


def evaluated(rows: list[list[str]]) -> dict[str, Any]:
    return put(COLUMNS, rows, "2026-11-26")


def row(worker: str, month: str, *, good: bool) -> list[str]:
    return [worker, month, "citizen", "public_service", "1" if good else "x"]


FILL = [row("", "2023-01", good=True)] * (PIECE - 1)


def test_a_row_that_was_refused_took_no_place_in_the_piece_after_it() -> None:
    bad, good = row("A", "Mac 2023", good=False), row(" A ", "2023-03", good=True)
    said = evaluated([bad, *FILL, good, *FILL, good, *FILL])["said"]
    assert said[0] == "wages:not_an_amount"
    assert [said[PIECE], said[2 * PIECE]] == ["public_service_outside", "worker_id:duplicate"]


def test_a_piece_is_asked_about_once_where_nothing_misled_it() -> None:
    """Its rows are refused for good ones, before it or in it. The interest is asked for too."""
    good, bad = row("A", "2023-03", good=True), row("B", "2023-03", good=False)
    found = evaluated([good, bad, *FILL[1:], good, row("B", "2023-04", good=True), *FILL, good, good])
    assert found["said"].count("worker_id:duplicate") == 3
    assert found["asked"] == 3 + 1


def test_any_rows_are_answered_as_one_after_the_other() -> None:
    draw = random.Random(13)  # noqa: S311 - a repeatable draw, no secret
    months = {"2023-03": ("2023-03", "Mac 2023", "3/2023"), "2023-04": ("2023-04", "Apr-23", "202304")}
    rows, expected, stood = [], [], set()
    for _ in range(5 * PIECE):
        worker, month = f"W{draw.randrange(200)}", draw.choice([*months])
        which = worker, month
        good = draw.random() < 0.3
        rows.append(row(worker, draw.choice(months[month]), good=good))
        twice = "worker_id:duplicate" if which in stood else "public_service_outside"
        expected.append(twice if good else "wages:not_an_amount")
        stood |= {which} if good else set()
    assert evaluated(rows)["said"] == expected


# For the rules one worker, and beside it others that only the page takes for the same.
SPELT, OTHERS = ("A-1", "a\u20131", "Ａ－１", "\u200bA-1", "A\u2011\u00ad1"), ("A1", "A 1", "A.1")


def test_a_worker_is_the_same_in_every_piece_however_the_number_is_written() -> None:
    rows = [each for worker in (*OTHERS, *SPELT) for each in (row(worker, "2023-03", good=True), *FILL)]
    good, twice = "public_service_outside", "worker_id:duplicate"
    said = evaluated(rows)["said"][::PIECE]
    assert said == [*[good] * len(OTHERS), good, *[twice] * (len(SPELT) - 1)]


def test_a_row_that_was_refused_took_no_place_from_another_spelling_either() -> None:
    bad, good = row("A-1", "2023-03", good=False), row("a-1", "2023-03", good=True)
    said = evaluated([row("A1", "2023-03", good=True), *FILL, bad, *FILL, good, *FILL])["said"]
    assert said[2 * PIECE] == "public_service_outside"
