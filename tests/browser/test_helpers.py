"""The page's own small calculations: the reader's day, and which figure held when."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

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


def test_the_readers_day_is_not_that_of_greenwich(module: Any) -> None:  # noqa: ANN401
    """Early in the morning in Malaysia, where this browser is, it is still yesterday there."""
    assert module(DAY, "today") == datetime.datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date().isoformat()


@pytest.mark.parametrize(
    ("day", "held"),
    [("2016-05-31", None), ("2016-06-01", "4000"), ("2022-08-31", "4000"), ("2022-09-01", "5000")],
)
def test_figure_that_held_on_a_day(day: str, held: str | None, module: Any) -> None:  # noqa: ANN401
    history = [["2016-06-01", "4000", "RM4,000"], ["2022-09-01", "5000", "RM5,000"]]
    entry = module(OTHER_DAY, "heldOn", history, day)
    assert (entry[1] if entry else None) == held
