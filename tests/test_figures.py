"""Figures as people read them, in English and Chinese, and as machines do."""

from datetime import date
from decimal import Decimal

import pytest

from calculator.engine import figures
from calculator.engine.calendar import Amount
from calculator.engine.decision import Figure
from calculator.engine.month import Month
from calculator.law.perkeso import PERKESO


@pytest.mark.parametrize(
    ("amount", "unit", "english", "chinese"),
    [
        (Decimal(10000), "ringgit", "RM10,000", "10,000令吉"),
        (Decimal("77.05"), "ringgit", "RM77.05", "77.05令吉"),
        (Decimal("0.00"), "ringgit", "RM0.00", "0.00令吉"),
        (Decimal("3950.5"), "ringgit", "RM3,950.50", "3,950.50令吉"),
        (Decimal("1234567.50"), "ringgit", "RM1,234,567.50", "1,234,567.50令吉"),
        (Decimal("1.00"), "percent", "1%", "1%"),
        (Decimal("0.75"), "percent", "0.75%", "0.75%"),
        (Decimal(50), "percent", "50%", "50%"),
        (Decimal(6), "percent_per_year", "6% a year", "每年6%"),
        (30, "days", "30 days", "30天"),
        (1, "days", "1 day", "1天"),
        (1394, "days", "1,394 days", "1,394天"),
        (6, "months", "6 months", "6个月"),
        (1, "months", "1 month", "1个月"),
        (2, "years", "2 years", "2年"),
        (1, "years", "1 year", "1年"),
        (48, "hours", "48 hours", "48小时"),
        (1, "hours", "1 hour", "1小时"),
        (60, "age", "60", "60岁"),
        (1, "people", "1", "1"),
        (1, "day_of_month", "1st", "1日"),
        (2, "day_of_month", "2nd", "2日"),
        (3, "day_of_month", "3rd", "3日"),
        (11, "day_of_month", "11th", "11日"),
        (12, "day_of_month", "12th", "12日"),
        (13, "day_of_month", "13th", "13日"),
        (15, "day_of_month", "15th", "15日"),
        (21, "day_of_month", "21st", "21日"),
        (22, "day_of_month", "22nd", "22日"),
        (23, "day_of_month", "23rd", "23日"),
        (31, "day_of_month", "31st", "31日"),
        (date(2023, 6, 30), "date", "30 June 2023", "2023年6月30日"),
        (date(2026, 1, 5), "date", "5 January 2026", "2026年1月5日"),
        (Month(2026, 7), "month", "July 2026", "2026年7月"),
        (Month(2026, 12), "month", "December 2026", "2026年12月"),
        ("1-300-22-8000", "phone", "1-300-22-8000", "1-300-22-8000"),
        ("as it stands", "text", "as it stands", "as it stands"),
        ("unknown", "not_known", "not known", "不详"),
    ],
)
def test_a_figure_is_written_in_both_languages(amount: Amount, unit: str, english: str, chinese: str) -> None:
    """Each unit has its own way of being written in each language."""
    figure = Figure(amount, unit)
    assert (english, chinese) == (figures.text(figure, "en"), figures.text(figure, "zh"))


def test_a_pattern_is_filled_with_a_plain_number() -> None:
    """Units are made of patterns: one for every number, or one for a single thing and one for several."""
    counted, unit = figures._counted("day", "days"), figures._unit("每年{}%")
    assert (counted(1), counted(Decimal("0.50")), counted(30)) == ("1 day", "0.5 days", "30 days")
    assert unit(Decimal("6.00")) == "每年6%"


def test_every_unit_is_shown_above() -> None:
    """A new unit comes with its texts: the table above has one row at least for each."""
    marks = test_a_figure_is_written_in_both_languages.pytestmark  # type: ignore[attr-defined]
    assert {row[1] for row in marks[0].args[1]} == figures.UNITS.keys() | {"not_known"}


def test_a_body_of_law_may_have_units_of_its_own() -> None:
    """The offices of PERKESO are counted like people, instalments pass; a name means one unit everywhere."""
    offices = Figure(54, "offices")
    assert (figures.text(offices, "en"), figures.text(offices, "zh")) == ("54", "54")
    instalments = Figure(6, "instalments", "max")
    shown = (figures.text(instalments, "en"), figures.text(instalments, "zh"))
    assert shown == ("up to 6 instalments", "不超过6期")
    figures.register(PERKESO.units)
    with pytest.raises(ValueError, match='"offices" is a unit already; give the new one another name'):
        figures.register({"offices": figures.UNITS["people"]})
    with pytest.raises(ValueError, match='"people" is a unit already; give the new one another name'):
        figures.register({"people": PERKESO.units["offices"]})


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_has_a_name(number: int) -> None:
    """English months are written out, in the order of the calendar."""
    english = figures.text(Figure(date(2026, number, 9), "date"), "en")
    assert date(2026, number, 9).strftime("9 %B %Y") == english


@pytest.mark.parametrize(
    ("amount", "unit", "bound", "english", "chinese"),
    [
        (Decimal(5000), "ringgit", "max", "up to RM5,000", "最高5,000令吉"),
        (Decimal(50), "percent", "max", "up to 50%", "最高50%"),
        (2, "years", "max", "up to 2 years", "不超过2年"),
        (6, "months", "max", "up to 6 months", "不超过6个月"),
        (14, "days", "max", "up to 14 days", "不超过14天"),
        (48, "hours", "max", "up to 48 hours", "不超过48小时"),
        (Decimal(500), "ringgit", "min", "at least RM500", "至少500令吉"),
        (2, "years", "min", "at least 2 years", "至少2年"),
    ],
)
def test_a_bound_is_never_lost(amount: Amount, unit: str, bound: str, english: str, chinese: str) -> None:
    """A maximum reads as one in both languages: the defect of the notice this began with."""
    figure = Figure(amount, unit, bound)
    assert (english, chinese) == (figures.text(figure, "en"), figures.text(figure, "zh"))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Decimal("77.05"), "77.05"),
        (Decimal("1E+4"), "10000"),
        (Decimal("0.00"), "0.00"),
        (30, "30"),
        (date(2023, 6, 30), "2023-06-30"),
        (Month(2026, 7), "2026-07"),
        ("1-300-22-8000", "1-300-22-8000"),
    ],
)
def test_a_figure_is_written_for_machines(amount: Amount, expected: str) -> None:
    """Plain decimals, ISO days and months."""
    assert expected == figures.value(amount)


def test_there_is_no_third_language() -> None:
    """Another language is an error, not English."""
    with pytest.raises(KeyError, match="ms"):
        figures.text(Figure(30, "days"), "ms")
