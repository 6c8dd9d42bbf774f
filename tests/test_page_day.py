"""The day a page speaks of, and figures that a page pins to another day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculator.engine.law import Dated, Gap
from overrides.hooks.read.files import LANGUAGES, Document
from overrides.hooks.read.text import Text
from overrides.hooks.render import inline_macros
from overrides.hooks.render.context import MacroError, Place, load_site
from overrides.hooks.render.days import days
from tests import tiny_notice

ROOT = Path(__file__).parents[1]
SITE = tiny_notice.site()


def place(page: str = "tiny/index") -> Place:
    return SITE.place(page, "en")


@pytest.mark.parametrize(("day", "expected"), [({"was": "2009-12-31"}, "5"), ({"on": "2010-01-01"}, "1")])
def test_a_figure_of_another_day(day: dict[str, str], expected: str) -> None:
    made = inline_macros.figure(place(), "threshold", **day)
    assert f">{expected}</data>" in made
    assert "data-history" not in made


def test_a_page_is_asked_about_what_came_later_by_its_own_day_alone() -> None:
    """A page that speaks of a day of its own need not know what came after it, and has no past before it."""
    before = replace(place(), as_at=date(2009, 12, 31))
    assert ">5</data>" in inline_macros.figure(before, "threshold", on="2005-01-01")
    with pytest.raises(MacroError, match=r'in force on 2009-12-31; write on="2005-01-01"'):
        inline_macros.figure(before, "threshold", was="2005-01-01")
    on_that_day = replace(place(), as_at=date(2010, 1, 1))
    with pytest.raises(MacroError, match="2005-01-01, and a later value holds from 2010-01-01"):
        inline_macros.figure(on_that_day, "threshold", on="2005-01-01")
    with pytest.raises(MacroError, match="2005-01-01, and a later value holds from 2010-01-01"):
        inline_macros.figure(place().answer(), "threshold", on="2005-01-01")


def test_a_figure_that_has_ended_can_only_be_one_of_the_past() -> None:
    law, since = SITE.laws["perkeso"], date(2020, 1, 1)
    fine = law.parameters["fine"]
    ended = Dated("fine", (*fine.days, since), (*fine.entries, Gap("repealed", since, ("act",), "P")))
    here = replace(place(), own_law=replace(law, parameters={"fine": ended}))
    with pytest.raises(MacroError, match=r'2019-01-01 and repealed since 2020-01-01; .* was="2019-01-01"'):
        inline_macros.figure(here, "fine", on="2019-01-01")
    assert "up to RM10,000" in inline_macros.figure(here, "fine", was="2019-01-01")


def test_a_number_is_no_day() -> None:
    with pytest.raises(MacroError, match='"2009" is not a day; write was='):
        place().day(2009, "was")  # type: ignore[arg-type] # what a writer may put there


def test_a_page_says_of_which_day_its_law_is_the_last_check_or_a_day_of_its_own() -> None:
    document = Document({}, Text("", "docs/x.en.md", lang="en"))
    checked = f'Law as at <time datetime="{SITE.as_at}">'
    assert checked in days(SITE.place("tiny/index", "en"), document)
    own = replace(place(), as_at=date(2020, 1, 1))
    assert 'Law as at <time datetime="2020-01-01">' in days(own, document)
    assert not days(place("index"), document)


def test_a_further_page_of_a_notice_speaks_of_the_day_of_the_notices_law() -> None:
    checked = replace(SITE.notices["tiny"].law, as_at=date(2026, 1, 1))
    notices = {"tiny": replace(SITE.notices["tiny"], law=checked)}
    further = Document({"title": "More"}, Text("", "docs/tiny/more.en.md", lang="en"))
    pages = {**SITE.library.pages, "tiny/more": {"en": further}}
    site = replace(SITE, notices=notices, library=replace(SITE.library, pages=pages))
    assert site.place("tiny/more", "en").as_at == date(2026, 1, 1)
    assert site.place("index", "en").as_at == SITE.as_at


def test_no_page_repeats_the_day_of_the_last_check() -> None:
    """It stands in the law alone: a page that repeated it would stay behind when the law is checked again."""
    site = load_site(ROOT, {})
    for twins in site.library.pages.values():
        for lang in LANGUAGES:
            assert twins[lang].day("as_at") not in {law.as_at for law in site.laws.values()}, twins[lang].path
