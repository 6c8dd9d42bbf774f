"""The page of an outcome, which a preview shows, and what is sent on with a link."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculator.engine.asking.found import load
from overrides.hooks.read.files import TAGS
from tests.browser.along import tabulated
from tests.browser.calculator import PATHS
from tests.browser.conftest import Watch
from tests.browser.links import INTERFACE, WHOLE, each_lang, each_notice, link
from tests.browser.test_along import answered
from tests.browser.waiting import until

pytestmark = pytest.mark.usefixtures("quick_rules")


@each_notice
def test_the_preview_names_the_outcome(notice: str, lang: str, page: Page, site: str) -> None:
    for outcome in load(notice).outcomes:
        page.goto(f"{site}{PATHS[lang]}{notice}/shared/{outcome}/")
        texts = page.evaluate(
            "() => Object.fromEntries([...document.querySelectorAll('meta[property], meta[name]')]"
            ".map(meta => [meta.getAttribute('property') ?? meta.name, meta.content]))"
        )
        expect(page.locator("html")).to_have_attribute("lang", TAGS[lang])
        heading = page.locator("h1").inner_text()
        assert texts["og:title"].startswith(heading.rstrip(".。"))
        assert texts["og:title"] == page.title()
        assert len(texts["og:description"]) > 10
        assert bool(re.search("[一-鿿]", texts["og:title"])) == (lang == "zh")
        assert texts["robots"] == "noindex, follow"


@each_lang
def test_the_page_of_an_outcome_says_where_to_go(lang: str, page: Page, site: str) -> None:
    """Without replies behind the #, and as it is without JavaScript."""
    page.goto(f"{site}{PATHS[lang]}amnesty/shared/registered_late/#main")
    places = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    notice = f"{site}{PATHS[lang]}amnesty/"
    assert places == [notice, f"{notice}steps/", f"{notice}#by-hand"]
    page.evaluate("hash => { location.hash = hash }", WHOLE)
    expect(page).to_have_url(notice)


@each_lang
def test_without_javascript_a_link_says_what_its_outcome_means(
    lang: str, browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{PATHS[lang]}amnesty/shared/registered_late/{WHOLE}")
    expect(page.locator("main")).to_contain_text("JavaScript")
    expect(page.locator("h1")).to_have_text(re.compile("registered late|注册迟了"))
    page.get_by_role("link", name="JavaScript").click()
    expect(page).to_have_url(f"{site}{PATHS[lang]}amnesty/steps/")
    context.close()


@each_notice
def test_what_is_sent_on_names_the_outcome_and_has_the_link(
    notice: str, lang: str, page: Page, site: str, watch: Watch
) -> None:
    calculator = answered(page, site, notice, lang)
    address = link(calculator)
    box = calculator.along.locator('[data-along="link"]')
    whatsapp, telegram = (
        parse_qs(urlsplit(box.locator(f'[data-part="{app}"]').get_attribute("href") or "").query)
        for app in ("whatsapp", "telegram")
    )
    page.goto(address.partition("#")[0])
    title = page.title()
    assert whatsapp == {"text": [f"{title}\n{address}"]}
    assert telegram == {"url": [address], "text": [title]}
    replies = urlsplit(address).fragment
    assert not any(replies in url or "2023-05-10" in url or "2450" in url for url in watch.requests)


@each_notice
def test_the_text_to_copy_has_outcome_figures_day_sources_and_link(
    notice: str, lang: str, page: Page, site: str, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    calculator = answered(page, site, notice, lang)
    address = link(calculator)
    calculator.along.locator('[data-part="copy-text"]').click()
    expect(calculator.along.locator('[data-along="link"] [data-part="done"]')).not_to_be_empty()
    text: str = page.evaluate("navigator.clipboard.readText()")
    result = calculator.result
    wanted = [
        *result.locator('[data-part="outcome"]').all_inner_texts(),
        *result.locator('[data-part="figures"] :is(dt, dd)').all_inner_texts(),
        *result.locator(".cite").all_text_contents(),
        address,
    ]
    missing = [each for each in wanted if each.strip() not in text]
    assert missing == []
    cells = tabulated(calculator)
    assert bool(cells) == (notice == "contributions")
    cell = INTERFACE[lang]["along"]["link"]["cell"]
    for row, column, value in cells:
        said = cell.format(column=column, value=value)
        assert [line for line in text.splitlines() if line.startswith(row) and said in line], (row, said)
    day = {
        "amnesty": ("25 November 2026", "2026年11月25日"),
        "contributions": ("November 2026", "2026年11月"),
    }
    assert day[notice][lang == "zh"] in text
    calculator.along.locator('[data-part="copy-link"]').click()
    until(page, "async link => (await navigator.clipboard.readText()) === link", address)


def test_without_a_clipboard_the_text_stands_there_to_be_copied(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    calculator = answered(page, site)
    address = link(calculator)
    calculator.along.locator('[data-part="copy-link"]').click()
    expect(calculator.along.locator("textarea")).to_have_value(address)
    expect(calculator.along.locator("textarea")).to_be_focused()


def test_a_device_that_shares_is_asked_with_the_same_words(page: Page, site: str) -> None:
    page.add_init_script("navigator.share = async (given) => { window.shared = given; }")
    calculator = answered(page, site)
    address = link(calculator)
    calculator.along.locator('[data-part="share"]').click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == address
    assert "Amnesty Month" in shared["text"]
