"""An answer to take along: fetched when the reader opens it, and tried again where that fails."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import Watch
from tests.browser.test_picture import FACTS

pytestmark = pytest.mark.usefixtures("quick_rules")
FETCHED = re.compile(r"/assets/(along|javascripts/along|stylesheets/along)")
each_answer = pytest.mark.parametrize(("notice", "lang"), [(each, lang) for each in FACTS for lang in PATHS])


def answered(page: Page, site: str, notice: str = "amnesty", lang: str = "en") -> Calculator:
    calculator = Calculator(page, site, notice, lang)
    calculator.answer(FACTS[notice])
    expect(calculator.result).to_be_visible()
    return calculator


def opened(calculator: Calculator) -> Locator:
    """What an answer can be taken along as, once it is there."""
    if calculator.along.get_attribute("open") is None:
        calculator.along.locator("summary").first.click()
    expect(calculator.along).to_have_attribute("data-state", "ready")
    return calculator.along


@each_answer
def test_nothing_of_it_is_fetched_before_it_is_opened(
    notice: str, lang: str, page: Page, site: str, watch: Watch
) -> None:
    calculator = answered(page, site, notice, lang)
    assert [url for url in watch.requests if FETCHED.search(url)] == []
    opened(calculator)
    assert len({url for url in watch.requests if FETCHED.search(url)}) == len(("words", "script", "style"))


def test_what_did_not_load_says_so_and_is_tried_again(page: Page, site: str, watch: Watch) -> None:
    watch.expects_errors = True
    calculator = answered(page, site)
    address = re.compile("/assets/along/")
    page.route(address, lambda route: route.abort())
    summary = calculator.along.locator("summary").first
    summary.click()
    expect(calculator.along.get_by_text("did not load")).to_be_visible()
    expect(calculator.along).to_have_attribute("data-state", "")
    page.unroute(address)
    summary.click()
    summary.click()
    expect(calculator.along).to_have_attribute("data-state", "ready")


def test_what_stands_still_is_said_in_time(page: Page, site: str) -> None:
    page.clock.install()
    calculator = answered(page, site)
    page.route(re.compile("/assets/along/"), lambda _route: None)
    calculator.along.locator("summary").first.click()
    expect(calculator.along).to_have_attribute("data-state", "loading")
    page.clock.run_for(5_500)
    expect(calculator.along.get_by_text("did not load")).to_be_visible()


def test_a_page_in_its_place_is_a_failure_too(page: Page, site: str, watch: Watch) -> None:
    watch.expects_errors = True
    calculator = answered(page, site)

    def missing(route: Route) -> None:
        route.fulfill(status=404, body="<p>not here</p>")

    page.route(re.compile("/assets/along/"), missing)
    calculator.along.locator("summary").first.click()
    expect(calculator.along).to_have_attribute("data-state", "")
    expect(calculator.along.get_by_text("did not load")).to_be_visible()
