"""Months and days in the cells of payrolls: every row of days.toml."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculator.arrears.cells import EPOCHS, Reader, Refusal, questions
from calculator.arrears.columns import BORN_ON, MONTH, PAID_ON
from calculator.arrears.days import SERIAL_NUMBER
from calculator.engine import Month
from calculator.engine.asking.found import load

TABLE = tomllib.loads((Path(__file__).parent / "days.toml").read_text(encoding="utf-8"))
COLUMNS = {"month": [MONTH], "date": [BORN_ON, PAID_ON]}


def rows(part: str) -> list[tuple[str, str, Any]]:
    """Column, text, and what the table says of it."""
    return [
        (column, text, meant)
        for kind, columns in COLUMNS.items()
        for column in columns
        for text, meant in TABLE[kind][part].items()
    ]


def read(column: str, text: str, epoch: int | None = None) -> object:
    return Reader(questions(load("contributions"))[column], EPOCHS[epoch] if epoch else None)(text)


@pytest.mark.parametrize(("column", "text", "meant"), rows("read"))
def test_what_programs_write_is_read(column: str, text: str, meant: str) -> None:
    assert str(read(column, text)) == meant
    # as a keyboard for Chinese gives digits, and with a space around it
    wide = text.translate({ord("0") + digit: chr(ord("０") + digit) for digit in range(10)})
    assert str(read(column, f"\u3000{wide} ")) == meant


@pytest.mark.parametrize(("column", "text", "readings"), rows("asked_back"))
def test_what_has_two_readings_is_asked_back_with_both(column: str, text: str, readings: list[str]) -> None:
    found = read(column, text)
    assert isinstance(found, Refusal)
    assert (found.code, [str(each) for each in found.readings]) == ("ambiguous", readings)


@pytest.mark.parametrize(("column", "text", "code"), rows("refused"))
def test_what_cannot_be_read_is_refused_as_it_stands(column: str, text: str, code: str) -> None:
    found = read(column, text)
    assert isinstance(found, Refusal)
    assert (found.column, found.text, found.code) == (column, text, code)
    assert len(found.readings) == (code == "short_year")


@pytest.mark.parametrize(
    ("epoch", "text", "meant"),
    [
        (1900, "44256", date(2021, 3, 1)),
        (1900, "44256.75", date(2021, 3, 1)),
        (1904, "42794", date(2021, 3, 1)),
        (1904, "31079", date(1989, 2, 2)),
        (1900, "99999", "too_large"),
    ],
)
def test_a_bare_number_counts_from_the_epoch_that_is_said(epoch: int, text: str, meant: object) -> None:
    found, month = read(PAID_ON, text, epoch), read(MONTH, text, epoch)
    if isinstance(meant, date):
        assert (found, month) == (meant, Month(meant.year, meant.month))
    else:
        assert [each.code for each in (found, month) if isinstance(each, Refusal)] == [meant] * 2
    assert all(
        isinstance(each, Refusal) and each.code == SERIAL_NUMBER
        for each in (read(PAID_ON, text), read(MONTH, text))
    )
