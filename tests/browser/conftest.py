"""One Chromium and one server for all browser tests; each test has a page of its own, which is watched."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from calculator import answer
from overrides.serve import serve
from tests import spreadsheet
from tests.faults.trial import ARGUMENTS

ROOT = Path(__file__).parents[2]
SITE = ROOT / os.environ.get("SITE_DIR", "site")
# Puts another script in the place of the one that the page would give its worker
STAND_IN = """
const Stock = window.Worker;
window.Worker = class extends Stock {
  constructor(url, options) {
    const ours = options?.name?.startsWith('{"script"');
    super(ours ? URL.createObjectURL(new Blob([%s], { type: "text/javascript" })) : url, options);
  }
};
"""
# A full Pyodide on a busy machine takes its time
PATIENCE_MS = 30_000
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def firefox() -> str | None:
    """The Firefox of this machine; FIREFOX names a certain one. Without one its tests are not collected."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


collect_ignore = [] if firefox() else ["test_firefox.py", "test_firefox_typing.py"]
if not spreadsheet.is_there():
    collect_ignore.append("test_spreadsheet_program.py")


def chromium() -> str:
    """The Chromium or Chrome of this machine; CHROMIUM names a certain one."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("no Chromium or Chrome was found: run `make browser`, or set CHROMIUM to its path")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests."""
    path = chromium()
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site, in a folder of its host as on GitHub Pages."""
    if not (SITE / "index.html").is_file():
        pytest.fail("the site is not built: run `make build`")
    with serve(SITE, base="/notices/") as url:
        yield url.rstrip("/") + "/"


@dataclass
class Watch:
    """What a page did that a test may want to know of."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    expects_errors: bool = False
    # pages of other people that the test itself has put up
    hosts: tuple[str, ...] = ()

    def follow(self, context: BrowserContext) -> None:
        context.set_default_timeout(PATIENCE_MS)
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def others(self, *ours: str) -> list[str]:
        """What was asked of nobody of ours."""
        return [url for url in self.requests if not url.startswith((*ours, "data:", "blob:"))]


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def context(browser: Browser, site: str, watch: Watch) -> Iterator[BrowserContext]:
    """A fresh browser profile. No page of ours may ask another host, or leave an error in the console."""
    # what a worker of the site fetches goes past the routes of a test (test_offline.py has its own)
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, timezone_id="Asia/Kuala_Lumpur", service_workers="block"
    )
    watch.follow(context)
    context.on(
        "console", lambda message: watch.errors.append(message.text) if message.type == "error" else None
    )
    yield context
    context.close()
    assert watch.others(site, *watch.hosts) == []
    assert watch.expects_errors or watch.errors == []


def replace_worker(context: BrowserContext, script: str) -> None:
    context.add_init_script(STAND_IN % json.dumps(script))


# Asks the rules on this Python by way of the test, so that a test of the form need not wait for a runtime
QUICK_WORKER = """
postMessage({ ready: "answer" });
onmessage = async ({ data }) => {
  const address = new URL("quick-rules", JSON.parse(name).script);
  const response = await fetch(address, { method: "POST", body: data.request });
  postMessage({ id: data.id, response: await response.text() });
};
"""


@pytest.fixture
def quick_rules(context: BrowserContext) -> None:
    """For tests of what the page does with an answer; that the runtimes give it is tested elsewhere."""
    replace_worker(context, QUICK_WORKER)
    context.route("**/quick-rules", lambda route: route.fulfill(body=answer(route.request.post_data or "")))


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
