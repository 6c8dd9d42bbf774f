"""Every row of the contribution tables against the copies it was taken from, value by value."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from calculator.engine.dated import NotInForceError, NotKnownError
from calculator.engine.law import Band, load_law
from calculator.law import PERKESO

REFERENCE = Path(__file__).parent / "law" / "reference"
LAW = load_law([PERKESO])
DAY, SEN = timedelta(days=1), Decimal("0.01")

ACT4, ACT800, SKBBK = "act4_contributions", "act800_contributions", "skbbk_contributions"
COPIES = {
    ACT4: ("act4_contributions.csv", "ceiling_from_date"),
    ACT800: ("act800_contributions.csv", "ceiling_from_date"),
    SKBBK: ("skbbk_phase1_contributions.csv", "from_date"),
}
MARKS = {"primary": ("P", False), "primary-carried": ("P", True), "secondary": ("S", False)}


def printed(table: str) -> list[dict[str, str]]:
    name, _ = COPIES[table]
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(table: str) -> list[Band]:
    return [band for edition in LAW.table(table).in_force() for band in edition.bands]


ALL = [(table, *pair) for table in COPIES for pair in zip(printed(table), rows(table), strict=True)]


def test_all_352_rows_are_there() -> None:
    assert {table: len(rows(table)) for table in COPIES} == {ACT4: 122, ACT800: 165, SKBBK: 65}


@pytest.mark.parametrize(("table", "copy", "band"), ALL)
def test_a_row_says_what_its_copy_says(table: str, copy: dict[str, str], band: Band) -> None:
    assert band.table == table
    assert band.since.isoformat() == copy[COPIES[table][1]]
    assert (str(band.wage_over), str(band.wage_up_to or "")) == (copy["wage_over"], copy["wage_up_to"])
    assert {name: f"{amount:f}" for name, amount in band.amounts.items()} == {
        name: copy[name] for name in band.amounts
    }
    assert (band.confidence, band.carried) == MARKS[copy["confidence"]]


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
    for edition in LAW.table(table).in_force():
        for name in edition.bands[0].amounts:
            amounts = [band.amounts[name] for band in edition.bands]
            assert amounts == sorted(amounts)


@pytest.mark.parametrize("table", COPIES)
def test_every_table_has_one_answer_on_every_day(table: str) -> None:
    """Each from-date, the day before and the day after, for wages above every ceiling."""
    editions = LAW.table(table).in_force()
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


@pytest.mark.parametrize("wages", ["0.01", "1000.00", "3900.00"])
def test_a_row_of_2016_that_was_not_seen_is_not_known(wages: str) -> None:
    assert LAW.table(ACT4).on(date(2016, 6, 1)).complete is False
    with pytest.raises(NotKnownError) as error:
        LAW.band(ACT4, date(2016, 6, 2), Decimal(wages))
    assert str(error.value) == f"{ACT4} on 2016-06-01: the row for wages of {wages} is not known"


def test_a_row_of_2016_that_was_seen_is_known() -> None:
    assert LAW.band(ACT4, date(2016, 6, 1), Decimal("3900.01")).amounts["employee_cat1"] == Decimal("19.75")


@pytest.mark.parametrize("wages", ["0", "-1"])
def test_there_is_no_row_for_no_wages(wages: str) -> None:
    with pytest.raises(NotInForceError) as error:
        LAW.band(ACT4, date(2024, 10, 2), Decimal(wages))
    assert str(error.value) == f"{ACT4} on 2024-10-01: no row for wages of {wages}"
