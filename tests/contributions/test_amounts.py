"""Amounts of an answer are those of the printed rows: looked up, never computed."""

import csv
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cases import ask

REFERENCE = Path(__file__).parents[1] / "law" / "reference"
SEN = Decimal("0.01")
FAR_ABOVE = Decimal("9999999.99")
NOTHING = Decimal("0.00")

# By table: the column with the first day, and the figures of an answer with the columns they stand in
TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "act4_contributions": (
        "ceiling_from_date",
        {"act4_employer": "employer_cat1", "act4_employee": "employee_cat1"},
    ),
    "act800_contributions": (
        "ceiling_from_date",
        {"act800_employer": "employer", "act800_employee": "employee"},
    ),
    "skbbk_phase1_contributions": ("from_date", {"skbbk_employee": "skbbk_employee"}),
}
SHARES = {"employer": ("act4_employer", "act800_employer"), "employee": ("act4_employee", "act800_employee")}


def amounts(month: str, wages: Decimal, age: int = 30) -> dict[str, Decimal]:
    """Every amount of the answer for a citizen who takes part in the 24-hour scheme."""
    facts = {"month": month, "worker": "citizen", "role": "ordinary", "age": age, "wages": str(wages)}
    facts["lindung24"] = "takes_part"
    findings = ask(json.dumps({"notice": "contributions", "lang": "en", "facts": facts}))["findings"]
    figures = {id: figure["value"] for finding in findings for id, figure in finding["figures"].items()}
    return {
        id: Decimal(value)
        for id, value in figures.items()
        if id.endswith(("employer", "employee", "together", "total"))
    }


def rows(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of a table with the month in which it began to hold."""
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row[TABLES[table][0]][: len("2024-10")], row


def ends(row: Mapping[str, str]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest wages of a row: it exceeds one edge and does not exceed the other."""
    return Decimal(row["wage_over"]) + SEN, Decimal(row["wage_up_to"] or FAR_ABOVE)


@pytest.mark.parametrize("table", TABLES)
def test_an_answer_has_the_amounts_of_its_row(table: str) -> None:
    """At the first and the last sen of every row of every table, the answer says what is printed there."""
    for month, row in rows(table):
        expected = {figure: Decimal(row[column]) for figure, column in TABLES[table][1].items()}
        for wages in ends(row):
            found = amounts(month, wages)
            assert expected == {figure: found[figure] for figure in expected}, (month, wages)


def test_the_second_category_has_its_own_column() -> None:
    """From 60 on the employer pays what is printed for the second category, and the worker nothing."""
    for month, row in rows("act4_contributions"):
        for wages in ends(row):
            found = amounts(month, wages, age=60)
            assert Decimal(row["employer_cat2"]) == found["act4_employer"] == found["employer_total"]
            assert found["act4_employee"] == NOTHING


def test_totals_are_the_sums_of_the_rows() -> None:
    """Employer and worker each pay the sum of their shares, to the sen."""
    for month in ("2022-09", "2024-10", "2026-07"):
        for _, row in rows("act4_contributions"):
            found = amounts(month, ends(row)[0])
            worker = sum((found[share] for share in SHARES["employee"]), NOTHING)
            assert found["employer_total"] == sum(found[share] for share in SHARES["employer"])
            assert found["employee_total"] == worker + found.get("skbbk_employee", NOTHING)
            assert ("skbbk_employee" in found) == (month == "2026-07")
            for row_of in ("act4", "act800", "skbbk") if month == "2026-07" else ("act4", "act800"):
                shares = found[f"{row_of}_employer"], found[f"{row_of}_employee"]
                assert found[f"{row_of}_together"] == sum(shares)
            assert found["together_total"] == found["employer_total"] + found["employee_total"]
