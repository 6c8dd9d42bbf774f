"""Days for calendars, as a reader gets them: the file of the notice, and the day of an answer."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculator.engine.figures import LANGUAGES
from tests.accessible.checks import barriers
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import Watch
from tests.calendars.readers import by_ical_js, by_icalendar, parsed
from tests.given import MONTH

pytestmark = pytest.mark.usefixtures("quick_rules")
TODAY = "2026-11-26T09:00:00+08:00"
OPEN = {"employs": "employees", "first_employed_on": "2026-11-20", "registration": "not_registered"}
# What is replied, and the day that can be taken along
CASES: dict[str, tuple[str, dict[str, str], str]] = {
    "pay": ("contributions", MONTH, "2026-12-15"),
    "register": ("amnesty", {"as_at": "2026-11-26", **OPEN}, "2026-12-19"),
}
PAST = {**MONTH, "month": "2026-09"}


def opened(page: Page, site: str, notice: str, lang: str, facts: dict[str, Any]) -> Calculator:
    """The answer with what it can be taken along as."""
    page.clock.set_fixed_time(TODAY)
    calculator = Calculator(page, site, notice, lang)
    calculator.answer(facts)
    expect(calculator.result).to_be_visible()
    calculator.along.locator("summary").first.click()
    expect(calculator.along).to_have_attribute("data-state", "ready")
    return calculator


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_the_readers_own_day_is_a_file_made_in_the_page(
    case: str, lang: str, page: Page, site: str, watch: Watch, tmp_path: Path
) -> None:
    notice, facts, day = CASES[case]
    calculator = opened(page, site, notice, lang, facts)
    button = calculator.along.locator('[data-along="calendar"]').get_by_role("button")
    asked = len(watch.requests)
    with page.expect_download() as download:
        button.click()
    assert [url for url in watch.requests[asked:] if not url.startswith("blob:")] == []
    assert download.value.suggested_filename == f"{notice}-{day}.ics"
    download.value.save_as(tmp_path / "own.ics")
    content = (tmp_path / "own.ics").read_bytes()
    [event] = by_icalendar(content)
    assert by_ical_js([content]) == [[event]]
    assert event.day.isoformat() == day
    assert event.uid.startswith(f"{notice}.")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert len(parsed(content).walk("VALARM")) == 1
    assert barriers(page) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_that_has_passed_is_not_offered(lang: str, page: Page, site: str) -> None:
    calculator = opened(page, site, "contributions", lang, PAST)
    expect(calculator.along.locator('[data-along="calendar"]')).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", ["", "amnesty/", "contributions/"])
def test_a_page_leads_to_the_file_of_its_days(folder: str, lang: str, page: Page, site: str) -> None:
    page.goto(f"{site}{PATHS[lang]}{folder}")
    link = page.locator('article a[href$="deadlines.ics"]')
    address = f"{site}{PATHS[lang]}{folder}deadlines.ics"
    assert link.evaluate_all("links => links.map(({ href }) => href)") == [address]
    response = page.request.get(address)
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert by_icalendar(response.body())
