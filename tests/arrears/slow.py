"""What a row owes, worked out in the slow and obvious way: the tables read anew, one row after the other.

Nothing of the rules is imported. The days and ages of the law are written here a second time, as in a table
of cases; amounts stand in the CSV files alone.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

from tests.arrears.made import Made

LAW = Path(__file__).parents[2] / "calculator" / "law" / "perkeso"
SEN = Decimal("0.01")
SHARES = ("act4_employer", "act4_employee", "act800_employer", "act800_employee", "skbbk_employee")


@dataclass(slots=True)
class Result:
    """As in the result of a payroll; amounts that are not known are None."""

    status: str
    reasons: set[str]
    shares: dict[str, Decimal | None]
    due_on: date | None = None
    days_late: int | None = None
    interest: Decimal | None = None
    without_act800: Decimal | None = None


@cache
def rows(table: str) -> list[dict[str, str]]:
    """A table as it stands in its file."""
    with (LAW / f"{table}_contributions.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def band(table: str, month: date, wages: Decimal) -> dict[str, str]:
    """The row for the wages, in the edition that held in the month."""
    edition = max(row["from"] for row in rows(table) if row["from"] <= month.isoformat())
    (found,) = [
        row
        for row in rows(table)
        if row["from"] == edition
        and Decimal(row["wage_over"]) < wages
        and (not row["wage_up_to"] or wages <= Decimal(row["wage_up_to"]))
    ]
    return found


def worked_out(made: Made, paid_by_default: date) -> Result:
    """The result of a row; for one that is bad, that it is refused and why."""
    if made.bad:
        return Result("refused", {made.bad}, dict.fromkeys(SHARES))
    if made.born_on is None:
        result, due = owed(made, made.age)
    else:
        last = (made.month + timedelta(32)).replace(day=1) - timedelta(1)
        (result, due), (other, _) = (owed(made, age_on(made.born_on, day)) for day in (made.month, last))
        if (result.status, result.reasons, result.shares) != (other.status, other.reasons, other.shares):
            shares = {name: a if a == other.shares[name] else None for name, a in result.shares.items()}
            result = Result("cannot_be_decided", {"birthday_in_month"}, shares)
    return with_interest(result, made, made.paid_on or paid_by_default) if due else result


def age_on(born_on: date, day: date) -> int:
    """Completed years."""
    had = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had else 1)


def owed(made: Made, age: int | None) -> tuple[Result, bool]:
    """What the row owes, and whether there is anything to pay."""
    assert age is not None
    cells, month = made.cells, made.month
    worker, role = cells["worker"].lower().replace(" ", "_"), cells["role"]
    if month < date(2016, 6, 1):
        return Result("cannot_be_decided", {"no_rule_for_day"}, dict.fromkeys(SHARES)), False
    outside = ""
    if role == "public_service":
        outside = "public_service_outside"
    elif role == "spouse" and month < date(2018, 7, 1):
        outside = "spouse_not_yet"
    elif role == "domestic" and month < date(2021, 6, 1):
        outside = "domestic_not_yet"
    elif worker == "foreign" and month < date(2019, 1, 1):
        outside = "foreign_not_yet"
    elif made.wages == 0:
        outside = "no_wages"
    if outside:
        nothing = dict.fromkeys(SHARES, Decimal("0.00"))
        return Result(
            "answered", {outside}, {**nothing}, interest=Decimal("0.00"), without_act800=Decimal(0)
        ), False
    shares: dict[str, Decimal | None] = dict.fromkeys(SHARES, Decimal("0.00"))
    unknown: set[str] = set()
    wages = Decimal(made.wages) / 100
    act4(made, worker, age, wages, shares, unknown)
    act800(made, worker, age, wages, shares, unknown)
    lindung24(made, worker, wages, shares, unknown)
    return Result("cannot_be_decided" if unknown else "answered", unknown, shares), True


def act4(
    made: Made, worker: str, age: int, wages: Decimal, shares: dict[str, Decimal | None], unknown: set[str]
) -> None:
    before_55 = made.cells["act4_payable_before_55"].lower() or "unknown"
    late_entry = 55 <= age < 60 and before_55 == "no"
    second = age >= 60 or late_entry
    if worker == "foreign" and made.month < date(2024, 7, 1):
        second = True
    elif worker == "temporary_resident" and (
        made.month < date(2019, 1, 1) or (made.month < date(2024, 7, 1) and not second)
    ):
        # no document says whether these are foreign workers under Act 4, and it matters
        unknown.add("category_temporary_resident")
        shares["act4_employer"] = shares["act4_employee"] = None
        return
    elif 55 <= age < 60 and before_55 == "unknown":
        unknown.add("category_unknown")
        shares["act4_employer"] = shares["act4_employee"] = None
        return
    row = band("act4", made.month, wages)
    shares["act4_employer"] = Decimal(row["employer_cat2" if second else "employer_cat1"])
    shares["act4_employee"] = Decimal("0.00") if second else Decimal(row["employee_cat1"])


def act800(
    made: Made, worker: str, age: int, wages: Decimal, shares: dict[str, Decimal | None], unknown: set[str]
) -> None:
    before_57 = made.cells["eis_payable_before_57"] or "unknown"
    if made.month < date(2018, 1, 1) or worker == "foreign" or not 18 <= age < 60:
        return
    if age >= 57 and before_57 == "no":
        return
    if age >= 57 and before_57 == "unknown":
        unknown.add("act800_unknown")
        shares["act800_employer"] = shares["act800_employee"] = None
        return
    row = band("act800", made.month, wages)
    shares["act800_employer"], shares["act800_employee"] = Decimal(row["employer"]), Decimal(row["employee"])


def lindung24(
    made: Made, worker: str, wages: Decimal, shares: dict[str, Decimal | None], unknown: set[str]
) -> None:
    if made.month < date(2026, 6, 1):
        return
    left = worker != "foreign" and made.month >= date(2026, 7, 1) and made.cells["lindung24"] == "opted_out"
    if left and worker == "temporary_resident":
        unknown.add("lindung24_temporary_resident")
        shares["skbbk_employee"] = None
    elif not left:
        shares["skbbk_employee"] = Decimal(band("skbbk", made.month, wages)["skbbk_employee"])


def with_interest(result: Result, made: Made, paid_on: date) -> Result:
    """The day by which it was due, the days after it, and simple interest of six per cent a year."""
    if made.month < date(2022, 6, 1):
        if result.status == "answered":
            result.reasons = {"due_day_not_known"}
        return result
    result.due_on = (made.month + timedelta(32)).replace(day=15)
    result.days_late = max((paid_on - result.due_on).days, 0)
    result.interest = interest(list(result.shares.values()), result.days_late)
    but_act800 = [share for name, share in result.shares.items() if not name.startswith("act800")]
    result.without_act800 = interest(but_act800, result.days_late)
    return result


def interest(shares: list[Decimal | None], days: int) -> Decimal | None:
    known = [share for share in shares if share is not None]
    if len(known) < len(shares):
        return None
    exact = sum(known, Decimal(0)) * 6 * days / Decimal(36500)
    return exact.quantize(SEN, ROUND_HALF_UP)
