"""Periods and the reader's days on a line of time."""

from datetime import date, timedelta
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from calculator.engine.decision import Figure
from calculator.engine.figures import LANGUAGES, text
from overrides.hooks.read.rules import programmes
from overrides.hooks.render.pictures.macro import data
from tests.drawn import Reader, drawn, html, percents, place, reader, with_class, words

DAY = timedelta(days=1)
# Half of the last digit that a place is written with
EXACT = 0.006
LATE = {
    "as_at": "2026-11-25",
    "employs": "employees",
    "first_employed_on": "2023-01-02",
    "registration": "registered",
    "registered_on": "2023-05-10",
}
NOT_YET = {
    "as_at": "2026-11-25",
    "employs": "employees",
    "first_employed_on": "2026-11-24",
    "registration": "not_registered",
}
# The day of the answer far ahead, hired long before every programme, days side by side, all on one day
CASES = {
    "late": LATE,
    "old": {**LATE, "first_employed_on": "1990-01-02", "earned_within_limit": "yes"},
    "today": {
        **LATE,
        "first_employed_on": "2015-01-02",
        "earned_within_limit": "yes",
        "registered_on": "2026-11-25",
    },
    "side by side": {**LATE, "registered_on": "2023-02-15", "as_at": "2023-02-16"},
    "one day": {**LATE, "first_employed_on": "2026-11-25", "registered_on": "2026-11-25"},
    "far ahead": {**LATE, "as_at": "2099-12-31"},
    "not yet": NOT_YET,
}
each_case = pytest.mark.parametrize("case", CASES)


@cache
def sample() -> Any:  # noqa: ANN401 - what the module is given
    return data(place("amnesty", "en"), "programmes")


@cache
def readers() -> dict[str, Reader]:
    return {name: reader("amnesty", facts, "as_at") for name, facts in CASES.items()}


@cache
def pictures() -> dict[str, ET.Element]:
    return dict(zip(CASES, drawn(*((sample(), each) for each in readers().values())), strict=True))


def years(of: Reader | None) -> tuple[date, date]:
    """The first and the last day of the axis: whole years, one more at most for days of the reader's."""
    bars = programmes(place("amnesty", "en").law)
    first, last = min(each.first_day for each in bars).year, place("amnesty", "en").law.as_at.year
    days = [int(mark[0][:4]) for mark in marks(of)] if of else []
    lowest, highest = min([first, *days]), max([last, *days])
    return date(max(first - 1, lowest), 1, 1), date(min(last + 1, highest) + 1, 1, 1)


def marks(of: Reader) -> list[tuple[str, str]]:
    """The reader's days with their ids, those that are shown twice but once."""
    decided = {id: each for found in reversed(of["findings"]) for id, each in found["figures"].items()}
    found = dict[str, str]()
    for id in sample()["days"]:
        day = {**of["facts"], **decided}.get(id, {}).get("value")
        if day and (id in of["facts"] or day not in found.values()):
            found[id] = day
    return sorted(((day, id) for id, day in found.items()), key=lambda each: each[0])


def at(day: date, axis: tuple[date, date]) -> float:
    share = (day - axis[0]) / (axis[1] - axis[0])
    return 100 * min(1, max(0, share))


def bars(part: ET.Element) -> list[ET.Element]:
    """The bars in the rows of a picture, or in one row."""
    return [each for row in part.iter("li") for each in row.iter("rect")]


def place_of(bar: ET.Element) -> tuple[float, float]:
    x, width = (float(bar.get(name, "").removesuffix("%")) for name in ("x", "width"))
    return x, x + width


@each_case
def test_every_bar_lies_between_its_days(case: str) -> None:
    axis, found = years(readers()[case]), programmes(place("amnesty", "en").law)
    for bar, programme in zip(bars(pictures()[case]), found, strict=True):
        days = at(programme.first_day, axis), at(programme.last_day + DAY, axis)
        assert place_of(bar) == pytest.approx(days, abs=2 * EXACT)


@each_case
def test_the_line_of_everything_shows_what_the_rows_show(case: str) -> None:
    """The same bars and the same days at the same places, in the same order of the law and of time."""
    (strip,) = with_class(pictures()[case], "nc-strip")
    assert [place_of(each) for each in strip.iter("rect")] == [
        place_of(each) for each in bars(pictures()[case])
    ]
    (own,) = with_class(strip, "nc-own")
    rows = [each for each in with_class(pictures()[case], "nc-own") if each.tag == "li"]
    shown = sorted(each.get("cx") or "" for each in own.iter("circle"))
    assert shown == sorted(each.get("cx") or "" for row in rows for each in row.iter("circle"))
    assert len(list(own.iter("path"))) == sum(len(list(row.iter("path"))) for row in rows)


@each_case
def test_every_day_of_the_reader_has_its_row_and_place(case: str) -> None:
    axis = years(readers()[case])
    own = [each for each in with_class(pictures()[case], "nc-own") if each.tag == "li"]
    expected = marks(readers()[case])
    for row, (day, id) in zip(own, expected, strict=True):
        shape = next(each for each in row.iter() if each.tag in ("circle", "path"))
        svg = (
            next(each for each in row.iter() if each.tag == "svg" and each.get("x"))
            if shape.tag == "path"
            else shape
        )
        here = float((svg.get("cx") or svg.get("x") or "").removesuffix("%"))
        assert here == pytest.approx(at(date.fromisoformat(day), axis), abs=EXACT), id
        assert (shape.tag == "path") == (not axis[0] <= date.fromisoformat(day) < axis[1])
        assert readers()[case]["facts"].get(id, {}).get("text", "") in words(row)


@each_case
def test_rows_stand_in_the_order_of_time(case: str) -> None:
    """The days since the last programme come after it, the reader's day before a period that begins on it."""
    rows = [each for each in pictures()[case].iter() if each.tag == "li"]
    found = programmes(place("amnesty", "en").law)
    expected = [(day, 0) for day, _ in marks(readers()[case])]
    expected += [(each.first_day.isoformat(), 1) for each in found]
    expected += [(max(each.last_day for each in found).isoformat() + "~", 2)]
    kinds = [kind for _, kind in sorted(expected, key=lambda each: each[0])]
    shown = [0 if row.get("class") else 1 if bars(row) else 2 for row in rows]
    assert shown == kinds


@each_case
def test_nothing_lies_outside(case: str) -> None:
    picture = pictures()[case]
    assert all(
        0 <= each <= 100 for each in percents(picture, "x", "x1", "x2", "cx", "width", "y", "y1", "y2", "cy")
    )
    assert all(place_of(bar)[1] <= 100 + EXACT for bar in bars(picture))


@each_case
def test_the_axis_names_a_few_years_in_order(case: str) -> None:
    axis = with_class(pictures()[case], "nc-axis")[0]
    names = [int(each.text or "") for each in axis]
    assert names == sorted(set(names))
    assert 2 <= len(names) <= 7


def test_hidden_are_the_shapes_alone() -> None:
    """All that a shape says stands beside it in words."""
    for shape in pictures()["late"].iter("svg"):
        assert shape.get("aria-hidden") == "true" or shape.get("x") or shape.get("height")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_of_the_notice_says_all_that_the_law_has(lang: str) -> None:
    where = place("amnesty", lang)
    names, labels = where.words("programmes"), where.words("labels")["programmes"]
    (picture,) = drawn((data(where, "programmes"), None))
    rows = [words(each) for each in picture.iter() if each.tag == "li"]
    found = programmes(where.law)
    assert len(rows) == len(found) + 1
    for row, programme in zip(rows, found, strict=False):
        days = [text(Figure(day, "date"), lang) for day in (programme.first_day, programme.last_day)]
        assert row.startswith(
            f"{names[programme.id]} {labels['period_text'].format(first=days[0], last=days[1])}"
        )
        for day in programme.disputed_days:
            assert text(Figure(day, "date"), lang) in row
        others = programme.audiences != ("unregistered",)
        assert all((labels["audiences"][each] in row) == others for each in programme.audiences)
    assert text(Figure(where.law.as_at, "date"), lang) in rows[-1]
    assert with_class(picture, "nc-own") == []
    outlined = [programme.id for programme in found if "unregistered" not in programme.audiences]
    assert len(with_class(picture, "nc-other")) == len(outlined)


NOBODY = {"as_at": "2026-11-25", "employs": "nobody", "employed_before": "no"}
HIRED_UNKNOWN = {**NOT_YET, "first_employed_on": "unknown", "earned_within_limit": "yes"}


@pytest.mark.parametrize("facts", [NOBODY, HIRED_UNKNOWN])
def test_where_the_rules_work_out_no_day_there_is_no_picture(facts: dict[str, str]) -> None:
    assert html((sample(), reader("amnesty", facts, "as_at"))) == [""]


def test_while_a_programme_runs_nothing_is_said_of_the_days_after_it() -> None:
    (picture,) = drawn(({**sample(), "open": ""}, None))
    assert with_class(picture, "nc-open") == []


def test_words_are_no_marks() -> None:
    odd = {**sample(), "title": '<b>"&', "bars": [{**sample()["bars"][0], "name": "<i>A & B"}]}
    (picture,) = drawn((odd, None))
    assert words(picture).startswith('<b>"& ')
    assert "<i>A & B" in words(picture)
