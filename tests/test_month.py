"""The calendar month in which contributions are owed."""

from datetime import date

import pytest

from calculator.engine.month import Month


def test_a_month_is_written_as_iso_8601() -> None:
    """Year, dash, two digits, four digits even for old years."""
    assert (str(Month(2026, 7)), str(Month(900, 12))) == ("2026-07", "0900-12")


def test_a_month_begins_on_its_first_day() -> None:
    """The law of a month is that of its first day."""
    assert date(2026, 7, 1) == Month(2026, 7).first_day


@pytest.mark.parametrize(
    ("month", "following"),
    [
        (Month(2026, 1), Month(2026, 2)),
        (Month(2026, 11), Month(2026, 12)),
        (Month(2024, 12), Month(2025, 1)),
    ],
)
def test_the_month_after(month: Month, following: Month) -> None:
    """After December comes January of the next year."""
    assert following == month.following


def test_months_come_in_order_of_time() -> None:
    """A later year outweighs an earlier month."""
    assert sorted([Month(2026, 1), Month(2025, 12), Month(2025, 2)]) == [
        Month(2025, 2),
        Month(2025, 12),
        Month(2026, 1),
    ]


@pytest.mark.parametrize("number", [0, 13])
def test_there_is_no_such_month(number: int) -> None:
    """A month outside the calendar is an error."""
    with pytest.raises(ValueError, match=r"month must be in 1\.\.12"):
        Month(2026, number)
