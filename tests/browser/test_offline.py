"""What was visited is there without a network, and builds never mix: on a site that tests stop and change."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from overrides.serve import serve
from tests.accessible.states import Opened
from tests.accessible.states import arrears as by_hand
from tests.browser.calculator import Calculator
from tests.browser.conftest import SITE
from tests.browser.waiting import until

WORKER = "service-worker.js"
KEPT = "async (url) => Boolean(await caches.match(url))"


class Host:
    """A copy of the site at one address, which can be gone, come back, and be built anew."""

    def __init__(self, root: Path) -> None:
        """Copy the site by links, and serve it."""
        self.root = root
        shutil.copytree(SITE, root, copy_function=os.link)
        self._stack = ExitStack()
        self.url = self._stack.enter_context(serve(root))

    def stop(self) -> None:
        self._stack.close()

    def start(self) -> None:
        port = int(self.url.rsplit(":", 1)[1].strip("/"))
        self._stack.enter_context(serve(self.root, port=port))

    def write(self, name: str, text: str) -> None:
        """Put another file in the place of one, never into it: the site has it, too."""
        for path in self.root.glob(f"{name}*"):
            path.unlink()
        (self.root / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def build_anew(self, name: str) -> None:
        """Another build: another title of one page, other names of the scripts and of what is searched."""
        self.write(
            f"{name}index.html", re.sub("<title>", "<title>New: ", self.read(f"{name}index.html"), count=1)
        )
        self.write(WORKER, re.sub(r"#[0-9a-f]{12}", "#new", self.read(WORKER)))
        for path in [*self.root.glob("assets/search/*"), *self.root.glob("assets/javascripts/search*")]:
            path.unlink()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    host = Host(tmp_path / "site")
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context


def wait_until_kept(page: Page, *urls: str) -> None:
    for url in urls:
        until(page, KEPT, url)


def of_the_page(host: Host, name: str, pattern: str) -> str:
    found = re.search(rf"assets/{pattern}", host.read(f"{name}index.html"))
    assert found is not None
    return f"{host.url}{found[0]}"


def visit(page: Page, host: Host, name: str) -> None:
    page.goto(f"{host.url}{name}")
    search = of_the_page(host, name, r"search/[\w.-]+\.json")
    wait_until_kept(page, f"{host.url}{name}", search)


def visit_whole(page: Page, host: Host, name: str) -> None:
    """Until what answers is kept too."""
    visit(page, host, name)
    image = re.search(r"heap\.[0-9a-f]{12}\.bin", page.content())
    assert image is not None
    wait_until_kept(page, f"{host.url}assets/runtime/{image[0]}")


def search(page: Page, words: str) -> None:
    page.locator(".search").click()
    page.locator(".search-dialog input").fill(words)
    expect(page.locator(".search-dialog li a").first).to_be_visible()


def test_a_notice_is_read_and_answers_without_a_network(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit_whole(page, host, "zh/amnesty/")
    host.stop()
    calculator = Calculator(page, host.url, "amnesty", "zh")
    calculator.reply("employs", "public_service_only")
    expect(calculator.result).to_be_visible()
    search(page, "罚款")


def test_a_payroll_is_worked_out_without_a_network(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit_whole(page, host, "arrears/")
    host.stop()
    by_hand(Opened(page, host.url, "en"))
    # and a file, with what reads it and what writes the result
    page.reload()
    payroll = page.locator("payroll-calculator[data-begun]")
    payroll.locator('[name="way"][value="file"]').check()
    for template in sorted((host.root / "arrears").glob("payroll-template-en.*")):
        payroll.locator('[data-part="chosen"]').set_input_files(template)
        payroll.locator('[data-part="submit"]').first.click()
        expect(payroll.locator('[data-part="result"]')).to_be_focused()
    with page.expect_download():
        payroll.locator('[data-part="xlsx"]').click()


def test_an_old_tab_answers_after_a_new_build(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit_whole(page, host, "amnesty/")
    host.build_anew("amnesty/")
    # its own files are gone from the host
    for path in [*host.root.glob("assets/runtime/*"), *host.root.glob("assets/pictures/*")]:
        path.unlink()
    element = page.locator("notice-calculator")
    element.locator('[name="employs"][value="public_service_only"]').check()
    expect(element.locator("[data-outcome]")).to_be_visible()
    fold = element.locator('[data-part="along"]')
    fold.locator("summary").click()
    expect(fold).to_have_attribute("data-state", "ready")


def test_a_new_build_is_there_at_the_next_load_and_an_old_tab_goes_on(
    context: BrowserContext, host: Host
) -> None:
    old = context.new_page()
    visit(old, host, "disclaimer/")
    host.build_anew("disclaimer/")
    new = context.new_page()
    new.goto(f"{host.url}disclaimer/")
    expect(new).to_have_title(re.compile("^New: "))
    until(new, "async () => (await caches.keys()).some((name) => name.endsWith('#new'))")
    expect(old).not_to_have_title(re.compile("^New: "))
    search(old, "law")
    # and without a network the newer one is shown
    host.stop()
    new.goto(f"{host.url}disclaimer/")
    expect(new).to_have_title(re.compile("^New: "))


def test_a_page_whose_address_holds_replies_is_not_kept(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit(page, host, "amnesty/")
    replied = sorted(path.parent for path in (host.root / "amnesty/steps").rglob("index.html"))[1]
    address = f"{host.url}{replied.relative_to(host.root).as_posix()}/"
    page.goto(address)
    page.go_back()
    assert page.evaluate(KEPT, address) is False
    assert page.evaluate(KEPT, f"{host.url}amnesty/") is True


def test_what_came_wrong_is_not_kept(context: BrowserContext, host: Host) -> None:
    found = re.search(r"rt\.[0-9a-f]{12}\.wasm", host.read("amnesty/index.html"))
    assert found is not None
    right = (host.root / "assets/runtime" / found[0]).read_bytes()
    host.write(f"assets/runtime/{found[0]}", "")
    (host.root / "assets/runtime" / found[0]).write_bytes(right[:-1] + b"\0")
    page = context.new_page()
    visit(page, host, "amnesty/")
    assert page.evaluate(KEPT, f"{host.url}assets/runtime/{found[0]}") is False


def test_a_full_storage_costs_nothing_but_the_keeping(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.url)
    session = context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.url.strip("/"), "quotaSize": 1_000})
    until(page, "async () => Boolean((await navigator.serviceWorker.ready).active)")
    calculator = Calculator(page, host.url, "amnesty")
    expect(calculator.element.locator("[data-question]").first).to_be_visible()
    search(page, "penalty")


def test_one_file_switches_it_off(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit(page, host, "disclaimer/")
    host.write(WORKER, host.read("service-worker-off.js"))
    page.reload()
    until(page, "async () => (await caches.keys()).length === 0")
    page.reload()
    expect(page.locator("h1")).to_be_visible()
