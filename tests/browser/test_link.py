"""A link brings an answer back: in both languages, with every outcome, whatever became of it on the way."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from calculator.engine.asking.found import load, notices
from overrides.hooks.read.files import TAGS
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import ROOT, Watch
from tests.browser.test_along import answered, opened
from tests.paths import kinds

pytestmark = pytest.mark.usefixtures("quick_rules")
each_notice = pytest.mark.parametrize(
    ("notice", "lang"), [(each, lang) for each in notices() for lang in PATHS]
)
each_lang = pytest.mark.parametrize("lang", PATHS)
GIVEN = "#v=1&as_at=2024-06-01&employs=employees&first_employed_on=2020-01-01&registration=registered"
WHOLE = f"{GIVEN}&registered_on=2023-06-01"


INTERFACE = {
    lang: tomllib.loads((ROOT / "docs" / f"interface.{lang}.toml").read_text(encoding="utf-8"))
    for lang in PATHS
}


def link(calculator: Calculator) -> str:
    return opened(calculator).locator('[data-part="address"]').input_value()


def said(calculator: Calculator) -> Locator:
    return calculator.element.locator(".nc-restored")


def by_outcome(notice: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A path to each outcome."""
    yield from {str(decision.outcome): facts for facts, decision in kinds(notice)}.items()


def keep(page: Page, notice: str, facts: Mapping[str, str]) -> None:
    page.evaluate(
        "([key, value]) => sessionStorage.setItem(key, value)",
        [f"notice-calculator.{notice}", json.dumps(facts)],
    )


@each_notice
def test_every_outcome_comes_back(notice: str, lang: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site, notice, lang)
    found = dict(by_outcome(notice))
    assert set(found) == {str(each) for each in load(notice).outcomes}
    for outcome, facts in found.items():
        page.goto(calculator.url)
        keep(page, notice, facts)
        page.reload()
        calculator.expect_outcome(outcome)
        address, figures, findings = link(calculator), calculator.figures(), calculator.findings()
        assert urlsplit(address).path == f"{urlsplit(calculator.url).path}shared/{outcome}/"
        assert {id: reply for id, [reply] in parse_qs(urlsplit(address).fragment).items()} == {
            "v": "1",
            **facts,
        }
        keep(page, notice, {})
        page.goto(address)
        calculator.expect_outcome(outcome)
        expect(page).to_have_url(calculator.url)
        assert (calculator.figures(), calculator.findings()) == (figures, findings)
        assert link(calculator) == address


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


def test_a_link_counts_more_than_what_was_kept_and_less_than_what_follows(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    keep(page, "amnesty", {"employs": "nobody"})
    page.goto(f"{site}amnesty/{WHOLE}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(page).to_have_url(calculator.url)
    calculator.control("registered_on").fill("1/1/2024")
    calculator.control("registered_on").blur()
    calculator.expect_outcome("registered_late")
    expect(said(calculator)).to_have_count(0)
    page.reload()
    calculator.expect_outcome("registered_late")


def test_a_link_followed_on_the_page_itself_is_read_too(page: Page, site: str) -> None:
    calculator = answered(page, site)
    page.evaluate(
        "hash => { location.hash = hash }",
        WHOLE.replace("registered_on=2023-06-01", "registered_on=2024-01-01"),
    )
    calculator.expect_outcome("registered_late")
    expect(page).to_have_url(calculator.url)


@each_lang
def test_the_day_of_the_link_counts_and_today_is_a_press_away(lang: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site, lang=lang)
    page.goto(f"{site}{PATHS[lang]}amnesty/{WHOLE}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(said(calculator)).to_contain_text("1 June 2024" if lang == "en" else "2024年6月1日")
    assert said(calculator).evaluate("note => note.getBoundingClientRect().top") >= 0
    said(calculator).get_by_role("button").click()
    today = datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date()
    expect(calculator.control("as_at")).to_have_value(f"{today:%d/%m/%Y}")
    expect(said(calculator)).to_have_count(0)
    calculator.expect_outcome("registered_in_amnesty")


def test_a_link_of_today_speaks_of_no_other_day(page: Page, site: str) -> None:
    today = datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date().isoformat()
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{WHOLE.replace('2024-06-01', today)}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(said(calculator).get_by_role("button")).to_have_count(0)


BROKEN = {
    # a version of which there is no reader: nothing is put back
    "#v=9&employs=employees": ("unknown_link", {"employs": ""}),
    # a reply that is none of the choices
    "#v=1&employs=aliens": ("answer_again", {"employs": ""}),
    # a question that nobody asks, and a part that cannot be read
    "#v=1&employs=employees&dowry=goats": ("left_out", {"employs": "employees"}),
    "#v=1&employs=employees&age=%ff": ("left_out", {"employs": "employees"}),
}


@each_lang
@pytest.mark.parametrize("fragment", BROKEN)
def test_what_cannot_be_put_back_is_said(fragment: str, lang: str, page: Page, site: str) -> None:
    code, expected = BROKEN[fragment]
    calculator = Calculator(page, site, lang=lang)
    page.goto(f"{site}{PATHS[lang]}amnesty/shared/registered_late/{fragment}")
    expect(page).to_have_url(calculator.url)
    words = INTERFACE[lang]["along"]["link"][code]
    expect(said(calculator)).to_contain_text(words.split("{", maxsplit=1)[0].strip())
    for id, reply in expected.items():
        chosen = calculator.element.locator(f'[name="{id}"]:checked')
        expect(chosen).to_have_count(1 if reply else 0)


def test_a_reply_that_cannot_be_read_is_shown_as_a_mistake_at_its_question(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{GIVEN}&registered_on=2023-02-30")
    expect(calculator.error("registered_on")).to_have_text(re.compile("no such day"))
    expect(calculator.control("registered_on")).to_have_value("30/02/2023")
    expect(calculator.result).to_have_count(0)


def test_what_an_older_link_does_not_reply_to_is_asked(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{GIVEN}")
    expect(calculator.question("registered_on")).to_be_visible()
    expect(calculator.element.locator(".nc-summary")).to_be_focused()


def test_a_hostile_reply_is_text_and_nothing_else(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{GIVEN}&registered_on=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E")
    expect(calculator.error("registered_on")).not_to_be_empty()
    expect(calculator.control("registered_on")).to_have_value("<img src=x onerror=document.title=1>")
    assert page.locator("notice-calculator img").count() == 0


def test_a_link_of_an_outcome_that_has_another_name_is_read_all_the_same(
    page: Page, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/shared/some_older_name/{WHOLE}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(page).to_have_url(calculator.url)


def test_where_its_words_do_not_load_the_form_is_there_and_the_link_is_kept(
    page: Page, site: str, watch: Watch
) -> None:
    calculator = Calculator(page, site)
    page.route(re.compile("/assets/along/"), lambda route: route.abort())
    watch.expects_errors = True
    page.goto(f"{site}amnesty/shared/registered_late/{WHOLE}")
    expect(calculator.element.get_by_role("alert").filter(has_text="did not load")).to_be_visible()
    expect(calculator.question("employs")).to_be_visible()
    page.unroute(re.compile("/assets/along/"))
    page.reload()
    calculator.expect_outcome("registered_in_amnesty")


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
    day = {
        "amnesty": ("25 November 2026", "2026年11月25日"),
        "contributions": ("November 2026", "2026年11月"),
    }
    assert day[notice][lang == "zh"] in text
    calculator.along.locator('[data-part="copy-link"]').click()
    page.wait_for_function("async link => (await navigator.clipboard.readText()) === link", arg=address)


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
