"""The search as readers use it: by keys, by a finger, by an input method; and without what it needs."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.accessible.checks import barriers
from tests.browser.conftest import Watch
from tests.browser.waiting import until

pytestmark = pytest.mark.usefixtures("quick_rules")


def opened(page: Page) -> Locator:
    """The field of the search, once it is there."""
    page.locator(".search").click()
    field = page.locator(".search-dialog input")
    expect(field).to_be_focused()
    return field


def results(page: Page) -> Locator:
    return page.locator(".search-dialog li a")


def test_keys_are_enough(page: Page, site: str) -> None:
    page.goto(f"{site}contributions/")
    page.locator("h1").wait_for()
    until(page, "Boolean(document.querySelector('notice-calculator form:not([hidden])'))")
    page.keyboard.press("/")
    field = page.locator(".search-dialog input")
    expect(field).to_be_focused()
    page.keyboard.type("opt out 24 hour")
    expect(page.locator(".search-dialog [role=status]")).to_contain_text("results")
    expect(results(page).first.locator("mark").first).to_have_text("24-hour")
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".search-dialog")).to_be_hidden()
    expect(page).to_have_url(f"{site}contributions/#lindung24")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_is_left_as_it_was_entered(page: Page, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}zh/")
    field = opened(page)
    field.fill("罚款")
    expect(results(page).first).to_have_attribute("href", f"{site}zh/amnesty/#penalties")
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Escape")
    expect(page.locator(".search-dialog")).to_be_hidden()
    expect(page.locator(".search")).to_be_focused()
    opened(page)
    expect(field).to_have_value("罚款")
    page.get_by_role("button", name="关闭").click()
    expect(page.locator(".search-dialog")).to_be_hidden()


def test_words_come_from_an_input_method_or_all_at_once(page: Page, site: str) -> None:
    """Letters that are no word yet leave what is shown; none of it needs a key."""
    page.goto(f"{site}zh/")
    opened(page)
    keys = page.context.new_cdp_session(page)
    page.keyboard.insert_text("女佣")
    expect(results(page).first).to_contain_text("家庭帮佣")
    keys.send("Input.imeSetComposition", {"text": "zhu'ce", "selectionStart": 6, "selectionEnd": 6})
    expect(page.locator(".search-dialog input")).to_have_value("女佣zhu'ce")
    expect(results(page).first).to_contain_text("家庭帮佣")
    keys.send("Input.insertText", {"text": "要注册吗"})
    expect(page.locator(".search-dialog input")).to_have_value("女佣要注册吗")
    expect(results(page).first).to_contain_text("谁必须注册")


def test_a_result_leads_into_a_fold(page: Page, site: str) -> None:
    page.goto(f"{site}zh/")
    opened(page).fill("FOMCA")
    page.locator('.search-dialog a[href$="amnesty/#programmes"]').click()
    fold = page.locator("#programmes + details")
    expect(fold).to_have_attribute("open", "")
    fold.locator("> summary").click()
    opened(page).fill("FOMCA")  # the same place again, on the page itself
    page.locator('.search-dialog a[href="#programmes"]').click()
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("#programmes")).to_be_in_viewport()


def test_nothing_of_it_is_loaded_before_and_nothing_is_sent(page: Page, site: str, watch: Watch) -> None:
    page.goto(f"{site}zh/amnesty/", wait_until="networkidle")
    assert [url for url in watch.requests if "search" in url] == []
    field = opened(page)
    before = len(watch.requests)
    field.fill("1300228000")
    expect(results(page).first).to_contain_text("1-300-22-8000")
    assert watch.requests[before:] == []


def test_a_failure_is_said_and_can_be_tried_again(page: Page, site: str, watch: Watch) -> None:
    watch.expects_errors = True
    page.goto(site)
    page.route("**/assets/search/*", lambda route: route.abort())
    page.locator(".search").click()
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/assets/search/*")
    opened(page)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_stands_still_is_said_in_time(page: Page, site: str) -> None:
    page.clock.install()
    page.goto(site)
    page.route("**/assets/search/*", lambda _route: None)
    page.locator(".search").click()
    until(page, "document.querySelector('.search').ariaBusy")
    page.clock.run_for(5_500)
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/assets/search/*")
    opened(page)


def test_without_script_no_button_promises_it(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site)
        expect(page.locator(".search")).to_be_hidden()
