"""The way without a script, in Chromium without JavaScript: from the notice to every outcome by clicking."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculator import answer
from calculator.engine.asking.found import load
from calculator.engine.figures import LANGUAGES
from overrides.corpus import request
from overrides.hooks.read.tree import Leaf
from overrides.hooks.render.steps.places import Page as Place
from tests.browser.test_pages import NOTICES
from tests.browser.two_runtimes import compare_all, digest, site_manifest
from tests.test_steps import Steps, steps, tried

LANGS = ("", "zh/")
OTHER = {"": "zh/", "zh/": ""}


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """A page of a browser without JavaScript, on a phone."""
    with browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def nearest(own: Steps) -> dict[str, Place]:
    """For each outcome the page of an answer that is the fewest replies away."""
    found: dict[str, Place] = {}
    for page in own.mapped.pages:
        state = None if page.state is None else own.tree.states[page.state]
        if isinstance(state, Leaf):
            found.setdefault(state.outcome, page)
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("notice", NOTICES)
def test_every_outcome_is_reached_by_clicking(notice: str, lang: str, still: Page, site: str) -> None:
    own = steps()[notice]
    pages = nearest(own)
    assert pages.keys() == {str(outcome) for outcome in load(notice).outcomes}
    for outcome, page in pages.items():
        still.goto(f"{site}{lang}{notice}/")
        still.locator('[data-part="without"] a[href="steps/"]').click()
        for before, place in page.way:
            expect(still).to_have_url(f"{site}{lang}{notice}/steps/{own.mapped.pages[before].address}")
            still.locator(".steps__replies a").nth(place).click()
        expect(still).to_have_url(f"{site}{lang}{notice}/steps/{page.address}")
        expect(still.locator(".nc-answer")).to_have_attribute("data-outcome", outcome)
        expect(still.locator("[data-finding]").first).to_be_visible()
        expect(still.locator(".nc-small")).to_be_visible()
        expect(still.locator(".steps__way > div")).to_have_count(len(page.way))


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
@pytest.mark.parametrize("notice", NOTICES)
def test_pyodide_answers_what_every_page_says(notice: str, context: BrowserContext, site: str) -> None:
    """The facts with which tests/test_steps.py compares pages and rules, put to the Pyodide of the site."""
    own, met = steps()[notice], set[str]()
    expected = {}
    for number, (given, _) in enumerate(tried(own.tree)):
        page = own.page_of(given)
        if page.state is not None:
            met.add(page.address)
            asked = request(notice, LANGUAGES[number % 2], given)
            expected[asked] = digest(answer(asked))
    states = own.tree.states
    assert met == {
        page.address
        for page in own.mapped.pages
        if page.state is not None and isinstance(states[page.state], Leaf)
    }
    compare_all(context.new_page(), site, site_manifest(notice), list(expected.items()), "answer")


def test_the_other_language_is_at_the_same_place(still: Page, site: str) -> None:
    for lang in LANGS:
        page = nearest(steps()["amnesty"])["registered_late"]
        still.goto(f"{site}{lang}amnesty/steps/{page.address}")
        still.locator(".switch").click()
        expect(still).to_have_url(f"{site}{OTHER[lang]}amnesty/steps/{page.address}")


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off(width: int, browser: Browser, site: str) -> None:
    """Of each notice the question with most replies, and the answer with most to say."""
    with browser.new_context(viewport={"width": width, "height": 640}) as context:
        page = context.new_page()
        for notice, own in steps().items():
            most = max(own.mapped.pages, key=lambda each: len(each.steps))
            longest = max(nearest(own).values(), key=lambda each: len(each.address))
            for address in (most.address, longest.address):
                for lang in LANGS:
                    page.goto(f"{site}{lang}{notice}/steps/{address}")
                    assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                    small = page.locator(".steps__replies a").evaluate_all(
                        "links => links.filter(link => link.offsetHeight < 24).length"
                    )
                    assert small == 0


def test_a_reader_with_a_script_finds_it_too(page: Page, site: str) -> None:
    """On a slow line it stands beside the form that waits."""
    page.goto(f"{site}amnesty/")
    page.locator('.nc-plain a[href="steps/"]').click()
    expect(page).to_have_url(f"{site}amnesty/steps/")
