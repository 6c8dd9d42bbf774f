"""Every row of the contribution tables against the copies it was taken from, value by value."""

import csv
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from calculator.engine.asking.found import law_of
from calculator.engine.law import Band, Edition, NotInForceError
from calculator.law.perkeso import PERKESO

REFERENCE = Path(__file__).parent / "law" / "reference"
LAW = law_of(PERKESO).fresh()
DAY, SEN = timedelta(days=1), Decimal("0.01")

ACT4, ACT800, SKBBK = "act4_contributions", "act800_contributions", "skbbk_contributions"
COPIES = {
    ACT4: ("act4_contributions.csv", "ceiling_from_date"),
    ACT800: ("act800_contributions.csv", "ceiling_from_date"),
    SKBBK: ("skbbk_phase1_contributions.csv", "from_date"),
}
MARKS = {
    "primary": ("P", "printed"),
    "primary-carried": ("P", "carried"),
    "secondary": ("S", "reported"),
}
TIES = {
    ACT4: (
        "wage_ceiling",
        ["first_category_employer_rate", "first_category_employee_rate", "second_category_employer_rate"],
    ),
    ACT800: ("act800_ceiling", ["act800_rate"]),
    SKBBK: ("wage_ceiling", ["skbbk_rate"]),
}


def printed(table: str) -> list[dict[str, str]]:
    name, _ = COPIES[table]
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(table: str) -> list[Band]:
    return [band for edition in LAW.tables[table].in_force() for band in edition.bands]


# Items 1 to 43 of Act 4 from 2016: in no copy, since they are those of 2022 (D.R.10/2022 left them alone)
BEFORE_2022 = LAW.tables[ACT4].on(date(2016, 6, 1)).bands[:43]
ALL = [
    (table, *pair)
    for table in COPIES
    for pair in zip(printed(table), (row for row in rows(table) if row not in BEFORE_2022), strict=True)
]


def test_all_395_rows_are_there() -> None:
    assert {table: len(rows(table)) for table in COPIES} == {ACT4: 165, ACT800: 165, SKBBK: 65}


def test_the_rows_that_the_bill_of_2022_left_alone_are_those_of_its_copy() -> None:
    """Band for band and amount for amount, up to the first item that it replaced."""
    left_alone = [copy for copy in printed(ACT4) if copy["confidence"] == "primary-carried"][:43]
    assert [copy["ceiling_from_date"] for copy in left_alone] == ["2022-09-01"] * 43
    for copy, band in zip(left_alone, BEFORE_2022, strict=True):
        assert (f"{band.wage_over}", f"{band.wage_up_to}") == (copy["wage_over"], copy["wage_up_to"])
        assert {name: f"{amount:f}" for name, amount in band.amounts.items()} == {
            name: copy[name] for name in band.amounts
        }


def test_how_each_row_of_2016_is_known() -> None:
    """Items 15 to 24 stand in a bill of 1991, 25 to 34 in one of 2004; the rest below the top is inferred."""
    edition = LAW.tables[ACT4].on(date(2016, 6, 1))
    inferred = ("bill-dr-10-2022", "perkeso-table-2025")
    ways = [
        (14, "P", "inferred", inferred),
        (10, "P", "printed", ("bill-dr-28-1991", "bill-dr-10-2022")),
        (10, "P", "printed", ("bill-dr-22-2004", "bill-dr-10-2022")),
        (9, "P", "inferred", inferred),
        (2, "S", "reported", ("act-a1508", "summaries-2016", "bill-dr-10-2022")),
    ]
    expected = [way for count, *way in ways for _ in range(count)]
    assert [[band.confidence, band.known, band.sources] for band in edition.bands] == expected
    tops = {at: edition.bands[at - 1].wage_up_to for at in (1, 14, 24, 34, 43, 44)}
    assert tops == {1: 30, 14: 1000, 24: 2000, 34: 3000, 43: 3900, 44: 4000}


@pytest.mark.parametrize("table", TIES)
def test_a_table_names_what_it_follows(table: str) -> None:
    """Without it, a new ceiling or rate would be answered from the rows before it."""
    found = tomllib.loads((PERKESO.folder / "tables.toml").read_text(encoding="utf-8"))
    assert found.keys() == TIES.keys()
    assert (found[table]["ceiling"], found[table]["changes_with"]) == TIES[table]


@pytest.mark.parametrize("table", TIES)
def test_the_last_row_is_for_wages_over_the_ceiling(table: str) -> None:
    """On every day on which one of them changes and the table has rows."""
    ceiling, dated = LAW.parameters[TIES[table][0]], LAW.tables[table]
    days = [day for day in {*ceiling.days, *dated.days} if isinstance(dated.entry(day), Edition)]
    assert days
    assert [dated.on(day).ceiling for day in days] == [ceiling.on(day).amount for day in days]


@pytest.mark.parametrize(("table", "copy", "band"), ALL)
def test_a_row_says_what_its_copy_says(table: str, copy: dict[str, str], band: Band) -> None:
    assert band.table == table
    assert band.since.isoformat() == copy[COPIES[table][1]]
    assert (str(band.wage_over), str(band.wage_up_to or "")) == (copy["wage_over"], copy["wage_up_to"])
    assert {name: f"{amount:f}" for name, amount in band.amounts.items()} == {
        name: copy[name] for name in band.amounts
    }
    assert (band.confidence, band.known) == MARKS[copy["confidence"]]


@pytest.mark.parametrize(("table", "copy", "band"), ALL)
def test_a_row_is_found_for_its_lowest_and_highest_wages(
    table: str, copy: dict[str, str], band: Band
) -> None:
    """A band exceeds one amount and does not exceed the other: the lower edge belongs to the band below."""
    highest = band.wage_up_to or Decimal("99999999.99")
    day = date.fromisoformat(copy[COPIES[table][1]])
    assert LAW.band(table, day, band.wage_over + SEN) is band
    assert LAW.band(table, day, highest) is band


@pytest.mark.parametrize("table", COPIES)
def test_no_amount_of_a_copy_is_left_out(table: str) -> None:
    known = {"wage_over", "wage_up_to", COPIES[table][1], "source", "confidence"}
    assert set(printed(table)[0]) - known == set(rows(table)[0].amounts)


@pytest.mark.parametrize(("table", "copy", "band"), [each for each in ALL if each[0] != SKBBK])
def test_the_shares_add_up_to_the_printed_total(table: str, copy: dict[str, str], band: Band) -> None:
    suffix = "_cat1" if table == ACT4 else ""
    share, total = (band.amounts[f"{who}{suffix}"] for who in ("employer", "total"))
    assert share + band.amounts[f"employee{suffix}"] == total, copy


@pytest.mark.parametrize("table", COPIES)
def test_amounts_never_fall_as_wages_rise(table: str) -> None:
    for edition in LAW.tables[table].in_force():
        for name in edition.bands[0].amounts:
            amounts = [band.amounts[name] for band in edition.bands]
            assert amounts == sorted(amounts)


@pytest.mark.parametrize("table", COPIES)
def test_every_table_has_one_answer_on_every_day(table: str) -> None:
    """Each from-date, the day before and the day after, for wages above every ceiling."""
    editions = LAW.tables[table].in_force()
    previous = None
    for edition in editions:
        top = edition.bands[-1]
        if previous:
            assert LAW.band(table, edition.since - DAY, Decimal(9999)) is previous
        else:
            with pytest.raises(NotInForceError):
                LAW.band(table, edition.since - DAY, Decimal(9999))
        assert LAW.band(table, edition.since, Decimal(9999)) is top
        assert LAW.band(table, edition.since + DAY, Decimal(9999)) is top
        previous = top


@pytest.mark.parametrize(
    ("table", "day", "wages", "column", "amount"),
    [
        (ACT4, "2024-10-01", "5000.00", "employer_cat1", "86.65"),
        (ACT4, "2024-10-01", "5000.01", "employer_cat1", "88.35"),
        (ACT4, "2024-10-01", "6000.01", "employer_cat1", "104.15"),
        (ACT4, "2016-06-01", "0.01", "employer_cat1", "0.40"),
        (ACT4, "2016-06-01", "1000.00", "employer_cat1", "16.65"),
        (ACT4, "2016-06-01", "1000.01", "employer_cat1", "18.35"),
        (ACT4, "2016-06-01", "3900.01", "employee_cat1", "19.75"),
        (ACT4, "2022-08-31", "3900.00", "employer_cat1", "67.35"),
        (ACT4, "2022-08-31", "3900.01", "employer_cat1", "69.05"),
        (ACT4, "2022-09-01", "3900.01", "employer_cat1", "69.15"),
        (ACT4, "2024-09-30", "6000.00", "employee_cat1", "24.75"),
        (ACT4, "2026-07-01", "6000.00", "employer_cat2", "74.40"),
        (ACT800, "2018-01-01", "0.01", "employer", "0.05"),
        (ACT800, "2022-08-31", "5000.00", "employee", "7.90"),
        (ACT800, "2022-09-01", "5000.00", "employee", "9.90"),
        (ACT800, "2024-10-01", "6000.00", "employee", "11.90"),
        (SKBBK, "2026-06-01", "6000.01", "skbbk_employee", "44.65"),
    ],
)
def test_amounts_at_the_edges(table: str, day: str, wages: str, column: str, amount: str) -> None:
    band = LAW.band(table, date.fromisoformat(day), Decimal(wages))
    assert band.amounts[column] == Decimal(amount)


@pytest.mark.parametrize("wages", ["0", "-1"])
def test_there_is_no_row_for_no_wages(wages: str) -> None:
    with pytest.raises(NotInForceError) as error:
        LAW.band(ACT4, date(2024, 10, 2), Decimal(wages))
    assert str(error.value) == f"{ACT4} on 2024-10-01: no row for wages of {wages}"
