"""The walk of the second notice has the months in which the law changes, before and after."""

from calculator.engine.month import Month
from tests.paths import paths


def test_months_are_the_days_of_contributions() -> None:
    """The walk of the second notice has the months in which the law changes, before and after."""
    months = {given["month"] for given, _ in paths("contributions")}
    expected = {
        "2016-05",
        "2016-06",
        "2017-12",
        "2018-01",
        "2024-09",
        "2024-10",
        "2026-06",
        "2026-07",
        "2028-05",
        "2028-06",
    }
    assert expected <= months
    assert all(str(Month(*map(int, month.split("-")))) == month for month in months)
