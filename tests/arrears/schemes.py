"""What each scheme asks for a row, as the tables' files have it: for `slow.py`, and as slow and obvious."""

import csv
import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from tests.arrears.made import Made

LAW = Path(__file__).parents[2] / "calculator" / "law" / "perkeso"


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


def row_inferred(month: date, wages: Decimal) -> bool:
    """Whether the row of the Act 4 table was not seen in print: that file alone says how each is known."""
    return band("act4", month, wages)["confidence"] == "P-inferred"


@cache
def last_check() -> date:
    """The day of the last check of the law, which moves: as it stands in its file."""
    with (LAW / "parameters.toml").open("rb") as file:
        day: date = tomllib.load(file)["law_as_at"]
    return day


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
