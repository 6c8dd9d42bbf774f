"""The most that interest may be, where there are more days of payment than the rules take at once."""

import json
from datetime import date, timedelta

from calculator import answer
from calculator.arrears.payroll import Payroll
from calculator.arrears.totals import Totals
from tests.payroll.evaluated import evaluated

COLUMNS = ["month", "worker", "role", "age", "wages", "paid_on"]
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
FIRST = date(2025, 3, 1)
DAYS = 120


def test_months_are_asked_about_a_few_at_a_time_and_come_to_the_same() -> None:
    days = [str(FIRST + timedelta(day)) for day in range(DAYS)]
    rows = [[month, "citizen", "ordinary", "41", "3000", day] for month in MONTHS for day in days]
    found = evaluated(COLUMNS, rows, "")
    assert len(found["months"]) > 1
    assert sum(found["months"]) == len(MONTHS)
    assert found["upTo"] == sum(alone(month, days) for month in MONTHS)


def alone(month: str, days: list[str]) -> int:
    """The same of one month, asked about alone, in sen."""
    totals = Totals()
    totals.add(Payroll(COLUMNS).lines([[month, "citizen", "ordinary", "41", "3000", day] for day in days]))
    sums = totals.said().months[month]
    of_month = {
        "month": month,
        "unpaid": sums["unpaid"],
        "interest_estimate": sums["interest_estimate"],
        "interest_without_act800": sums["interest_without_act800"],
    }
    said = json.loads(answer(json.dumps({"notice": "arrears", "lang": "en", "interest": [of_month]})))
    return int(said["interest_up_to"].replace(".", ""))
