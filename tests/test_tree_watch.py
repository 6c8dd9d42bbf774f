"""Watched values are what they seem, and note for which points of a fact a comparison comes out the same."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from operator import gt, le, lt
from typing import Annotated, Any

import pytest

from calculator.engine import Between, Count, Facts, Month, Percentage, Year
from calculator.engine.asking.found import load
from calculator.engine.law import Band
from overrides.hooks.read.tree.watch.law import watching
from overrides.hooks.read.tree.watch.lines import line_of
from overrides.hooks.read.tree.watch.region import Region
from overrides.hooks.read.tree.watch.trace import Trace
from overrides.hooks.read.tree.watch.values import Watched, plain, watched

DAY = date(2023, 5, 2)


class Lines(Facts):
    day: date
    other: date
    month: Month
    year: Year
    age: Annotated[int, Between(0, 120)]
    crew: Annotated[Count, Between(1, 500)]
    pay: Annotated[Decimal, Between(Decimal(0), Decimal("9999.99"))]
    share: Percentage


LINES = {question.id: line for question in Lines.questions() if (line := line_of(question))}


def posed(region: Region, fact: str, value: object) -> Any:  # noqa: ANN401 - of the fact's own type
    """A fact as the rules see it."""
    line = LINES[fact]
    place = list(LINES).index(fact)
    return watched(Trace(region, line, place, line.scale.point(value), line.scale.value, 0))


def ends(region: Region, fact: str) -> tuple[Any, Any]:
    """The least and the most value for which everything came out the same; None at the end of the line."""
    line = LINES[fact]
    found = (region.least.get(fact, line.least), region.most.get(fact, line.most))
    least, most = (
        None if at == end else line.scale.value(at)
        for at, end in zip(found, (line.least, line.most), strict=True)
    )
    return least, most


FIRST = date(2023, 5, 1)
DATES: dict[str, tuple[Callable[[Any], object], object, object, object]] = {
    "before": (lambda day: day < date(2023, 6, 1), True, None, date(2023, 5, 31)),
    "not before": (lambda day: day < FIRST, False, FIRST, None),
    "up to": (lambda day: day <= FIRST, False, DAY, None),
    "after": (lambda day: day > FIRST, True, DAY, None),
    "not after": (lambda day: day > date(2023, 6, 1), False, None, date(2023, 6, 1)),
    "from": (lambda day: day >= date(2023, 6, 1), False, None, date(2023, 5, 31)),
    "the day itself": (lambda day: day == DAY, True, DAY, DAY),
    "another day": (lambda day: day == date(2023, 6, 1), False, None, date(2023, 5, 31)),
    "no such day": (lambda day: day != FIRST, True, DAY, None),
    "constant first": (lambda day: lt(FIRST, day), True, DAY, None),
    "constant later": (lambda day: gt(date(2023, 6, 1), day), True, None, date(2023, 5, 31)),
    "moved": (lambda day: day + timedelta(days=30) < date(2023, 6, 2), True, None, date(2023, 5, 2)),
    "moved back": (lambda day: day - timedelta(days=1) < FIRST, False, DAY, None),
    "moved twice": (lambda day: timedelta(2) + day - timedelta(1) >= date(2023, 5, 3), True, DAY, None),
    "year": (lambda day: day.year == 2023, True, date(2023, 1, 1), date(2023, 12, 31)),
    "within its year": (lambda day: day.year > 2021, True, date(2022, 1, 1), None),
    "same day of the month": (lambda day: day.replace(day=15) > date(2023, 4, 20), True, FIRST, None),
    "the later": (lambda day: max(day, date(2023, 6, 1)) == date(2023, 6, 1), True, None, date(2023, 5, 31)),
    "among days": (lambda day: day in (FIRST, date(2023, 5, 3)), False, DAY, DAY),
    "searched": (lambda day: bisect_right([FIRST, date(2023, 6, 1)], day), 1, FIRST, date(2023, 5, 31)),
    "never reached": (lambda day: day > date.min, True, None, None),
    "beyond": (lambda day: day < date.max, True, None, None),
    "nothing alike": (lambda day: day == "2023-05-02", False, None, None),
    "looked up": (lambda day: day in {DAY, FIRST}, True, DAY, DAY),
    "month of the year": (lambda day: day.month, 5, DAY, DAY),
    "day of the month": (lambda day: day.day, 2, DAY, DAY),
    "days between": (lambda day: (day - FIRST).days > 0, True, DAY, None),
    "days until": (lambda day: (FIRST - day).days <= -1, True, DAY, None),
    "no day between": (lambda day: bool((day - DAY).days), False, DAY, DAY),
    "a time between": (lambda day: day - FIRST >= timedelta(1), True, DAY, None),
    "days looked up": (lambda day: {1: "one"}.get((day - FIRST).days), "one", DAY, DAY),
    "another year": (lambda day: day.replace(year=2024), date(2024, 5, 2), DAY, DAY),
    "as a number": (lambda day: day.toordinal() > FIRST.toordinal(), True, DAY, None),
}  # fmt: skip


@pytest.mark.parametrize("name", DATES)
def test_a_day_notes_what_is_done_with_it(name: str) -> None:
    work, comes, least, most = DATES[name]
    region = Region()
    result = work(posed(region, "day", DAY))
    assert ends(region, "day") == (least, most)
    assert result == comes


NUMBERS: dict[str, tuple[str, object, Callable[[Any], object], object, object, object]] = {
    "an age": ("age", 30, lambda age: age >= 18, True, 18, None),
    "an age below": ("age", 17, lambda age: age >= 18, False, None, 17),
    "a constant first": ("age", 17, lambda age: le(18, age), False, None, 17),
    "between whole numbers": ("age", 17, lambda age: age > Decimal("17.5"), False, None, 17),
    "true": ("age", 3, bool, True, 1, None),
    "false": ("age", 0, bool, False, None, 0),
    "added": ("age", 30, lambda age: age + 5 > 40, False, None, 35),
    "doubled": ("age", 30, lambda age: 2 * age > 50, True, 26, None),
    "halved": ("age", 30, lambda age: age / 2 < 16, True, 30, 30),
    "half the pay": ("pay", Decimal(30), lambda pay: pay / 2 < 16, True, None, Decimal("31.99")),
    "less": ("age", 30, lambda age: age - 5 >= 20, True, 25, None),
    "taken from": ("age", 30, lambda age: 40 - age, 10, None, None),
    "what is left": ("age", 30, lambda age: 40 - age < 15, True, 26, None),
    "nothing is left": ("age", 40, lambda age: bool(40 - age), False, 40, 40),
    "left and doubled": ("age", 30, lambda age: 2 * (40 - age) - 4 >= 16, True, None, 30),
    "left of money": ("pay", Decimal(30), lambda pay: 40 - pay + 1 > 10, True, None, Decimal("30.99")),
    "left and taken from": ("age", 30, lambda age: 50 - (40 - age), 40, 30, 30),
    "left and halved": ("age", 30, lambda age: (40 - age) // 2, 5, 30, 30),
    "left and turned": ("age", 30, lambda age: (40 - age) * -1, -10, 30, 30),
    "left and met": ("age", 30, lambda age: (40 - age) - age, -20, 30, 30),
    "left and joined": ("age", 30, lambda age: (40 - age) + age, 40, 30, 30),
    "left beside it": ("age", 30, lambda age: (40 - age) < age, True, 30, 30),
    "remainder": ("age", 30, lambda age: age % 7, 2, 30, 30),
    "people": ("crew", 7, lambda crew: crew < 5, False, 5, None),
    "a year": ("year", 2023, lambda year: year > 2022, True, 2023, None),
    "no pay": ("pay", Decimal(0), lambda pay: pay == 0, True, None, Decimal("0.00")),
    "some pay": ("pay", Decimal("0.01"), lambda pay: pay <= 0, False, Decimal("0.01"), None),
    "over": ("pay", Decimal(5001), lambda pay: pay > Decimal(5000), True, Decimal("5000.01"), None),
    "up to": ("pay", Decimal(5000), lambda pay: pay > Decimal(5000), False, None, Decimal("5000.00")),
    "less than a sen": ("pay", Decimal(5), lambda pay: pay > Decimal("4.995"), True, Decimal("5.00"), None),
    "no top": ("pay", Decimal(5), lambda pay: pay < Decimal("Infinity"), True, None, None),
    "two together": ("pay", Decimal(5), lambda pay: sum([pay, pay]) > 9, True, Decimal("4.51"), None),
    "rounded": ("pay", Decimal("5.50"), round, 6, Decimal("5.50"), Decimal("5.50")),
    "a share": ("share", Decimal(50), lambda share: share >= 51, False, None, Decimal("50.999999999")),
    "a month": ("month", Month(2026, 7), lambda month: month > Month(2026, 6), True, Month(2026, 7), None),
    "its first day": (
        "month", Month(2026, 7), lambda month: month.first_day >= date(2026, 6, 2),
        True, Month(2026, 7), None,
    ),
    "the month after": (
        "month", Month(2026, 7), lambda month: month.following.first_day < date(2026, 9, 1),
        True, None, Month(2026, 7),
    ),
    "a day of it": (
        "month", Month(2026, 7), lambda month: month.first_day.replace(day=15) + timedelta(days=1) < DAY,
        False, Month(2023, 5), None,
    ),
    "its year": ("month", Month(2026, 7), lambda month: month.year, 2026, None, None),
    "its number": ("month", Month(2026, 7), lambda month: month.number, 7, Month(2026, 7), Month(2026, 7)),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_or_month_notes_what_is_done_with_it(name: str) -> None:
    fact, value, work, comes, least, most = NUMBERS[name]
    region = Region()
    result = work(posed(region, fact, value))
    assert ends(region, fact) == (least, most)
    assert result == comes


def test_what_comes_of_it_is_watched_too() -> None:
    """A figure that the rules work out of a fact can be told from one that is the same for everyone."""
    day = posed(Region(), "day", DAY)
    assert isinstance(day + timedelta(days=30), Watched)
    assert isinstance(posed(Region(), "month", Month(2026, 7)).following.first_day.replace(day=15), Watched)
    left = 1700 - posed(Region(), "pay", Decimal(1500))
    assert (plain(left), left.facts) == (200, {"pay"})
    assert not isinstance(max(day, date(2024, 1, 1)), Watched)


BETWEEN: dict[str, tuple[Callable[[Any, Any], bool], bool, dict[tuple[str, str], int]]] = {
    "before": (lambda day, other: day < other, True, {("day", "other"): -1}),
    "not after": (lambda day, other: day > other, False, {("day", "other"): 0}),
    "up to": (lambda day, other: day <= other, True, {("day", "other"): 0}),
    "from": (lambda day, other: other >= day, True, {("day", "other"): 0}),
    "not from": (lambda day, other: day >= other, False, {("day", "other"): -1}),
    "after": (lambda day, other: other > day, True, {("day", "other"): -1}),
    "moved": (lambda day, other: day + timedelta(days=30) < other, False, {("other", "day"): 30}),
    "even": (
        lambda day, other: day + timedelta(days=10) == other,
        True, {("day", "other"): -10, ("other", "day"): 10},
    ),
    "uneven": (lambda day, other: day == other, False, {("day", "other"): -1}),
    "itself": (lambda day, _: day < day + timedelta(days=1), True, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", BETWEEN)
def test_two_days_note_how_far_they_lie_apart(name: str) -> None:
    work, comes, apart = BETWEEN[name]
    region = Region()
    assert work(posed(region, "day", DAY), posed(region, "other", DAY + timedelta(days=10))) is comes
    assert region.behind == apart
    assert not region.least
    assert not region.most


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_counted_otherwise_holds_the_earlier_still(*, turned: bool) -> None:
    """A year against the year of a day: the day keeps its year, and the year is compared with a constant."""
    region = Region()
    year, day = posed(region, "year", 2024), posed(region, "day", DAY)
    assert day.year < year if turned else year > day.year
    assert ends(region, "day") == (date(2023, 1, 1), date(2023, 12, 31))
    assert ends(region, "year") == (2024, None)
    assert not region.behind


def test_the_day_of_the_week_is_noted() -> None:
    region = Region()
    assert (posed(region, "day", DAY) + timedelta(days=3)).weekday() == 4
    assert posed(region, "day", DAY).isoweekday() == 2
    assert region.weekly == {"day"}
    assert not region.least


def test_rows_that_differ_in_their_figures_alone_count_as_one() -> None:
    """Wages in such a row say no more than that they are over the first and up to the last of them."""
    law = watching(load("contributions").law)
    edition = law.tables["act4_contributions"].on(date(2026, 7, 1))
    region = Region()
    band: Band = edition.band(posed(region, "pay", Decimal(3450)))
    assert ends(region, "pay") == (Decimal("0.01"), edition.ceiling)
    assert isinstance(band.amounts["employer_cat1"], Watched)
    assert band.amounts == edition.band(Decimal(3450)).amounts
    assert [band.wage_over, band.wage_up_to] == [3400, 3500]


def test_a_row_that_is_like_no_other_is_itself() -> None:
    """What everyone over the ceiling pays is the same figure for all of them."""
    law = watching(load("contributions").law)
    edition = law.tables["act4_contributions"].on(date(2026, 7, 1))
    region = Region()
    band = edition.band(posed(region, "pay", Decimal(7000)))
    assert band is edition.bands[-1]
    assert ends(region, "pay")[0] == edition.ceiling + Decimal("0.01")
