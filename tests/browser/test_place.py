"""Who comes back is where they were, though answers are drawn anew and folds are sent closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.calculator import Calculator
from tests.browser.coming_back import back, reload
from tests.browser.conftest import PATIENCE_MS, chromium
from tests.browser.test_payroll import HAND, Payroll
from tests.browser.waiting import until, until_so
from tests.faults.trial import ARGUMENTS

LATE = {
    "employs": "employees",
    "first_employed_on": "2020-01-01",
    "registration": "registered",
    "registered_on": "2023-06-01",
}
both_ways = pytest.mark.parametrize("come_back", [reload, back])
TOP = "(each) => each.getBoundingClientRect().top"


def read_at(page: Page, place: Locator) -> float:
    """Scroll a place to the middle of the window; where it then stands, once nothing moves any more."""
    page.wait_for_timeout(500)
    place.evaluate("(each) => each.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.mouse.wheel(0, 0)
    return float(place.evaluate(TOP))


def expect_at(page: Page, place: Locator, before: float) -> None:
    until_so(page, lambda: abs(place.evaluate(TOP) - before) < 2, "the reader is where they were")
    # and stays there
    page.wait_for_timeout(500)
    assert abs(place.evaluate(TOP) - before) < 2


def open_folds(page: Page) -> Locator:
    return page.locator("details[open] > summary:visible")


def unfold(page: Page, *folds: str) -> None:
    for fold in folds:
        page.locator(f"{fold} > summary").first.click()


@pytest.mark.usefixtures("quick_rules")
@both_ways
def test_an_answer_stands_where_it_stood(come_back: Callable[[Page], None], page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")
    expect(calculator.result.locator("[data-part='picture'] svg").first).to_be_visible()
    before = 2500
    page.evaluate("(top) => scrollTo({ top, behavior: 'instant' })", before)
    come_back(page)
    calculator.expect_outcome("registered_in_amnesty")
    until(page, "(y) => Math.abs(scrollY - y) < 60", before)


def unfolded(page: Page, site: str, *more: str) -> Calculator:
    """An answer with folds open, and one of the notice."""
    calculator = Calculator(page, site)
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")
    unfold(page, '[data-part="why"]', *more, "details.fold")
    return calculator


@pytest.mark.usefixtures("quick_rules")
@both_ways
def test_what_was_unfolded_is_open_again(come_back: Callable[[Page], None], page: Page, site: str) -> None:
    # what is in one of them is asked for anew
    calculator = unfolded(page, site, '[data-part="explain"]')
    expect(page.locator("[data-change]").first).to_be_visible()
    opened = open_folds(page).all_inner_texts()
    below = page.locator("article h2").last
    before = read_at(page, below)
    come_back(page)
    expect(page.locator("[data-change]").first).to_be_visible()
    expect_at(page, below, before)
    assert open_folds(page).all_inner_texts() == opened
    # an answer's folds stay open from answer to answer, as if the reader had just opened them
    calculator.reply("registered_on", "2024-05-20")
    expect(calculator.result.locator('[data-part="why"]')).to_have_attribute("open", "")


@both_ways
def test_a_page_of_reading_keeps_its_folds_and_its_place(
    come_back: Callable[[Page], None], page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(f"{site}accessibility/")
    unfold(page, ".contents")
    below = page.locator("article h2").last
    before = read_at(page, below)
    come_back(page)
    expect(page.locator(".contents")).to_have_attribute("open", "")
    expect_at(page, below, before)


@pytest.mark.usefixtures("quick_rules")
@both_ways
def test_a_payroll_by_hand_stands_where_it_stood(
    come_back: Callable[[Page], None], page: Page, site: str
) -> None:
    payroll = Payroll(page, site)
    payroll.choose("way", "hand")
    payroll.fill(HAND)
    payroll.work()
    expect(payroll.result).to_be_visible()
    unfold(page, "details.fold")
    below = page.locator("article h2").last
    before = read_at(page, below)
    come_back(page)
    expect(payroll.result).to_be_visible()
    expect_at(page, below, before)


@contextmanager
def whole_browser(browser: Browser, profile: Path, *more: str) -> Iterator[list[Page]]:
    """A browser of its own that keeps its profile, and what stands in it."""
    context = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=chromium(),
        args=[*ARGUMENTS, *more],
        service_workers="block",
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context.pages
    context.close()


def restored(pages: list[Page], site: str) -> Page:
    """The tab of ours: a browser opens an empty one, too."""
    return until_so(pages[0], lambda: [each for each in pages if site in each.url], "it is restored")[0]


def test_a_tab_that_the_browser_restores_is_as_it_was(browser: Browser, site: str, tmp_path: Path) -> None:
    with whole_browser(browser, tmp_path) as pages:
        page = pages[0]
        unfolded(page, site)
        opened = open_folds(page).all_inner_texts()
        before = read_at(page, page.locator("article h2").last)
    with whole_browser(browser, tmp_path, "--restore-last-session") as pages:
        page = restored(pages, site)
        expect(page.locator('notice-calculator [data-outcome="registered_in_amnesty"]')).to_be_visible()
        expect_at(page, page.locator("article h2").last, before)
        assert open_folds(page).all_inner_texts() == opened
