"""Opens a page under a fault, and sees what its reader gets."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import time
from typing import ClassVar

from playwright.sync_api import Browser, Page

from overrides.static_host import Server
from tests.browser.waiting import until
from tests.faults.host import FaultyHost
from tests.faults.table import ANSWER, Case

# A name that leads to this machine and is no secure one; Chromium is told of it when it starts.
INSECURE = "notices.test"
ARGUMENTS = ("--no-sandbox", f"--host-resolver-rules=MAP {INSECURE} 127.0.0.1")
BASE = "/notices/"
LIMIT_MS = 70_000
REPLY = '[name="employs"][value="public_service_only"]'
# What stands on the page, once it is certain; that nothing comes for a while is no end. `saidAt` is when the
# first sentence was there.
ENDS = """() => {
  const seen = (each) => each.checkVisibility({ visibilityProperty: true });
  const shown = (selector) => [...document.querySelectorAll(selector)].find(seen);
  const sentence = shown("[data-part=failed] [data-failure]");
  if (sentence) window.saidAt ??= Date.now() / 1000;
  if (sentence && sentence.dataset.failure !== "slow") return sentence.dataset.failure;
  if (document.querySelector("[data-outcome]")) return "answer";
  if (document.querySelector("payroll-calculator[data-begun]")) return "answer";
  if (performance.now() < 6000 || document.querySelector("[data-notice]:defined")) return;
  if (document.readyState === "complete" && shown("[data-part=without]")) return "without";
}"""


@dataclass(frozen=True)
class Ended:
    """What a reader got, after how many seconds, and what was lost.

    `told`: seconds from a failure to the first sentence; none where the answer came without one.
    """

    ends: str
    seconds: float
    told: float | None
    lost: tuple[str, ...]


@contextmanager
def faulty(site: Path) -> Iterator[tuple[str, type[FaultyHost]]]:
    """The site behind a host that does what its `setting` says."""

    class Host(FaultyHost):
        over = Event()
        failed: ClassVar[list[float]] = []

    host = Host
    with Server(site, 0, base=BASE, handler=host) as server:
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.02), daemon=True)
        thread.start()
        try:
            yield server.url, host
        finally:
            host.over.set()
            server.shutdown()
            thread.join()


def attempt(case: Case, browser: Browser, url: str, host: type[FaultyHost]) -> Ended:
    """Open the page of a case, reply as soon as there is a form, and wait for an end."""
    host.setting = case.setting
    host.failed.clear()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    if case.script:
        context.add_init_script(case.script)
    page = context.new_page()
    begun = time()
    page.goto(
        (url if case.secure else url.replace("127.0.0.1", INSECURE)) + case.address, wait_until="commit"
    )
    try:
        if case.address.endswith("amnesty/"):
            _reply(page)
        ends = until(page, ENDS, limit_ms=LIMIT_MS)
        seconds, told = time() - begun, _told(begun, host.failed, page.evaluate("window.saidAt ?? null"))
        return Ended(ends, seconds, told, tuple(_lost(page, ends)))
    finally:
        host.over.set()
        context.close()
        host.over = Event()


def _told(begun: float, failed: Sequence[float], said: float | None) -> float | None:
    """From the last failure before a sentence: what failed earlier was gone round."""
    return None if said is None else said - max([begun, *(each for each in failed if each <= said)])


def _reply(page: Page) -> None:
    """A reader does not wait for the rules; where the script does not come there is nothing to reply to."""
    page.evaluate(
        """(selector) => {
          const reply = () => {
            const radio = document.querySelector(selector);
            if (!radio?.checkVisibility()) return setTimeout(reply, 50);
            radio.click();
          };
          reply();
        }""",
        REPLY,
    )


def _lost(page: Page, ends: str) -> Iterator[str]:
    """What must stay: the notice, the replies, the way without a script, a way to try again."""
    if ends == ANSWER:
        return
    if not page.locator("h1").is_visible():
        yield "notice"
    form = page.locator("notice-calculator form")
    if form.count() and form.is_visible() and not page.locator(REPLY).is_checked():
        yield "replies"
    box = page.locator("[data-part=without], [data-part=failed]").filter(visible=True)
    if not box.locator('a[href*="steps/"]').count():
        yield "way without JavaScript"
    if ends != "without" and not box.locator("[data-part=again]").is_visible():
        yield "try again"
