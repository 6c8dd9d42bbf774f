"""Amounts by wages with the reader's row, and a figure through the years."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from calculator.engine.asking.found import law_of
from calculator.engine.decision import Figure
from calculator.engine.figures import LANGUAGES, text
from calculator.engine.law import Edition
from calculator.law.perkeso import PERKESO
from overrides.hooks.render.context import MacroError
from overrides.hooks.render.pictures.macro import data
from tests.drawn import Reader, drawn, html, percents, place, reader, with_class, words

ACT4 = "act4_contributions"
CATEGORIES = {"first": ("35", ("employer_cat1", "employee_cat1")), "second": ("62", ("employer_cat2",))}
WORKER = {"role": "ordinary", "worker": "citizen", "lindung24": "takes_part", "eis_payable_before_57": "yes"}
EDITIONS = law_of(PERKESO).tables[ACT4].in_force()


@cache
def sample(of: str = ACT4) -> Any:  # noqa: ANN401 - what the module is given
    return data(place("contributions", "en"), of)


def asks(month: str, wages: Decimal | str, age: str) -> Reader:
    facts = {**WORKER, "month": month, "wages": str(wages), "age": age}
    return reader("contributions", facts, "month")


def month_of(edition: Edition) -> str:
    return edition.since.isoformat()[:7]


# The first, a middle and the last row of each edition, in either category
ROWS = [
    (edition, position, category)
    for edition in EDITIONS
    for position in (0, len(edition.bands) // 2, -1)
    for category in CATEGORIES
]
each_row = pytest.mark.parametrize("row", range(len(ROWS)))


@cache
def pictures() -> list[ET.Element]:
    asked = (
        asks(month_of(edition), edition.bands[at].wage_over + 1, CATEGORIES[category][0])
        for edition, at, category in ROWS
    )
    return drawn(*((sample(), each) for each in asked))


def lines(picture: ET.Element) -> list[list[tuple[int, int]]]:
    """The corners of every line, in the units of its grid."""
    paths = [each.get("d", "") for each in picture.iter() if each.tag == "path"]
    return [_corners(path) for path in paths]


def _corners(path: str) -> list[tuple[int, int]]:
    x, y, found = 0, 0, list[tuple[int, int]]()
    for kind, first, second in re.findall(r"([MHV])(\d+)(?: (\d+))?", path):
        x = int(first) if kind in "MH" else x
        y = int(first) if kind == "V" else int(second or y)
        found.append((x, y))
    return found


@each_row
def test_the_reader_stands_on_the_row_of_the_wages(row: int) -> None:
    """On every line of the category, between the wages of the row, at its amount."""
    (edition, position, category), picture = ROWS[row], pictures()[row]
    band, columns = edition.bands[position], CATEGORIES[category][1]
    own = next(each for each in with_class(picture, "nc-own") if each.tag == "g")
    corners = lines(picture)
    assert len(corners) == len(columns)
    for circle, line, column in zip(own.iter("circle"), corners, columns, strict=True):
        x, y = (float(circle.get(name, "").removesuffix("%")) for name in ("cx", "cy"))
        ceiling = next(each for each in with_class(picture, "nc-guide"))
        per_ringgit = float(ceiling.get("x1", "").removesuffix("%")) / float(edition.ceiling)
        top = float(band.wage_up_to or edition.ceiling * 2)
        assert float(band.wage_over) * per_ringgit <= x <= min(100, top * per_ringgit)
        heights = [height for from_, height in line if from_ <= 10 * x]
        assert y == pytest.approx(heights[-1] / 10, abs=0.06)
        assert (100 - y) == pytest.approx(
            (100 - line[-1][1] / 10) * float(band.amounts[column] / edition.bands[-1].amounts[column]),
            abs=0.1,
        )
        assert text(Figure(band.amounts[column], "ringgit"), "en") in words(picture)
    assert text(Figure(band.wage_over, "ringgit"), "en") in words(picture)
    assert text(Figure(edition.since, "date"), "en") in words(next(picture.iter("summary")))


@each_row
def test_lines_rise_with_the_wages_and_stay_inside(row: int) -> None:
    picture = pictures()[row]
    for line in lines(picture):
        assert [x for x, _ in line] == sorted(x for x, _ in line)
        assert [y for _, y in line] == sorted((y for _, y in line), reverse=True)
        assert all(0 <= each <= 1000 for corner in line for each in corner)
    assert all(0 <= each <= 100 for each in percents(picture, "x", "x1", "x2", "cx", "y", "y1", "y2", "cy"))


@pytest.mark.parametrize(
    ("month", "since"),
    [
        ("2016-06", "2016-06-01"),
        ("2022-08", "2016-06-01"),
        ("2022-09", "2022-09-01"),
        ("2024-09", "2022-09-01"),
        ("2024-10", "2024-10-01"),
        ("2026-11", "2024-10-01"),
    ],
)
def test_an_answer_has_the_edition_of_its_month(month: str, since: str) -> None:
    (picture,) = drawn((sample(), asks(month, "2450", "35")))
    edition = next(each for each in EDITIONS if each.since.isoformat() == since)
    assert text(Figure(edition.ceiling, "ringgit"), "en") in words(picture)
    assert text(Figure(edition.since, "date"), "en") in words(picture)


@pytest.mark.parametrize(
    ("month", "wages", "more"),
    [("2026-11", "0", {}), ("2026-11", "2450", {"role": "public_service"}), ("2016-05", "2450", {})],
)
def test_without_a_row_there_is_no_picture(month: str, wages: str, more: dict[str, str]) -> None:
    facts = {**WORKER, "month": month, "wages": wages, "age": "35", **more}
    assert html((sample(), reader("contributions", facts, "month"))) == [""]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_notice_has_the_table_in_force_and_every_row_of_all(lang: str) -> None:
    where = place("contributions", lang)
    made: Any = data(where, ACT4)
    (picture,) = drawn((made, None))
    last = EDITIONS[-1]
    for column in CATEGORIES["first"][1]:
        assert text(Figure(last.bands[-1].amounts[column], "ringgit"), lang) in words(picture)
    assert text(Figure(last.ceiling, "ringgit"), lang) in words(picture)
    (plot,) = with_class(picture, "nc-plot")
    assert text(Figure(last.ceiling, "ringgit"), lang) in plot.get("aria-label", "")
    for edition, drawn_edition in zip(EDITIONS, made["editions"], strict=True):
        rows = [
            [float(band.wage_over), *(float(band.amounts[column]) for column in made["columns"])]
            for band in edition.bands
        ]
        assert drawn_edition["rows"] == rows
    assert with_class(picture, "nc-own") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_through_the_years_is_named_with_its_day(lang: str) -> None:
    where = place("contributions", lang)
    (picture,) = drawn((data(where, "wage_ceiling"), None))
    items = [words(each) for each in picture.iter("li")]
    for item, value in zip(items, where.law.history("wage_ceiling"), strict=True):
        assert item.startswith(text(value, lang))
        assert text(Figure(value.since, "date"), lang) in item
        assert not value.note or where.words("labels")["notes"][value.note] in item


@pytest.mark.parametrize(("month", "marked"), [("2016-06", 0), ("2022-09", 1), ("2026-11", 2)])
def test_the_value_of_the_readers_month_is_marked(month: str, marked: int) -> None:
    (picture,) = drawn((sample("wage_ceiling"), asks(month, "2450", "35")))
    items = list(picture.iter("li"))
    assert [bool(each.get("class")) for each in items] == [at == marked for at in range(len(items))]
    (line,) = [each for each in with_class(picture, "nc-own") if each.tag == "line"]
    assert percents(line, "x1")[0] < percents(line, "x2")[0]


@pytest.mark.parametrize(("role", "wages"), [("public_service", "2450"), ("ordinary", "0")])
def test_an_answer_without_a_row_shows_no_ceiling(role: str, wages: str) -> None:
    facts = {**WORKER, "month": "2026-11", "age": "35", "role": role, "wages": wages}
    assert html((sample("wage_ceiling"), reader("contributions", facts, "month"))) == [""]


def test_where_there_was_no_value_there_is_a_gap_and_no_mark() -> None:
    gap = {"from": "2022-09-01", "value": None, "text": "not known", "since": "from 1 September 2022"}
    levels = [sample("wage_ceiling")["levels"][0], gap, sample("wage_ceiling")["levels"][2]]
    asked: list[Reader] = [
        {"findings": [{"code": "act4_band", "figures": {}}], "facts": {}, "day": day}
        for day in ("2016-05", "2023-01", "2025-01")
    ]
    before, within, after = html(*(({**sample("wage_ceiling"), "levels": levels}, each) for each in asked))
    assert (before, within) == ("", "")
    assert after.count("</li>") == len(levels)
    assert "not known" in after
    (made,) = drawn(({**sample("wage_ceiling"), "levels": levels}, asked[2]))
    (plot,) = with_class(made, "nc-plot")
    upright = [each for each in plot.iter("line") if each.get("x1") == each.get("x2")]
    assert upright == []


def test_a_value_still_to_come_is_inside() -> None:
    later = {"from": "2027-01-01", "value": 7000.0, "text": "RM7,000", "since": "from 1 January 2027"}
    picture = {
        **sample("wage_ceiling"),
        "levels": [*sample("wage_ceiling")["levels"], later],
        "to": "2028-01-01",
    }
    (made,) = drawn((picture, None))
    assert all(0 <= each <= 100 for each in percents(made, "x", "x1", "x2", "y", "y1", "y2"))


@pytest.mark.parametrize(
    ("of", "part", "wrong", "said"),
    [
        (
            ACT4,
            "lines",
            {"act4_first_due": {"employer_cat3": "Employer"}},
            'no column of act4_contributions "employer_cat3"',
        ),
        (
            ACT4,
            "lines",
            {"act4_frist_due": {"employer_cat1": "Employer"}},
            'did you mean "act4_first_due"?',
        ),
        (ACT4, "place", {"act4_bend": "Wages over {wage_over}"}, 'did you mean "act4_band"?'),
        ("wage_ceiling", "own", {"act4_bend": "The ceiling"}, 'did you mean "act4_band"?'),
    ],
)
def test_a_misspelt_id_is_named(of: str, part: str, wrong: object, said: str) -> None:
    """The words of a table are of its columns and of the notice's findings."""
    where = place("contributions", "en")
    library = where.site.library
    table = library.tables["contributions/picture"]["en"]
    amiss = replace(table, data={**table.data, of: {**table.data[of], part: wrong}})
    tables = {**library.tables, "contributions/picture": {"en": amiss}}
    other = replace(where.site, library=replace(library, tables=tables))
    with pytest.raises(MacroError, match=re.escape(said)):
        data(replace(where, site=other), of)
