"""Everyone can use it: each state in another language, scheme and width; keys; what is said aloud.

`python -m tests.accessible` looks at all of them in every combination.
"""

from itertools import cycle
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.accessible import checks, keys, session
from tests.accessible.states import STATES, WORKERS, Opened, answered, waiting
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import Watch, replace_worker

LOOKS = cycle(
    [
        ("zh", "light", 320),
        ("en", "dark", 390),
        ("zh", "dark", 1280),
        ("en", "light", 320),
        ("zh", "dark", 390),
    ]
)
quick = pytest.mark.usefixtures("quick_rules")

type Scheme = Literal["light", "dark"]


@quick
@pytest.mark.parametrize(("state", "look"), list(zip(STATES, LOOKS, strict=False)))
def test_state_has_no_barrier(state: str, look: tuple[str, Scheme, int], page: Page, site: str) -> None:
    lang, scheme, width = look
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    STATES[state](Opened(page, site, lang))
    assert [fault for check in checks.EVERY for fault in check(page)] == []


@pytest.mark.parametrize(("state", "lang"), list(zip(WORKERS, ("zh", "en", "zh"), strict=True)))
def test_waiting_and_failing_have_no_barrier(
    state: str, lang: str, context: BrowserContext, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    replace_worker(context, WORKERS[state])
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    waiting(Opened(page, site, lang), state)
    assert [fault for check in checks.EVERY for fault in check(page)] == []


@quick
@pytest.mark.parametrize(("path", "width"), [("contributions/tables-2026-06/", 390), ("", 1280)])
def test_keys_meet_nothing_that_cannot_be_seen(path: str, width: int, page: Page, site: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site}zh/{path}", wait_until="networkidle")
    stops, faults = keys.walk(page)
    assert stops > 10
    assert faults + keys.walk(page, "Shift+Tab")[1] == []


@quick
def test_keys_show_the_focus_in_colours_of_the_readers_own(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    answered(Opened(page, site, "zh"))
    page.evaluate("scrollTo(0, 0)")
    page.locator("h1").click()
    stops, faults = keys.walk(page)
    assert stops > 10
    assert faults == []


@quick
def test_keys_open_the_drawer_and_reach_what_is_in_it(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{site}contributions/tables-2026-06/")
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Open data")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Navigation").press("Enter")
    group = page.get_by_role("checkbox", name="Monthly contributions to PERKESO")
    expect(group).to_be_checked()
    group.press("Space")
    expect(link).to_be_visible()


@quick
def test_a_heading_that_a_link_leads_to_is_below_the_bar(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{site}amnesty/#careline")
    heading = page.locator("#careline")
    expect(heading).to_be_in_viewport()
    bar = page.locator(".md-header").bounding_box()
    at = heading.bounding_box()
    assert bar is not None
    assert at is not None
    assert at["y"] >= bar["y"] + bar["height"]


@quick
@pytest.mark.parametrize("lang", PATHS)
def test_a_question_that_the_summary_leads_to_is_below_the_bar(lang: str, page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 500})
    STATES["summary"](Opened(page, site, lang))
    page.locator(".nc-summary a").first.click()
    question = page.locator('[data-question="first_employed_on"]')
    expect(question.locator("input").first).to_be_focused()
    bar = page.locator(".md-header").bounding_box()
    at = question.bounding_box()
    assert bar is not None
    assert at is not None
    assert at["y"] >= bar["y"] + bar["height"]


@quick
def test_the_focus_stays_when_the_figures_go_back(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "contributions")
    calculator.reply("month", "2023-05")
    button = page.locator(".nc-day-note button")
    button.press("Enter")
    expect(button).to_have_count(0)
    expect(calculator.element.locator("form")).to_be_focused()


@quick
@pytest.mark.parametrize("lang", PATHS)
def test_a_whole_session_is_said_as_it_was(lang: str, page: Page, site: str) -> None:
    """Where it differs on purpose: `python -m tests.accessible.session`, and read what it says now."""
    assert session.session(page, site, lang) == session.golden(lang).read_text(encoding="utf-8")


@quick
def test_print_from_the_dark_scheme_has_dark_ink(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(f"{site}disclaimer/")
    ink = page.evaluate("getComputedStyle(document.querySelector('article p')).color")
    red, green, blue = (int(part) for part in ink.removeprefix("rgb(").removesuffix(")").split(","))
    assert max(red, green, blue) < 128


@quick
@pytest.mark.parametrize("width", [640, 1280])
def test_twice_the_text_fits(width: int, page: Page, site: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}zh/amnesty/")
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's is 125 %
    assert checks.too_wide(page) == []
