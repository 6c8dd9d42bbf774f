"""An embedded calculator, in a page of another origin."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect

from overrides.serve import serve
from overrides.static_host import Handler, Server
from tests.accessible.checks import barriers
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import SITE, Watch
from tests.browser.links import INTERFACE
from tests.browser.test_along import opened
from tests.browser.test_calendar import TODAY
from tests.browser.waiting import until
from tests.given import MONTH

pytestmark = pytest.mark.usefixtures("quick_rules")

TITLES = {"en": ("en", "PERKESO Amnesty Month 2023"), "zh": ("zh-Hans", "社险机构（PERKESO）2023年漂白月")}
TOLD = {"begun", "height", "seen", "title", "lang"}
LATE = {
    "as_at": "2024-06-01",
    "employs": "employees",
    "first_employed_on": "2020-01-01",
    "registration": "registered",
    "registered_on": "2023-06-01",
}


class Host:
    """A site of somebody else with one page, in which what is written stands between two paragraphs."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    def show(self, page: Page, lines: str, head: str = "") -> None:
        html = f"<!doctype html><html lang='ms'>{head}<title>Host</title><p>Before</p>{lines}<p>After</p>"
        (self.folder / "index.html").write_text(html, encoding="utf-8")
        (self.folder / "favicon.ico").touch()
        page.goto(self.url)


@pytest.fixture
def host(tmp_path: Path, watch: Watch) -> Iterator[Host]:
    with serve(tmp_path) as url:
        watch.hosts = (*watch.hosts, url)
        yield Host(tmp_path, url)


def lines(site: str, notice: str = "amnesty", lang: str = "en", *, integrity: str | None = None) -> str:
    """The two lines as our page gives them."""
    digest = base64.b64encode(hashlib.sha384((SITE / "embed" / "v1.js").read_bytes()).digest()).decode()
    folder, tag = PATHS[lang], TITLES[lang][0]
    link = f'<a data-notice="{folder}embed/{notice}/" href="{site}{folder}{notice}/" lang="{tag}">Ask</a>'
    checked = f'integrity="{integrity or f"sha384-{digest}"}" crossorigin="anonymous"'
    return f'{link}\n<script async src="{site}embed/v1.js" {checked}></script>'


class Framed(Calculator):
    """A calculator in a frame."""

    def __init__(self, page: Page, number: int = 0) -> None:
        self.around = page.locator("iframe").nth(number)
        self.around.scroll_into_view_if_needed()
        frame = self.around.element_handle().content_frame()
        assert frame is not None
        self.page = frame  # type: ignore[assignment] # of a page it asks for elements alone
        self.frame: Frame = frame
        self.element = frame.locator("notice-calculator")

    def expect_as_high_as_its_page(self) -> float:
        expect(self.frame.locator("main")).to_be_visible()
        # both are read at once: what is drawn late makes the page, and then the frame, another height
        until(
            self.frame,
            "Math.ceil(document.querySelector('main').getBoundingClientRect().height) === innerHeight",
        )
        return float(self.frame.evaluate("innerHeight"))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_frame_has_its_title_its_language_and_its_height(
    lang: str, width: int, page: Page, site: str, host: Host
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    host.show(page, lines(site, lang=lang), "<meta name=viewport content='width=device-width'>")
    framed = Framed(page)
    before = framed.expect_as_high_as_its_page()
    tag, title = TITLES[lang]
    expect(framed.around).to_have_attribute("lang", tag)
    expect(framed.around).to_have_attribute("title", framed.frame.title())
    assert title in framed.frame.title()
    expect(page.get_by_role("link")).to_have_count(0)
    framed.answer(LATE)
    framed.expect_outcome("registered_in_amnesty")
    assert framed.expect_as_high_as_its_page() > before
    framed.element.locator('[data-part="restart"]').click()
    expect(framed.result).to_have_count(0)
    framed.expect_as_high_as_its_page()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert framed.frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_other_language_is_in_the_same_frame(page: Page, site: str, host: Host) -> None:
    host.show(page, lines(site))
    framed = Framed(page)
    framed.frame.locator("a[hreflang]").click()
    expect(framed.around).to_have_attribute("lang", "zh-Hans")
    expect(framed.around).to_have_attribute("title", f"计算器：{TITLES['zh'][1]}")
    framed.expect_as_high_as_its_page()


def test_other_links_open_beside_the_host(page: Page, site: str, host: Host) -> None:
    host.show(page, lines(site))
    with page.context.expect_page() as opened:
        Framed(page).frame.locator(".embed__foot a:not([hreflang])").click()
    assert opened.value.url == f"{site}amnesty/"
    assert page.url == host.url


def test_who_asks_for_the_answer_is_led_to_it(page: Page, site: str, host: Host) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    host.show(page, lines(site), "<meta name=viewport content='width=device-width'>")
    framed = Framed(page)
    framed.answer(LATE)
    framed.expect_outcome("registered_in_amnesty")
    framed.submit()
    expect(framed.result).to_be_focused()
    expect(framed.result).to_be_in_viewport()
    framed.element.locator('[data-part="restart"]').click()
    framed.submit()
    expect(framed.element.locator(".nc-summary")).to_be_focused()
    expect(framed.element.locator(".nc-summary")).to_be_in_viewport()


def test_nothing_that_is_typed_is_told(page: Page, site: str, host: Host) -> None:
    page.add_init_script(
        "if (window === top) { window.heard = [];"
        " addEventListener('message', ({ data, origin }) => heard.push([data, origin])); }"
    )
    host.show(page, lines(site))
    framed = Framed(page)
    framed.answer(LATE)
    framed.submit()
    expect(framed.result).to_be_focused()
    heard: list[tuple[dict[str, Any], str]] = page.evaluate("heard")
    assert {origin for _, origin in heard} == {site.removesuffix("/notices/")}
    assert {key for data, _ in heard for key in data} == TOLD
    said = {value for data, _ in heard for value in data.values() if isinstance(value, str)}
    assert said == {"en", framed.frame.title()}
    assert urlsplit(framed.frame.url).fragment == ""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_answer_is_taken_along_from_a_frame_too(
    lang: str, page: Page, site: str, host: Host, context: BrowserContext
) -> None:
    """The frame may save, print and open windows. Links lead to the notice, not to the frame."""
    context.grant_permissions(["clipboard-write"])
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(
        "window.print = () => { window.printed = document.querySelectorAll('.nc-slip').length }"
    )
    page.clock.set_fixed_time(TODAY)
    host.show(page, lines(site, "contributions", lang), "<meta name=viewport content='width=device-width'>")
    framed = Framed(page)
    framed.answer(MONTH)
    framed.expect_outcome("contributions_due")
    along = opened(framed)
    framed.expect_as_high_as_its_page()
    assert framed.frame.evaluate("document.documentElement.scrollWidth <= innerWidth")

    address = along.locator('[data-part="address"]').input_value()
    notice = f"{site}{PATHS[lang]}contributions/"
    assert address.startswith(f"{notice}shared/contributions_due/#v=2&was=contributions_due.")
    for app, to in {"whatsapp": "https://wa.me/?text=", "telegram": "https://t.me/share/url?url="}.items():
        button = along.locator(f'[data-part="{app}"]')
        assert (button.get_attribute("href") or "").startswith(to)
        expect(button).to_have_attribute("target", "_blank")
    along.locator('[data-part="copy-link"]').click()
    copied = INTERFACE[lang]["along"]["link"]["copied_link"]
    expect(along.locator('[data-along="link"] [data-part="done"]')).to_have_text(copied)
    along.locator('[data-part="show-qr"]').click()
    expect(along.locator('[data-part="qr"] svg, [data-part="qr"] canvas')).to_be_visible()
    along.locator('[data-part="show-both"]').click()
    expect(along.locator('[data-part="pairs"] [lang]').first).to_be_visible()
    along.locator('[data-part="print"]').click()
    until(framed.frame, "window.printed === 1")
    for button in (
        along.locator('[data-part="csv"]'),
        along.locator('[data-part="json"]'),
        along.locator('[data-along="calendar"] button').first,
    ):
        with page.expect_download() as saved:
            button.click()
        assert saved.value.path().stat().st_size > 200
    framed.expect_as_high_as_its_page()

    page.goto(address)
    expect(page).to_have_url(notice)
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "contributions_due")


def test_messages_of_others_change_nothing(page: Page, site: str, host: Host) -> None:
    host.show(page, f"{lines(site)}<iframe id=other src='{site}disclaimer/'></iframe>")
    framed = Framed(page)
    height = framed.expect_as_high_as_its_page()
    at = page.evaluate("window.heard = 0; addEventListener('message', () => heard++); scrollY")
    evil = "{ height: 7, title: 'evil', lang: 'xx', seen: 9999 }"
    page.evaluate(f"postMessage({evil}, '*')")  # another origin, another source
    frame = page.locator("#other").element_handle().content_frame()
    assert frame is not None
    frame.evaluate(f"parent.postMessage({evil}, '*')")  # our origin, another source
    framed.frame.evaluate("parent.postMessage('seven', '*'); parent.postMessage({ height: 'seven' }, '*')")
    until(page, "heard >= 4")
    expect(framed.around).to_have_attribute("title", framed.frame.title())
    expect(framed.around).to_have_attribute("lang", "en")
    expect(framed.around).to_have_css("height", f"{height:.0f}px")
    assert page.evaluate("scrollY") == at


def test_the_framed_page_answers_only_the_page_around_it(page: Page, site: str, host: Host) -> None:
    host.show(page, lines(site))
    framed = Framed(page)
    framed.expect_as_high_as_its_page()
    page.evaluate("addEventListener('message', ({ data }) => document.body.append(data.title ?? ''))")
    greeting = "{ notice: 'v1' }"
    framed.frame.evaluate(f"new Promise(done => {{ onmessage = done; postMessage({greeting}, '*'); }})")
    framed.frame.evaluate("new Promise(done => setTimeout(done))")
    assert "Calculator" not in page.locator("body").inner_text()
    page.evaluate(f"document.querySelector('iframe').contentWindow.postMessage({greeting}, '*')")
    expect(page.locator("body")).to_contain_text("Calculator")


def test_two_calculators_on_one_page(page: Page, site: str, host: Host) -> None:
    host.show(page, f"{lines(site)}<hr>{lines(site, 'contributions', 'zh')}")
    expect(page.locator("iframe")).to_have_count(2)
    for number, lang in enumerate(("en", "zh")):
        framed = Framed(page, number)
        framed.expect_as_high_as_its_page()
        expect(framed.around).to_have_attribute("lang", TITLES[lang][0])
        assert framed.around.get_attribute("loading") == "lazy"


def test_a_page_with_a_strict_policy(page: Page, site: str, host: Host) -> None:
    policy = f"default-src 'none'; script-src {site}embed/v1.js; frame-src {site}"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    host.show(page, lines(site), head)
    framed = Framed(page)
    framed.answer({"as_at": "2024-06-01", "employs": "public_service_only"})
    framed.expect_outcome("outside_the_acts")
    framed.expect_as_high_as_its_page()


def test_another_script_than_the_frozen_one_is_not_run(
    page: Page, site: str, host: Host, watch: Watch
) -> None:
    watch.expects_errors = True
    wrong = base64.b64encode(bytes(48)).decode()
    host.show(page, lines(site, integrity=f"sha384-{wrong}"))
    expect(page.get_by_role("link")).to_have_attribute("href", f"{site}amnesty/")
    expect(page.locator("iframe")).to_have_count(0)


class Closed(Handler):
    """A host that lets no other site read its files."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Access-Control-Allow-Origin":
            super().send_header(keyword, value)


@pytest.fixture
def closed(watch: Watch) -> Iterator[str]:
    with Server(SITE, 0, handler=Closed) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        watch.hosts = (*watch.hosts, server.url)
        yield server.url
        server.shutdown()


def test_where_other_sites_may_not_read_the_script_the_link_stays(
    page: Page, closed: str, host: Host, watch: Watch
) -> None:
    watch.expects_errors = True
    host.show(page, lines(closed))
    expect(page.get_by_role("link")).to_have_attribute("href", f"{closed}amnesty/")
    expect(page.locator("iframe")).to_have_count(0)


def test_there_the_script_runs_unchecked(page: Page, closed: str, host: Host) -> None:
    host.show(page, lines(closed).partition(" integrity=")[0] + "></script>")
    Framed(page).expect_as_high_as_its_page()


def test_without_javascript_it_is_a_link(browser: Browser, site: str, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    host.show(page, lines(site))
    link = page.get_by_role("link", name="Ask")
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(f"{site}amnesty/")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_or_dark_is_that_of_the_page_around(scheme: Any, page: Page, site: str, host: Host) -> None:  # noqa: ANN401
    page.emulate_media(color_scheme=scheme)
    host.show(page, lines(site), "<style>:root { color-scheme: light dark }</style>")
    framed = Framed(page)
    expect(framed.frame.locator("body")).to_have_css(
        "background-color", {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 28)"}[scheme]
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_our_page_shows_it_and_gives_the_lines(lang: str, page: Page, site: str) -> None:
    page.goto(f"{site}{PATHS[lang]}embed/")
    framed = Framed(page)
    framed.expect_as_high_as_its_page()
    copied = page.locator("pre code").first.inner_text()
    assert f'src="{site}embed/v1.js" integrity="sha384-' in copied
    assert copied.count(site) == 2
    assert barriers(page) == []
