"""The page's own small calculations: days, months, and which figure held when."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT

SOURCE = ROOT / "overrides"
DAY = "assets/javascripts/page/day.js"
OTHER_DAY = "calculator/other-day/other-day.js"


@pytest.fixture
def module(page: Page, site: str) -> Any:  # noqa: ANN401 - what a script returns
    """Calls a function of one of our modules, as it stands before it is bundled, in the browser."""
    source = f"{site}source/"
    page.route(
        f"{source}**", lambda route: route.fulfill(path=SOURCE / route.request.url.removeprefix(source))
    )
    page.goto(site)

    def call(name: str, function: str, *arguments: object) -> object:
        return page.evaluate(
            "async ([url, name, given]) => (await import(url))[name](...given)",
            [f"{source}{name}", function, list(arguments)],
        )

    return call


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2026-07", "2026-07"),
        (" 2026/7 ", "2026-07"),
        ("7/2026", "2026-07"),
        ("07-2026", "2026-07"),
        ("2026年7月", "2026-07"),
        ("\uff12\uff10\uff12\uff16-\uff10\uff17", "2026-07"),
        ("July", "July"),
        ("", ""),
    ],
)
def test_month_is_read_as_people_write_it(typed: str, month: str, module: Any) -> None:  # noqa: ANN401
    assert module(DAY, "asMonth", typed) == month


@pytest.mark.parametrize(
    ("iso", "lang", "words"),
    [
        ("2023-06-30", "en", "30 June 2023"),
        ("2023-06-30", "zh", "2023年6月30日"),
        ("2026-07", "en", "July 2026"),
        ("2026-07", "zh", "2026年7月"),
        ("1969-04-01", "en", "1 April 1969"),
    ],
)
def test_days_in_words(iso: str, lang: str, words: str, module: Any) -> None:  # noqa: ANN401
    assert module(DAY, "inWords", iso, lang) == words


@pytest.mark.parametrize(
    ("day", "held"),
    [("2016-05-31", None), ("2016-06-01", "4000"), ("2022-08-31", "4000"), ("2022-09-01", "5000")],
)
def test_figure_that_held_on_a_day(day: str, held: str | None, module: Any) -> None:  # noqa: ANN401
    history = [["2016-06-01", "4000", "RM4,000"], ["2022-09-01", "5000", "RM5,000"]]
    entry = module(OTHER_DAY, "heldOn", history, day)
    assert (entry[1] if entry else None) == held
